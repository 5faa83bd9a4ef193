// The known results of graphs are found.

import { expect, test } from "vitest";
import { graphs } from "../../scenarios/known-results/graphs.js";

test.each(graphs)("$name: $expected", async ({ expected, tolerance, find }) => {
	expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
});
