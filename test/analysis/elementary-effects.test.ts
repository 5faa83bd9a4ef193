// Morris's indices: exact for models whose effects are known, with failures, and for answers that have none.

import { describe, expect, test } from "vitest";
import { morris as trajectories } from "../../engine/analysis/designs/index.js";
import { morris } from "../../engine/analysis/index.js";

const ranges = [
	[0, 10],
	[-1, 1],
	[5, 6],
] as const;
const scheme = { ranges, trajectories: 40, seed: "1" };

test("a linear model: the effect of a factor is its slope times its range, without spread", () => {
	const { indices, evaluations, failed } = morris(([x, y]) => 3 * x - 4 * y, scheme);
	expect([evaluations, failed]).toEqual([160, 0]);
	for (const [i, effect] of [30, -8, 0].entries()) {
		const { mu, muStar, sigma, effects } = indices[i];
		expect(effects).toBe(40);
		for (const [estimate, exact] of [
			[mu, effect],
			[muStar, Math.abs(effect)],
			[sigma, 0],
		] as const) {
			expect(estimate?.value).toBeCloseTo(exact, 9);
			expect(estimate?.low).toBeCloseTo(exact, 9);
			expect(estimate?.high).toBeCloseTo(exact, 9);
		}
	}
});

test("an interaction: mean and spread of the effects are those over the grid", () => {
	// The effect of x on x·y is y, on the four levels 0, 1/3, 2/3, 1: mean 1/2, variance 5/36.
	const { indices } = morris(([x, y]) => x * y, {
		dimension: 2,
		trajectories: 2000,
		seed: "1",
		resamples: 200,
	});
	for (const { mu, muStar, sigma } of indices) {
		expect(mu?.value).toBeCloseTo(0.5, 1);
		expect(muStar?.value).toBe(mu?.value);
		for (const [estimate, exact] of [
			[mu, 0.5],
			[sigma, Math.sqrt(5 / 36)],
		] as const) {
			expect(estimate?.low).toBeLessThan(exact);
			expect(estimate?.high).toBeGreaterThan(exact);
			expect((estimate?.high ?? NaN) - (estimate?.low ?? NaN)).toBeLessThan(0.06);
		}
	}
});

test("an effect of either sign: mu cancels, mu* does not", () => {
	const { indices } = morris(([x]) => (x - 0.5) ** 2, { dimension: 1, trajectories: 400, seed: "1" });
	expect(Math.abs(indices[0].mu?.value ?? NaN)).toBeLessThan(0.05);
	expect(indices[0].muStar?.value).toBeCloseTo(1 / 3, 12);
});

test("failed evaluations are counted, take their effects, and leave the rest right", () => {
	let calls = 0;
	const { indices, failed } = morris(([x, y]) => (++calls % 9 === 0 ? null : 3 * x - 4 * y), scheme);
	expect(failed).toBe(17);
	expect(indices.reduce((sum, { effects }) => sum + effects, 0)).toBeLessThan(120);
	expect(indices.reduce((sum, { effects }) => sum + effects, 0)).toBeGreaterThanOrEqual(120 - 34);
	expect(indices[0].mu?.value).toBeCloseTo(30, 9);
	expect(JSON.stringify(indices)).not.toMatch(/NaN|null/);
});

test("outcomes, a function, one that answers later, and the mean of replications give the same", async () => {
	const points = trajectories(scheme);
	const f = ([x, y, z]: readonly number[]) => x * y + z;
	const direct = morris(f, scheme);
	expect(morris({ ranges, seed: "1", points, outcomes: points.map(f) })).toEqual(direct);
	expect(await morris(async (x) => f(x), scheme)).toEqual(direct);
	const both = morris((x, r) => f(x) + (r === 0 ? 1 : -1), { ...scheme, replications: 2 });
	expect(both.evaluations).toBe(320);
	expect(both.indices[1].muStar?.value).toBeCloseTo(direct.indices[1].muStar?.value ?? NaN, 9);
});

describe("what has no answer says so", () => {
	test("a constant model has effects of 0", () => {
		for (const { mu, muStar, sigma } of morris(() => 7, scheme).indices)
			for (const estimate of [mu, muStar, sigma]) expect(estimate).toEqual({ value: 0, low: 0, high: 0 });
	});

	test("one trajectory has no intervals and no sigma; all failed has none of the three", () => {
		const [one] = morris(([x]) => x, { dimension: 1, trajectories: 1 }).indices;
		expect(one.mu).toEqual({ value: 1, low: null, high: null });
		expect(one.sigma).toBeUndefined();
		const none = morris(() => NaN, { dimension: 1, trajectories: 3 });
		expect(JSON.parse(JSON.stringify(none))).toEqual({
			evaluations: 6,
			failed: 6,
			indices: [{ factor: 0, effects: 0 }],
		});
	});

	test("bad arguments are named", () => {
		expect(() => morris({ dimension: 1, points: [[0], [1]], outcomes: [1] })).toThrow(
			/2 points and 1 outcomes/,
		);
		expect(() => morris({ dimension: 1, points: [], outcomes: [] })).toThrow(RangeError);
		const design = { dimension: 1, trajectories: 2 } as never;
		expect(() => morris(design)).toThrow(/morris: needs a function, or points and outcomes/);
		expect(() => morris(() => 1, { ...scheme, replications: 0 })).toThrow(/replications/);
		expect(() =>
			morris({
				dimension: 2,
				points: [
					[0, 0],
					[1, 1],
					[0, 1],
				],
				outcomes: [1, 2, 3],
			}),
		).toThrow(/each factor once/);
		expect(() =>
			morris({
				dimension: 2,
				points: [
					[0, 0],
					[1, 0],
					[0, 0],
				],
				outcomes: [1, 2, 3],
			}),
		).toThrow(/each factor once/);
		expect(() => morris({ dimension: 1, points: [[0], [NaN]], outcomes: [1, 2] })).toThrow(/got NaN/);
	});
});
