// The known results of output analysis are found again.

import { expect, test } from "vitest";
import { outputAnalysis } from "../../scenarios/known-results/output-analysis.js";

test.each(outputAnalysis)("$name: $expected ($source)", async ({ expected, tolerance, find }) => {
	expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
});

test("each has a name of its own", () => {
	expect(new Set(outputAnalysis.map(({ name }) => name)).size).toBe(outputAnalysis.length);
});
