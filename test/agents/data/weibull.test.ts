// Prediction of failures: fits against closed forms, published optima and the laws that lives were drawn from.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitIntensity, meanIntensities } from "../../../agents/data/intensity.js";
import { ageReplacement, maintenanceAge } from "../../../agents/data/maintenance.js";
import {
	cumulativeHazard,
	failureProbability,
	fitWeibull,
	meanRemainingLife,
} from "../../../agents/data/weibull.js";
import { exponential } from "../../../engine/random/continuous.js";
import { sequence } from "../../../engine/random/sequence.js";
import { purpose } from "../../../engine/random/stream.js";
import { sharedData } from "../../shared.js";

const DRAWS = purpose("test of weibull");
const shapes = fc.double({ min: 0.5, max: 6, noNaN: true });

/** Lives of the law, seen until their own time of censoring. */
function lives(seed: number, n: number, shape: number, scale: number, seenUntil: number) {
	const draws = sequence(String(seed), DRAWS);
	const all = Array.from({ length: n }, () => ({
		life: scale * exponential(draws.word()) ** (1 / shape),
		until: seenUntil * draws.uniform(),
	}));
	return {
		times: all.map(({ life, until }) => Math.min(life, until)),
		observed: all.map(({ life, until }) => life <= until),
	};
}

describe("Weibull by maximum likelihood", () => {
	test("finds the law of censored lives: errors are standard normal in its standard errors", () => {
		const errors = Array.from({ length: 300 }, (_, seed) => {
			const fit = fitWeibull(lives(seed, 200, 2.2, 150, 400));
			return [(fit.shape - 2.2) / fit.shapeError, (fit.scale - 150) / fit.scaleError];
		});
		for (const k of [0, 1]) {
			const values = errors.map((pair) => pair[k]);
			const mean = values.reduce((sum, value) => sum + value, 0) / 300;
			const square = values.reduce((sum, value) => sum + value * value, 0) / 300;
			// 4 standard errors of the mean (with the known bias of β, about 1.4/events of itself) and of the mean square.
			expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(300) + 0.15);
			expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / 300));
		}
	});

	test("taking censored lives for ended ones makes machines look short-lived", () => {
		const { times, observed } = lives(7, 2000, 2.2, 150, 300);
		expect(observed.filter(Boolean).length).toBeLessThan(1500);
		expect(Math.abs(fitWeibull({ times, observed }).scale - 150)).toBeLessThan(15);
		expect(fitWeibull({ times }).scale).toBeLessThan(120);
	});

	test("no other law near it is likelier", () => {
		fc.assert(
			fc.property(
				fc.integer(),
				shapes,
				fc.double({ min: -0.1, max: 0.1, noNaN: true }),
				(seed, shape, by) => {
					const data = lives(seed, 30, shape, 10, 25);
					fc.pre(data.observed.filter(Boolean).length > 2);
					const logLikelihood = (beta: number, eta: number) =>
						data.times.reduce((sum, t, i) => {
							const seen = data.observed[i] ? Math.log(beta / eta) + (beta - 1) * Math.log(t / eta) : 0;
							return sum + seen - (t / eta) ** beta;
						}, 0);
					const fit = fitWeibull(data);
					const best = logLikelihood(fit.shape, fit.scale);
					const nearby = Math.max(
						logLikelihood(fit.shape * (1 + by), fit.scale),
						logLikelihood(fit.shape, fit.scale * (1 + by)),
					);
					expect(nearby).toBeLessThanOrEqual(best + 1e-9 * Math.abs(best));
				},
			),
		);
	});

	test("goes with the unit of time", () => {
		fc.assert(
			fc.property(
				fc.integer(),
				shapes,
				fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
				(seed, shape, unit) => {
					const { times, observed } = lives(seed, 20, shape, 1, 3);
					fc.pre(observed.filter(Boolean).length > 1);
					const one = fitWeibull({ times, observed });
					const other = fitWeibull({ times: times.map((t) => t * unit), observed });
					expect(other.shape / one.shape).toBeCloseTo(1, 8);
					expect(other.scale / unit / one.scale).toBeCloseTo(1, 8);
				},
			),
		);
	});

	test("lives that tell nothing are refused", () => {
		expect(() => fitWeibull({ times: [1, 2], observed: [false, false] })).toThrow(RangeError);
		expect(() => fitWeibull({ times: [3, 3] })).toThrow(RangeError);
		expect(() => fitWeibull({ times: [0, 3] })).toThrow(/times\[0\]/);
		expect(() => fitWeibull({ times: [1], observed: [true, true] })).toThrow(/as many/);
	});

	const engines = sharedData("cmapss_fd001/train_FD001.txt");
	test.skipIf(!engines)("the 100 turbofans of C-MAPSS FD001: shape 4.4087, scale 225.026", () => {
		const lives = new Map<string, number>();
		for (const line of readFileSync(engines ?? "", "utf8")
			.trim()
			.split("\n")) {
			const [unit, cycle] = line.trim().split(/\s+/);
			lives.set(unit, Math.max(lives.get(unit) ?? 0, Number(cycle)));
		}
		const times = [...lives.values()];
		expect(times.length).toBe(100);
		expect(times.reduce((sum, t) => sum + t, 0) / 100).toBe(206.31);
		const fit = fitWeibull({ times });
		expect(fit.shape).toBeCloseTo(4.4087, 4);
		expect(fit.scale).toBeCloseTo(225.026, 3);
	});

	const rest = sharedData("cmapss_fd001/test_FD001.txt");
	test.skipIf(!engines || !rest)("and what the fit says of the 100 whose end was not seen", () => {
		const longest = (path: string) => {
			const last = new Map<string, number>();
			for (const line of readFileSync(path, "utf8").trim().split("\n")) {
				const [unit, cycle] = line.trim().split(/\s+/);
				last.set(unit, Number(cycle));
			}
			return [...last.values()];
		};
		const fit = fitWeibull({ times: longest(engines ?? "") });
		const ages = longest(rest ?? "");
		const truth = readFileSync(sharedData("cmapss_fd001/RUL_FD001.txt") ?? "", "utf8")
			.trim()
			.split(/\s+/)
			.map(Number);
		expect(truth.reduce((sum, life) => sum + life, 0) / 100).toBe(75.52);
		const error = (predict: (age: number) => number) =>
			Math.sqrt(ages.reduce((sum, age, i) => sum + (predict(age) - truth[i]) ** 2, 0) / 100);
		// Age alone, no sensor: better than the mean life less the age, which is below 0 for some.
		expect(error((age) => meanRemainingLife(fit, age))).toBeLessThan(
			error((age) => Math.max(0, 206.31 - age)),
		);
	});
});

