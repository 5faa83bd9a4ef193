// What every analysis of a sample says to values it cannot judge.

import { describe, expect, test } from "vitest";
import { analysis } from "../../engine/index.js";

const good = Array.from({ length: 60 }, (_, i) => i % 7);
const samples: readonly [name: string, judge: (values: ArrayLike<number>) => unknown][] = [
	["autocorrelation", (values) => analysis.autocorrelation(values, 1)],
	["batchMeansInterval", (values) => analysis.batchMeansInterval(values, 0.9)],
	["comparisonsWithBest", (values) => analysis.comparisonsWithBest([good, values], 0.9)],
	["confidenceInterval", (values) => analysis.confidenceInterval(values, 0.9)],
	["guptaSubset", (values) => analysis.guptaSubset([good, values], 0.9)],
	["mser5", (values) => analysis.mser5(values)],
	["pairedDifference", (values) => analysis.pairedDifference(good, values, 0.9)],
	["screen", (values) => analysis.screen([good, values], 0.9)],
	["tukeyDifferences", (values) => analysis.tukeyDifferences([good, values], 0.9)],
];

describe.each(samples)("%s", (name, judge) => {
	test("takes the sample as it is", () => {
		expect(() => judge(good)).not.toThrow();
		expect(judge(Float64Array.from(good))).toEqual(judge(good));
	});

	test.each([NaN, Infinity, null, undefined])("names a value %s", (value) => {
		const values = good.with(8, value as number);
		expect(() => judge(values)).toThrow(RangeError);
		expect(() => judge(values)).toThrow(new RegExp(`^${name}: .*value 8 must be finite, got ${value}`));
	});

	test("names no values", () => {
		for (const none of [[], undefined as unknown as number[]])
			expect(() => judge(none)).toThrow(new RegExp(`^${name}: .*no values`));
	});
});
