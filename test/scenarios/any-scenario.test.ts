// A few of the scenarios of test/long/fuzz.test.ts, and every number just beyond its range.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parametersOf } from "../../cli/doc/parameters.js";
import { BadInput } from "../../scenarios/fault.js";
import { parseScenario } from "../../scenarios/parse.js";
import { anyScenario } from "./any-scenario.js";
import { faultsOfRun, readOrRefused } from "./examine.js";

it("any scenario is refused in words, or runs and conserves, alike for any division of rows", () => {
	fc.assert(
		fc.property(anyScenario, fc.string({ maxLength: 8 }), (written, seed) => {
			const scenario = readOrRefused(written);
			if (!(scenario instanceof BadInput)) expect(faultsOfRun(scenario, seed)).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});

describe("a number beyond its range is refused with its place and the range", () => {
	const chain = `
name: chain
stages: [{name: A, demand: {meanPerDay: 1, sdPerDay: 1}}]
shocks: [{kind: demand, at: 1, weeks: 1, size: 1}]
path: [{lever: coverage, to: 1, at: 1}]
`;
	const generated = "name: generated\nnetwork: {}";
	const beyond = parametersOf().flatMap(({ path, node }) => {
		const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node;
		const by = node.type === "integer" ? 1 : 1e-9;
		const values = [
			exclusiveMinimum,
			exclusiveMaximum,
			minimum === undefined ? undefined : minimum - by * Math.max(1, Math.abs(minimum)),
			maximum === undefined ? undefined : maximum + by * Math.max(1, Math.abs(maximum)),
			"many",
		];
		const numeric = node.type === "number" || node.type === "integer";
		return numeric
			? values.filter((value) => value !== undefined).map((value) => [path, value] as const)
			: [];
	});

	it("there are such", () => expect(beyond.length).toBeGreaterThan(300));

	it.each(beyond)("%s = %s", (path, value) => {
		const set = `${path.replaceAll("[]", ".0")}=${value}`;
		const text = path.startsWith("network.") ? generated : chain;
		try {
			parseScenario(text, "f", [set]);
		} catch (error) {
			if (!(error instanceof BadInput)) throw error;
			expect(error.faults).toHaveLength(1);
			expect(error.faults[0]?.path).toBe(path.replaceAll("[]", "[0]"));
			expect(error.faults[0]?.expected).toMatch(/number|null/);
			return;
		}
		throw new Error("it was not refused");
	});
});
