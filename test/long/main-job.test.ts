// The main job at full size: what the README shows is what the command prints, and each twin is better than the last.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fractwin, fractwinJson, root } from "../cli/command.js";

interface Difference {
	metric: string;
	a: string;
	b: string;
	mean: number;
	low: number;
	high: number;
	varianceRatio?: number;
}

describe("what a twin is worth to the maker of bulldozers", () => {
	let printed = "";
	let differences: Difference[] = [];
	beforeAll(() => {
		printed = fractwin(["twin", "bulldozer", "--quiet"]).out;
		differences = fractwinJson(["twin", "bulldozer"]).differences;
	}, 900_000);
	const between = (metric: string, a: string, b: string): Difference => {
		const found = differences.find((one) => one.metric === metric && one.a === a && one.b === b);
		if (!found) throw new Error(`no difference of ${metric}`);
		return found;
	};

	it("prints every row of the README's table", () => {
		const block = readFileSync(join(root, "README.md"), "utf8").match(/```\n(outcome [\s\S]*?)```/);
		const shown = (block?.[1] ?? "").trimEnd().split("\n");
		expect(shown.length).toBeGreaterThan(6);
		const lines = printed.split("\n").map((line) => line.trimEnd());
		for (const row of shown) expect(lines).toContain(row);
	});

	it.each(["fillRate", "efficacy", "profit"])(
		"%s: no twin < standard < perfect, each interval above zero",
		(metric) => {
			expect(between(metric, "standard", "none").low).toBeGreaterThan(0);
			expect(between(metric, "perfect", "standard").low).toBeGreaterThan(0);
		},
	);

	it("returns fall: the step to the standard twin gains more than the step from it to the perfect one", () => {
		expect(between("fillRate", "standard", "none").low).toBeGreaterThan(
			between("fillRate", "perfect", "standard").high,
		);
	});

	it("common random numbers narrow every headline's difference", () => {
		for (const metric of ["fillRate", "efficacy", "profit"])
			expect(between(metric, "perfect", "none").varianceRatio).toBeGreaterThan(2);
	});
});
