// Proportional shares in whole units: nothing is lost, nobody gets more than asked, all within one of their quota.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../../agents/apportion.js";

const shared = (units: number, claims: readonly number[]) => {
	const shares = new Float64Array(claims.length);
	apportion(units, Float64Array.from(claims), shares, claims.length);
	return [...shares];
};
/** Claims, with units up to their sum. */
const shareable = (most: number) =>
	fc
		.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 60 })
		.chain((claims) =>
			fc.tuple(fc.constant(claims), fc.integer({ min: 0, max: claims.reduce((sum, one) => sum + one, 0) })),
		);

describe("apportion", () => {
	it.each([
		["hours", 5000],
		["cents", 1e12],
	])(
		"gives out exactly the units, each claim its quota rounded up or down, at most itself: %s",
		(_, most) => {
			fc.assert(
				fc.property(shareable(most), ([claims, units]) => {
					const shares = shared(units, claims);
					const total = claims.reduce((sum, one) => sum + one, 0);
					expect(shares.reduce((sum, one) => sum + one, 0)).toBe(units);
					shares.forEach((share, k) => {
						expect(Number.isInteger(share)).toBe(true);
						expect(share).toBeGreaterThanOrEqual(0);
						expect(share).toBeLessThanOrEqual(claims[k]);
						// Exact in whole numbers: |share·total − units·claim| < total.
						const off = BigInt(share) * BigInt(total) - BigInt(units) * BigInt(claims[k]);
						expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(total));
					});
				}),
				{ numRuns: 300 },
			);
		},
	);

	it("serves the largest remainders first, equal ones in order (Hamilton 1792)", () => {
		expect(shared(10, [6, 6, 2])).toEqual([4, 4, 2]);
		expect(shared(1, [1, 1, 1])).toEqual([1, 0, 0]);
		expect(shared(2, [5, 5, 5, 5])).toEqual([1, 1, 0, 0]);
		expect(shared(7, [3, 3, 3])).toEqual([3, 2, 2]);
	});

	it("a claim that is larger never gets less", () => {
		fc.assert(
			fc.property(shareable(1000), ([claims, units]) => {
				const shares = shared(units, claims);
				for (let a = 0; a < claims.length; a++)
					for (let b = 0; b < claims.length; b++)
						if (claims[a] > claims[b]) expect(shares[a]).toBeGreaterThanOrEqual(shares[b]);
			}),
		);
	});
});
