// Prediction of quality: a published fit, the laws that data were drawn from, and a milling machine's 339 failures.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaUnderCurve, confusion } from "../../../agents/data/classification.js";
import { faultProbability, fitLogistic } from "../../../agents/data/logistic.js";
import { cart, predict } from "../../../engine/analysis/index.js";
import { sequence } from "../../../engine/random/sequence.js";
import { purpose } from "../../../engine/random/stream.js";
import { sharedData } from "../../shared.js";

const DRAWS = purpose("test of logistic");

/** Launches of the space shuttle before 1986: temperature at launch, °F, and whether an O-ring was damaged. */
const temperature = [
	66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58,
];
const damage = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];

describe("logistic regression", () => {
	test("of O-ring damage on temperature: 15.0429 − .2322 t (Dalal, Fowlkes & Hoadley 1989)", () => {
		const fit = fitLogistic({ features: temperature.map((t) => [t]), faults: damage, ridge: 0 });
		expect(fit.intercept).toBeCloseTo(15.0429, 4);
		expect(fit.coefficients[0]).toBeCloseTo(-0.2322, 4);
		expect(faultProbability(fit, [31])).toBeGreaterThan(0.99);
	});

	test("finds the coefficients of the law that drew the faults", () => {
		const draws = sequence("logistic", DRAWS);
		const features = Array.from({ length: 20_000 }, () => [draws.normal(), 100 * draws.normal()]);
		const law = { intercept: -1, coefficients: [1.5, -0.02] };
		const faults = features.map((row) => draws.uniform() < faultProbability(law, row));
		const fit = fitLogistic({ features, faults });
		// Standard errors about .024, .027 and .0003.
		expect(Math.abs(fit.intercept + 1)).toBeLessThan(0.1);
		expect(Math.abs(fit.coefficients[0] - 1.5)).toBeLessThan(0.11);
		expect(Math.abs(fit.coefficients[1] + 0.02)).toBeLessThan(0.0012);
	});

	test("without a penalty the faults it expects are those there were, and so the features of faults", () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), (seed, width) => {
				const draws = sequence(String(seed), DRAWS);
				const features = Array.from({ length: 80 }, () =>
					Array.from({ length: width }, () => draws.normal()),
				);
				const faults = features.map(() => draws.uniform() < 0.4);
				const fit = fitLogistic({ features, faults, ridge: 0 });
				const sum = (of: (i: number) => number) => features.reduce((total, _, i) => total + of(i), 0);
				const p = features.map((row) => faultProbability(fit, row));
				expect(sum((i) => p[i])).toBeCloseTo(
					sum((i) => Number(faults[i])),
					6,
				);
				for (let j = 0; j < width; j++)
					expect(sum((i) => p[i] * features[i][j])).toBeCloseTo(
						sum((i) => Number(faults[i]) * features[i][j]),
						6,
					);
			}),
			{ numRuns: 30 },
		);
	});

	test("classes that a feature separates have no maximum without a penalty, and one with it", () => {
		const data = { features: [[1], [2], [3], [4]], faults: [0, 0, 1, 1] };
		expect(() => fitLogistic({ ...data, ridge: 0 })).toThrow(RangeError);
		const fit = fitLogistic(data);
		expect(faultProbability(fit, [2])).toBeLessThan(0.1);
		expect(faultProbability(fit, [3])).toBeGreaterThan(0.9);
		expect(() => fitLogistic({ features: [[1], [2]], faults: [1, 1] })).toThrow(/both classes/);
	});
});

describe("quality of a classifier", () => {
	const cases = fc
		.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 2, maxLength: 40 })
		.filter((list) => list.some(([, fault]) => fault) && list.some(([, fault]) => !fault));

	test("area under the curve is the share of pairs in order, ties one half", () => {
		fc.assert(
			fc.property(cases, (list) => {
				let [pairs, won] = [0, 0];
				for (const [high, fault] of list)
					for (const [low, other] of list) {
						if (!fault || other) continue;
						pairs++;
						won += high > low ? 1 : high === low ? 0.5 : 0;
					}
				const area = areaUnderCurve(
					list.map(([score]) => score),
					list.map(([, fault]) => fault),
				);
				expect(area).toBeCloseTo(won / pairs, 12);
			}),
		);
	});

	test("confusion counts every case once; a higher threshold raises no alarm", () => {
		fc.assert(
			fc.property(cases, fc.integer({ min: 0, max: 6 }), (list, threshold) => {
				const scores = list.map(([score]) => score);
				const faults = list.map(([, fault]) => fault);
				const at = confusion(scores, faults, threshold);
				expect(at.truePositives + at.falsePositives + at.trueNegatives + at.falseNegatives).toBe(list.length);
				expect(at.truePositives + at.falseNegatives).toBe(faults.filter(Boolean).length);
				expect(at.truePositives + at.falsePositives).toBe(scores.filter((s) => s >= threshold).length);
				expect(confusion(scores, faults, threshold + 1).falsePositives).toBeLessThanOrEqual(
					at.falsePositives,
				);
			}),
		);
	});
});

const milling = sharedData("ai4i2020/ai4i2020.csv");
describe.skipIf(!milling)("10,000 workpieces of a milling machine (AI4I 2020)", () => {
	const rows: Record<string, string>[] = milling
		? parse(readFileSync(milling), { columns: true, bom: true })
		: [];
	const features = rows.map((row) => {
		const [air, process, rpm, torque, wear] = [
			"Air temperature [K]",
			"Process temperature [K]",
			"Rotational speed [rpm]",
			"Torque [Nm]",
			"Tool wear [min]",
		].map((name) => Number(row[name]));
		return [air, process, rpm, torque, wear, "LMH".indexOf(row.Type)];
	});
	const faults = rows.map((row) => row["Machine failure"] === "1");
	const train = (_: unknown, i: number) => i % 3 > 0;
	const held = (_: unknown, i: number) => i % 3 === 0;

	test("339 fail; on the third held out the logistic ranks most failures high, and a tree better", () => {
		expect(faults.filter(Boolean)).toHaveLength(339);
		const outcomes = faults.filter(train);
		const fit = fitLogistic({ features: features.filter(train), faults: outcomes });
		const truth = faults.filter(held);
		const linear = features.filter(held).map((row) => faultProbability(fit, row));
		const { tree } = cart({
			points: features.filter(train),
			outcomes: outcomes.map(Number),
			prune: "none",
			leastLeaf: 10,
		});
		const grown = features.filter(held).map((row) => predict(tree, row));
		expect(areaUnderCurve(linear, truth)).toBeGreaterThan(0.85);
		expect(areaUnderCurve(grown, truth)).toBeGreaterThan(areaUnderCurve(linear, truth));
		// An alarm at the share of failures among all finds most of them; the tree's are mostly right, too.
		expect(confusion(linear, truth, 0.034).recall).toBeGreaterThan(0.8);
		const alarms = confusion(grown, truth, 0.5);
		expect(alarms.precision).toBeGreaterThan(0.7);
		expect(alarms.recall).toBeGreaterThan(0.6);
	});
});
