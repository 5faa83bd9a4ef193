// The known results of the searches are found again.

import { expect, test } from "vitest";
import { search } from "../../scenarios/known-results/search.js";

test.each(search.map((one) => [one.name, one] as const))(
	"%s",
	async (_name, { expected, tolerance, find }) => {
		expect(Math.abs((await find()) - expected)).toBeLessThanOrEqual(tolerance);
	},
);
