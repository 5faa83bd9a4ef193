// The report: one file, nothing loaded from elsewhere, names as text.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, fractwin, fractwinJson } from "./command.js";

const hostile = "<script>alert(1)</script>";
const scenario = `name: hostile
title: "${hostile} & </title>"
source: "<img src=https://example.org/x.png>"
ticks: 60
demand: {kind: normal, mean: 50, sd: 10}
stages:
  - {name: "${hostile}", cost: 10, leadDays: 7, upstream: {"</script><b>b</b>": 1}}
  - {name: "</script><b>b</b>", cost: 5, leadDays: 7}
`;
let folder = "";
let page = "";

beforeAll(() => {
	folder = emptyFolder();
	writeFileSync(join(folder, "hostile.yaml"), scenario);
	const ended = fractwin(
		["twin", "hostile.yaml", "--replications", "3", "--out", "a", "--seed", hostile],
		folder,
	);
	expect(ended.err).not.toMatch(/\bat .*\.js:\d+/);
	expect(ended.code).toBe(0);
	page = readFileSync(join(folder, "a", "report.html"), "utf8");
});

/** The page without what stands inside its script and style elements. */
const markup = () =>
	page.replaceAll(/<script>.*?<\/script>/gs, "<script></script>").replaceAll(/<style>.*?<\/style>/gs, "");

describe("report.html", () => {
	test("shows HTML in names as text", () => {
		expect(page.match(/<script/g)?.length).toBeGreaterThanOrEqual(2);
		expect(markup().match(/<script>/g)).toHaveLength(2);
		expect(markup()).not.toMatch(/<script>alert|<b>b|<img/);
		expect(markup()).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
		const figures = /const figures = (.*);\n/.exec(page)?.[1] as string;
		expect(figures).not.toContain("<");
		expect(JSON.stringify(JSON.parse(figures))).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
	});

	test("loads nothing from the network, and has no button that would send data there", () => {
		expect(markup()).not.toMatch(/<[^>]*\b(src|href|action|data)\s*=\s*["']?\s*(https?:)?\/\//i);
		expect(markup()).not.toMatch(/<(link|img|iframe|object|embed|form)\b/i);
		expect(page).toContain("default-src 'none'");
		expect(page).toContain("showSendToCloud: false");
		expect(page).toContain('modeBarButtonsToRemove: ["sendDataToCloud"');
		expect(page).not.toMatch(/@import|url\(\s*["']?https?:/);
	});

	test("says what was run, what was found and how sure, and how to do it again", () => {
		expect(markup()).toContain("With the perfect twin, against no twin:");
		expect(markup()).toContain("they rest on 3 replications of each arm");
		expect(markup()).toContain("goods and money conserved exactly");
		expect(markup()).toContain("fractwin twin hostile.yaml --seed");
		for (const title of ["Demand and orders by tier", "Inventories, true and believed", "The supply network"])
			expect(markup()).toContain(`<h2>${title}</h2>`);
	});

	test("is rebuilt the same by fractwin report", () => {
		const { finished, planned, arms } = fractwinJson(["report", "a"], folder);
		expect([finished, planned]).toEqual([9, 9]);
		expect(arms.map(({ name }: { name: string }) => name)).toEqual(["none", "standard", "perfect"]);
		expect(readFileSync(join(folder, "a", "report.html"), "utf8")).toBe(page);
	});
});
