// The report in a real browser: opened from disk it draws its charts, calls no network, and shows names as text.

import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, fractwin } from "../cli/command.js";

const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (!browser) console.log("the report is not looked at in a browser: apt-get install chromium");

const hostile = "<script>document.title = 'owned'</script>";
const scenario = `
name: hostile
demand: {kind: normal}
stages:
  - {name: "${hostile}", cost: 10, demand: {meanPerDay: 9, sdPerDay: 2}, upstream: {"<b>P</b>": 1}}
  - {name: "<b>P</b>", cost: 3}
`;

/** The page as it stands after its scripts have run. */
function rendered(file: string): string {
	const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
	const profile = `--user-data-dir=${emptyFolder()}`;
	return execFileSync(
		browser as string,
		[...flags, profile, "--virtual-time-budget=10000", "--dump-dom", `file://${file}`],
		{
			encoding: "utf8",
			maxBuffer: 200_000_000,
			stdio: ["ignore", "pipe", "ignore"],
		},
	);
}

// Where all must be checked, a missing browser is a failure.
describe.skipIf(!browser && !process.env.CI)("the report in Chromium", () => {
	let page = "";
	beforeAll(() => {
		const folder = emptyFolder();
		writeFileSync(join(folder, "hostile.yaml"), scenario);
		const words = ["run", "hostile.yaml", "--ticks", "60", "--replications", "2", "--quiet", "--out", "a"];
		expect(fractwin(words, folder).code).toBe(0);
		page = rendered(join(folder, "a", "report.html"));
	});

	it("draws a chart in every figure", () => {
		const places = page.match(/class="[^"]*js-plotly-plot/g) ?? [];
		expect(places.length).toBeGreaterThanOrEqual(5);
		expect((page.match(/class="main-svg"/g) ?? []).length).toBeGreaterThanOrEqual(places.length);
	});

	it("shows hostile names as text", () => {
		expect(page).not.toContain("<title>owned");
		expect(page).not.toMatch(/<script>document\.title/);
		expect(page).not.toMatch(/<b>P<\/b>/);
		expect(page).toContain("&lt;b&gt;P&lt;/b&gt;");
	});

	it("has no button that uploads what it shows", () => {
		expect(page).not.toMatch(/data-title="(?:Edit in Chart Studio|Produced with Plotly)/);
	});
});
