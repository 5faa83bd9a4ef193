// Textbook programmes come out as published.

import { expect, test } from "vitest";
import { programmes } from "../../scenarios/known-results/programmes.js";

test.each(programmes)("$name ($source)", async ({ expected, tolerance, find }) => {
	expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
});