describe("what a law says of a machine", () => {
	test("mean life is η Γ(1 + 1/β)", () => {
		expect(meanRemainingLife({ shape: 2, scale: 1 }, 0)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 13);
		expect(meanRemainingLife({ shape: 0.5, scale: 3 }, 0)).toBeCloseTo(6, 12);
		expect(meanRemainingLife({ shape: 1, scale: 7 }, 100)).toBeCloseTo(7, 10);
	});

	test("remaining life loses what survival says: d/da (S m) = −S", () => {
		fc.assert(
			fc.property(shapes, fc.double({ min: 0.05, max: 2, noNaN: true }), (shape, age) => {
				const law = { shape, scale: 1 };
				const left = (a: number) => Math.exp(-cumulativeHazard(law, a)) * meanRemainingLife(law, a);
				const slope = (left(age + 1e-4) - left(age - 1e-4)) / 2e-4;
				expect(slope).toBeCloseTo(-Math.exp(-(age ** shape)), 5);
			}),
		);
	});

	test("failure within a time is likelier the longer the time, and with wear the older the machine", () => {
		const law = { shape: 3, scale: 10 };
		expect(failureProbability(law, 5, 0)).toBe(0);
		expect(failureProbability(law, 5, 2)).toBeCloseTo(1 - Math.exp(0.125 - 0.343), 12);
		for (let age = 1; age < 20; age++)
			expect(failureProbability(law, age, 1)).toBeGreaterThan(failureProbability(law, age - 1, 1));
	});
});

