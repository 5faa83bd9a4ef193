// The known results of sensitivity and survival are found again.

import { expect, test } from "vitest";
import { sensitivity } from "../../scenarios/known-results/sensitivity.js";
import { survival } from "../../scenarios/known-results/survival.js";

test.each([...sensitivity, ...survival])("$name ($source)", async ({ expected, tolerance, find }) => {
	expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
});
