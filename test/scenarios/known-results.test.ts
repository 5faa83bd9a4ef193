// Published and exact results of the methods are found again (VALIDATION.md; `fractwin verify --only methods`, docs/methods.md).

import { expect, test } from "vitest";
import { knownResults } from "../../scenarios/known-results/index.js";

test.each(knownResults)("$name: $expected ($source)", async ({ expected, tolerance, find }) => {
	expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
});

test("each has a name of its own", () => {
	expect(new Set(knownResults.map(({ name }) => name)).size).toBe(knownResults.length);
});
