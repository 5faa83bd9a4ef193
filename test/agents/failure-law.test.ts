// The law of failures and its table.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tabulated, weibullLaw } from "../../agents/failure-law.js";

const laws = {
	scale: fc.double({ min: 1, max: 2000, noNaN: true }),
	shape: fc.double({ min: 0.5, max: 5, noNaN: true }),
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("the law of failures", () => {
	it("has a hazard of 1 at its scale, and an age for each hazard", () => {
		fc.assert(
			fc.property(laws.scale, laws.shape, share, (scale, shape, at) => {
				const law = weibullLaw(scale, shape);
				expect(law.hazardAt(scale)).toBeCloseTo(1, 12);
				const age = (0.01 + at) * scale;
				expect(law.ageAt(law.hazardAt(age)) / age).toBeCloseTo(1, 9);
			}),
		);
	});

	it("of a table puts a failure within a step of where the law has it, and none beyond life", () => {
		fc.assert(
			fc.property(laws.scale, laws.shape, share, share, (scale, shape, from, to) => {
				const life = 780;
				// At the very end rounding decides.
				const most = 0.999 * life;
				const step = life / 1024;
				const law = weibullLaw(scale, shape);
				const table = tabulated(law, life);
				const [young, old] = [Math.min(from, to) * most, Math.max(from, to) * most];
				const failed = table.ageAt(law.hazardAt(old));
				expect(Math.abs(failed - old)).toBeLessThan(1.001 * step);
				expect(Math.abs(table.ageAt(table.hazardAt(young)) - young)).toBeLessThan(1e-6);
				expect(table.hazardAt(young)).toBeGreaterThanOrEqual(
					law.hazardAt(Math.max(0, young - step)) * (1 - 1e-12),
				);
				expect(table.ageAt(1.000001 * law.hazardAt(life))).toBe(Infinity);
			}),
		);
	});
});