describe("planned maintenance", () => {
	test("age replacement, β 2, η 1, costs 1 and 5 (Barlow & Hunter 1960): T* .5106552243, rate 4.0852417944", () => {
		const { age, rate } = ageReplacement({ shape: 2, scale: 1 }, { planned: 1, corrective: 5 });
		expect(age).toBeCloseTo(0.5106552243, 10);
		expect(rate).toBeCloseTo(4.0852417944, 9);
	});

	test("no other age costs less", () => {
		const law = { shape: 3.3, scale: 40 };
		const costs = { planned: 2, corrective: 9 };
		const best = ageReplacement(law, costs);
		const mean = meanRemainingLife(law, 0);
		const rate = (age: number) => {
			const survival = Math.exp(-cumulativeHazard(law, age));
			return (2 * survival + 9 * (1 - survival)) / (mean - survival * meanRemainingLife(law, age));
		};
		expect(rate(best.age)).toBeCloseTo(best.rate, 10);
		for (let age = 5; age < 80; age++) expect(rate(age)).toBeGreaterThanOrEqual(best.rate);
	});

	test("without wear it never pays", () => {
		const never = ageReplacement({ shape: 1, scale: 4 }, { planned: 1, corrective: 8 });
		expect(never.age).toBe(Infinity);
		expect(never.rate).toBeCloseTo(2, 12);
		expect(maintenanceAge({ shape: 1, scale: 4 }, { planned: 1, corrective: 8, left: 0.3 })).toBe(Infinity);
		expect(() => ageReplacement({ shape: 2, scale: 4 }, { planned: 5, corrective: 5 })).toThrow(RangeError);
	});

	test("of a machine that it makes younger: no other age costs less, and at β 2 it is η √(p/(c (1 − left²)))", () => {
		const law = { shape: 2, scale: 173 };
		const costs = { planned: 0.012, corrective: 0.04, left: 0.3 };
		const best = maintenanceAge(law, costs);
		expect(best).toBeCloseTo(173 * Math.sqrt(0.012 / (0.04 * 0.91)), 9);
		const wearing = { shape: 3.3, scale: 40 };
		const rate = (age: number) =>
			(0.012 + 0.04 * (cumulativeHazard(wearing, age) - cumulativeHazard(wearing, 0.3 * age))) / (0.7 * age);
		const least = rate(maintenanceAge(wearing, costs));
		for (let age = 5; age < 80; age++) expect(rate(age)).toBeGreaterThanOrEqual(least);
	});
});

describe("the intensity of a fleet", () => {
	const bins = 24;
	const width = 20;
	const mean = (shape: number, scale: number, use: readonly number[]) =>
		use.map((u, b) => (u / width) * ((((b + 1) * width) / scale) ** shape - ((b * width) / scale) ** shape));

	test("is found again from expected counts, whatever the ages of the fleet", () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.6, max: 5, noNaN: true }),
				fc.double({ min: 50, max: 500, noNaN: true }),
				fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: bins, maxLength: bins }),
				(shape, scale, use) => {
					const fit = fitIntensity({ width, failures: mean(shape, scale, use), use });
					expect((fit?.shape ?? 0) / shape).toBeCloseTo(1, 6);
					expect((fit?.scale ?? 0) / scale).toBeCloseTo(1, 6);
					const rates = meanIntensities({ shape, scale }, width, bins);
					mean(shape, scale, use).forEach((failures, b) => {
						expect(rates[b] * use[b]).toBeCloseTo(failures, 8);
					});
				},
			),
		);
	});

	test("for machines seen from new to an age it is Crow's estimate N/Σ ln(T/x), but for the width of bins", () => {
		const draws = sequence("crow", DRAWS);
		const [shape, scale, T] = [2, 173, bins * width];
		const failures = new Array<number>(bins).fill(0);
		let [count, logs] = [0, 0];
		const machines = 400;
		for (let i = 0; i < machines; i++) {
			for (let hazard = exponential(draws.word()); ; hazard += exponential(draws.word())) {
				const age = scale * Math.sqrt(hazard);
				if (age >= T) break;
				failures[Math.floor(age / width)]++;
				count++;
				logs += Math.log(T / age);
			}
		}
		const use = new Array<number>(bins).fill(machines * width);
		const fit = fitIntensity({ width, failures, use });
		expect((fit?.shape ?? 0) / (count / logs)).toBeCloseTo(1, 2);
		// Shape's standard error is β/√N.
		expect(Math.abs((fit?.shape ?? 0) - shape)).toBeLessThan((4 * shape) / Math.sqrt(count));
		// As many failures as were seen are what it expects of the fleet.
		const rates = fit && meanIntensities(fit, width, bins);
		expect(rates?.reduce((sum, rate) => sum + rate * machines * width, 0)).toBeCloseTo(count, 6);
	});

	test("cannot be told from failures of one age", () => {
		const use = new Array(bins).fill(100);
		const at = (...places: number[]) => use.map((_, b) => (places.includes(b) ? 3 : 0));
		expect(fitIntensity({ width, failures: at(), use })).toBeUndefined();
		expect(fitIntensity({ width, failures: at(0), use })).toBeUndefined();
		expect(fitIntensity({ width, failures: at(5), use })).toBeUndefined();
		expect(fitIntensity({ width, failures: at(18, 21), use })?.shape).toBeGreaterThan(1);
	});
});
