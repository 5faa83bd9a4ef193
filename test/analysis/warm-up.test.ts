// The warm-up that MSER-5 cuts off, and the interval of one long run.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	autocorrelation,
	batchMeansInterval,
	confidenceInterval,
	mean,
	mser5,
	NotSteadyError,
	variance,
} from "../../engine/analysis/index.js";
import { purpose, sequence } from "../../engine/random/index.js";

const series = (length: number, at: (i: number) => number) => Array.from({ length }, (_, i) => at(i));
const noise = (seed: string, length: number) => {
	const draws = sequence(seed, purpose("test.warm-up"));
	return series(length, () => draws.normal());
};

/** The definition, batch by batch: Σ(Z − Z̄)²/m² over the m batch means left. */
function byDefinition(values: readonly number[]): number {
	const batches = series(Math.floor(values.length / 5), (i) => mean(values.slice(5 * i, 5 * i + 5)));
	const errors = series(batches.length - 5, (cut) => {
		const left = batches.slice(cut);
		return (variance(left) * (left.length - 1)) / (left.length * left.length);
	});
	return errors.indexOf(Math.min(...errors));
}

describe("mser5", () => {
	test.each([0, 0.1, -1e9])("a constant series of %d has no warm-up", (value) => {
		expect(mser5(series(100, () => value))).toEqual({ truncate: 0, batches: 0 });
	});

	test("10 batches at 10, then 90 at 0: 10 batches, 50 observations", () => {
		expect(mser5(series(500, (i) => (i < 50 ? 10 : 0)))).toEqual({ truncate: 50, batches: 10 });
	});

	test("a fading start is cut where it has sunk into the noise", () => {
		const values = noise("fading", 2000).map((value, i) => value + 30 * Math.exp(-i / 40));
		const { truncate } = mser5(values);
		expect(truncate).toBeGreaterThan(80);
		expect(truncate).toBeLessThan(300);
		expect(Math.abs(mean(values.slice(truncate)))).toBeLessThan(0.1);
	});

	test("is the definition's argmin where that lies within the first half, and refuses where not", () => {
		const values = fc
			.tuple(
				fc.integer({ min: 50, max: 120 }),
				fc.integer({ min: 0, max: 1e6 }),
				fc.integer({ min: 0, max: 60 }),
			)
			.map(([n, seed, step]) => noise(`${seed}`, n).map((value, i) => value + (i < step ? 8 : 0)));
		fc.assert(
			fc.property(values, (list) => {
				const cut = byDefinition(list);
				if (cut <= Math.floor(list.length / 5) / 2)
					expect(mser5(list)).toEqual({ truncate: 5 * cut, batches: cut });
				else expect(() => mser5(list)).toThrow(NotSteadyError);
			}),
		);
	});

	test.each<[string, (i: number) => number]>([
		["a trend", (i) => i],
		["a late step", (i) => (i < 350 ? 10 : 0)],
		["an approach as slow as the series is long", (i) => 1 - Math.exp(-i / 500)],
	])("%s is not steady, and the error says where it settles at best", (_name, at) => {
		const values = series(500, at);
		expect(() => mser5(values)).toThrow(RangeError);
		expect(() => mser5(values)).toThrow(/not steady.*run longer/);
		try {
			mser5(values);
		} catch (error) {
			expect((error as NotSteadyError).optimum).toBeGreaterThan(250);
		}
	});

	test("steady noise of 1,000 observations is not refused, and loses few", () => {
		const cuts = series(50, (i) => mser5(noise(`steady ${i}`, 1000)).truncate);
		expect(mean(cuts)).toBeLessThan(50);
	});

	test("too short a series and values that are not finite are refused", () => {
		expect(() => mser5([])).toThrow(/no values/);
		expect(() => mser5(series(49, () => 1))).toThrow(/50 observations/);
		expect(() => mser5(series(60, (i) => (i === 7 ? NaN : 0)))).toThrow(/value 7 .* NaN/);
	});
});

describe("batchMeansInterval", () => {
	test("batches of one are the t interval; a rest is dropped from the start", () => {
		const values = [99, 1, 4, 2, 8, 5, 7];
		expect(batchMeansInterval(values.slice(1), 0.9, 6)).toEqual(confidenceInterval(values.slice(1), 0.9));
		expect(batchMeansInterval(values, 0.9, 3)).toEqual(confidenceInterval([2.5, 5, 6], 0.9));
	});

	test("of values that depend on each other (.9 at lag 1) it covers the mean about as often as it says, where the plain t interval does in 4 of 10", () => {
		let [batched, plain] = [0, 0];
		for (let study = 0; study < 200; study++) {
			let last = 0;
			const values = noise(`ar ${study}`, 2000).map((value) => {
				last = 0.9 * last + value;
				return last;
			});
			if (study === 0) expect(autocorrelation(values, 1)).toBeGreaterThan(0.85);
			const covers = ({ low, high }: { low: number | null; high: number | null }) =>
				(low as number) <= 0 && (high as number) >= 0;
			if (covers(batchMeansInterval(values, 0.95))) batched++;
			if (covers(confidenceInterval(values, 0.95))) plain++;
		}
		expect(batched / 200).toBeGreaterThan(0.88);
		expect(plain / 200).toBeLessThan(0.6);
	});

	test("fewer values than batches, and one batch, are refused", () => {
		expect(() => batchMeansInterval([1, 2], 0.9)).toThrow(/as many values as batches/);
		expect(() => batchMeansInterval([1, 2], 0.9, 1)).toThrow(/batches must/);
		expect(() => batchMeansInterval([1, 2], 2, 2)).toThrow(/level/);
	});
});
