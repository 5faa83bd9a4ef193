// Kaplan–Meier against a published trial, and against what it must be where nobody is lost.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier } from "../../engine/analysis/index.js";

// Weeks in remission of leukemia (Freireich et al. 1963): 21 patients on 6-MP, negative where still in remission, and 21 on placebo.
const drug = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
const trial = { times: drug.map(Math.abs), observed: drug.map((week) => week > 0) };

// S, its standard error and log-log bounds, as printed in textbooks (Kleinbaum & Klein 2012) and by statistical packages.
const published = [
	[6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
	[7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
	[10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
	[13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
	[16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
	[22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
	[23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
];

describe("the 6-MP trial", () => {
	const { steps, median, n, events } = kaplanMeier(trial);

	test("survival, Greenwood's standard error and log-log bounds are the published ones", () => {
		const found = steps.filter((step) => step.events > 0);
		expect(found.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
			published.map((row) => row.slice(0, 3)),
		);
		found.forEach(({ survival, variance, low, high }, i) => {
			[survival, Math.sqrt(variance), low, high].forEach((value, j) => {
				expect(Math.abs((value ?? NaN) - published[i][3 + j])).toBeLessThanOrEqual(0.00006);
			});
		});
	});

	test("medians are 23 weeks and 8; the drug's has no upper bound", () => {
		expect([n, events]).toEqual([21, 9]);
		expect(median).toEqual({ value: 23, low: 13, high: null });
		expect(kaplanMeier({ times: placebo }).median).toEqual({ value: 8, low: 4, high: 11 });
	});

	test("who is lost at the time of an end was at risk", () => {
		expect(steps[0]).toMatchObject({ time: 6, atRisk: 21, events: 3, censored: 1 });
		expect(steps.reduce((sum, { events, censored }) => sum + events + censored, 0)).toBe(21);
	});

	test("order of the patients does not matter", () => {
		const reversed = { times: trial.times.toReversed(), observed: trial.observed.toReversed() };
		expect(kaplanMeier(reversed)).toEqual(kaplanMeier(trial));
	});
});

describe("properties", () => {
	const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 });

	test("without losses survival is the share that lives longer, its variance the binomial one", () => {
		fc.assert(
			fc.property(times, (times) => {
				const n = times.length;
				for (const { time, survival, variance } of kaplanMeier({ times }).steps) {
					const share = times.filter((t) => t > time).length / n;
					expect(survival).toBeCloseTo(share, 12);
					expect(variance).toBeCloseTo((share * (1 - share)) / n, 12);
				}
			}),
			{ numRuns: 200, seed: 1 },
		);
	});

	test("it never rises, lies in its bounds, and equals Efron's redistribution to the right", () => {
		const sample = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), {
			minLength: 1,
			maxLength: 40,
		});
		fc.assert(
			fc.property(sample, (sample) => {
				const { steps } = kaplanMeier({
					times: sample.map(([t]) => t),
					observed: sample.map(([, seen]) => seen),
				});
				// Everyone holds a mass of 1/n; the lost hand theirs to all who remain (Efron 1967).
				const order = sample.toSorted(([s, a], [t, b]) => s - t || Number(b) - Number(a));
				const mass = order.map(() => 1 / order.length);
				const ended = new Map<number, number>();
				order.forEach(([t, seen], i) => {
					if (seen) ended.set(t, (ended.get(t) ?? 0) + mass[i]);
					else for (let j = i + 1; j < order.length; j++) mass[j] += mass[i] / (order.length - 1 - i);
				});
				let alive = 1;
				let last = 1;
				for (const { time, survival, low, high } of steps) {
					alive -= ended.get(time) ?? 0;
					expect(survival).toBeCloseTo(alive, 10);
					expect(survival).toBeLessThanOrEqual(last);
					if (low !== null && high !== null) {
						expect(low).toBeGreaterThanOrEqual(0);
						expect(low).toBeLessThanOrEqual(survival);
						expect(high).toBeGreaterThanOrEqual(survival);
						expect(high).toBeLessThanOrEqual(1);
					}
					last = survival;
				}
			}),
			{ numRuns: 200, seed: 1 },
		);
	});
});

test("edges: one end, one loss, the half met exactly", () => {
	expect(kaplanMeier({ times: [3] })).toEqual({
		n: 1,
		events: 1,
		steps: [{ time: 3, atRisk: 1, events: 1, censored: 0, survival: 0, variance: 0, low: null, high: null }],
		median: { value: 3, low: 3, high: 3 },
	});
	const lost = kaplanMeier({ times: [3], observed: [false] });
	expect(lost.steps[0]).toMatchObject({ survival: 1, variance: 0, low: null, high: null });
	expect(lost.median).toBeUndefined();
	for (let n = 2; n <= 40; n += 2) {
		const times = Array.from({ length: n }, (_, i) => i + 1);
		expect(kaplanMeier({ times }).median?.value).toBe(n / 2);
	}
});

test("bad arguments are named", () => {
	expect(() => kaplanMeier({ times: [] })).toThrow(/no times/);
	expect(() => kaplanMeier({ times: [1, NaN] })).toThrow(/times\[1\]/);
	expect(() => kaplanMeier({ times: [-1] })).toThrow(/times\[0\]/);
	expect(() => kaplanMeier({ times: [1], observed: [] })).toThrow(/as many observed/);
	expect(() => kaplanMeier({ times: [1], level: 0 })).toThrow(/level/);
});
