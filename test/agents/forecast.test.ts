// Hypothesis, verification, correction (§4.5): each hypothesis is exact where it is right, and the closed loop finds it.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HYPOTHESES } from "../../agents/forecast/columns.js";
import { hypothesisNames, SHARED } from "../../agents/forecast/hypotheses.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { forecastKinds } from "../../agents/parameters.js";
import { settings } from "../../agents/settings.js";
import { confidenceInterval } from "../../engine/analysis/intervals.js";
import { fork } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { draw, forecasters, MEAN, SD } from "./demand-series.js";
import { few, go, outcome, resultOf, worldOf } from "./worlds.js";

/** Relative errors of the forecasts of the next tick and of the next l, from tick `after` to `ticks`. */
function errors(
	kind: string,
	series: (tick: number) => number,
	{ l = 4, after = 0, sets = [] as string[] } = {},
) {
	const ticks = after + 60;
	const { own, meet } = forecasters(1, [
		"sharing=true",
		`forecast.kind=${kind}`,
		`leadTime=${l - 1}`,
		...sets,
	]);
	let next = 0;
	let lead = 0;
	for (let t = 0; t < ticks; t++) {
		meet(() => series(t));
		if (t < after) continue;
		let sum = 0;
		for (let h = 1; h <= l; h++) sum += series(t + h);
		next = Math.max(next, Math.abs(own.forecast[0] - series(t + 1)) / MEAN);
		lead = Math.max(lead, Math.abs(own.leadForecast[0] - sum) / (l * MEAN));
	}
	return { next, lead };
}
const exact = { next: expect.closeTo(0, 9), lead: expect.closeTo(0, 9) };
const l = fc.integer({ min: 1, max: 30 });

describe("a hypothesis is exact where it is right", () => {
	it("each: a demand that never changes", () => {
		for (const kind of forecastKinds)
			expect(
				errors(kind, () => MEAN),
				kind,
			).toEqual(exact);
	});

	it("moving average: p demands of the same sum, whatever their order", () => {
		const round = [3, 9, 1, 7, 5].map((x) => (x / 5) * MEAN);
		const { own, meet } = forecasters(1, ["forecast.kind=movingAverage", "forecast.window=5"]);
		for (let t = 0; t < 40; t++) {
			meet(() => round[t % 5] as number);
			if (t >= 4) expect(own.forecast[0]).toBe(MEAN);
		}
	});

	it("exponential smoothing: after a step the error fades by 1 − α a tick", () => {
		const { own, meet } = forecasters(1, ["forecast.alpha=0.3"]);
		for (let t = 1; t < 40; t++) {
			meet(() => 2 * MEAN);
			expect(own.forecast[0] / (MEAN * (2 - 0.7 ** t))).toBeCloseTo(1, 12);
			expect(own.leadForecast[0]).toBe(own.forecast[0]);
		}
	});

	it("Holt: any straight line, l L + B l (l + 1)/2 over the lead time", () => {
		fc.assert(
			fc.property(fc.double({ min: -0.1, max: 0.1, noNaN: true }), l, (slope, l) => {
				const sets = ["forecast.holt.alpha=0.5", "forecast.holt.beta=0.3"];
				expect(errors("holt", (t) => MEAN * (1 + slope * t), { l, after: 150, sets })).toEqual(exact);
			}),
			{ numRuns: 30 },
		);
	});

	it("AR(1): any return to any mean at any rate, from the tenth pair on", () => {
		const rho = fc.double({ min: 0.6, max: 0.98, noNaN: true });
		fc.assert(
			fc.property(
				rho,
				fc.boolean(),
				fc.double({ min: 0.5, max: 2, noNaN: true }),
				l,
				(size, flip, mean, l) => {
					const back = flip ? -size : size;
					const series = (t: number) => MEAN * (mean + back ** t);
					expect(errors("ar1", series, { l, after: 10 })).toEqual(exact);
				},
			),
			{ numRuns: 50 },
		);
	});

	it("seasonal naive: any season, for lead times shorter and longer than it", () => {
		const season = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(season, l, (round, l) => {
				const m = round.length;
				const series = (t: number) => MEAN * (round[t % m] as number);
				expect(errors("seasonalNaive", series, { l, after: m - 1, sets: [`forecast.season=${m}`] })).toEqual(
					exact,
				);
			}),
			{ numRuns: 50 },
		);
	});

	it("mmse: AR(1) demand of the ρ and mean that it is told", () => {
		const sets = ["demand.kind=ar1", "demand.rho=0.7"];
		expect(errors("mmse", (t) => MEAN * (1 + 0.7 ** t), { sets })).toEqual(exact);
	});

	it("shared: ψ of the end demand, 1 − ψ of own orders", () => {
		const { own, meet } = forecasters(1, ["sharing={weight: 0.25}", "forecast.alpha=1"]);
		for (const [orders, end] of [
			[5, 9],
			[70, 2],
		] as const) {
			meet(
				() => orders,
				() => end,
			);
			expect(own.forecast[0]).toBe(0.75 * orders + 0.25 * end);
		}
	});

	it("the sum over one tick is the next tick's forecast, whatever came", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...forecastKinds),
				fc.array(fc.nat(1000), { minLength: 1 }),
				(kind, series) => {
					const { own, meet } = forecasters(1, [`forecast.kind=${kind}`, "leadTime=0"]);
					for (const demand of series) meet(() => demand);
					expect(own.leadForecast[0]).toBeCloseTo(own.forecast[0], 6);
				},
			),
		);
	});
});

describe("AR(1) as estimated", () => {
	it("is off by −(1 + 3ρ)/n on average, the bias of least squares (Kendall 1954)", () => {
		const [makers, ticks] = [300, 400];
		const series = draw("ar1", makers, ticks);
		const { own, meet } = forecasters(makers, ["forecast.memory=5200"]);
		for (let t = 0; t < ticks; t++) meet((i) => (series[i] as Float64Array)[t]);
		const off = Array.from({ length: makers }, (_, i) => own.ar1Rho[2 * i] - 0.8 + 3.4 / ticks);
		const { low, high } = confidenceInterval(off, 0.999);
		expect(low).toBeLessThan(0);
		expect(high).toBeGreaterThan(0);
		expect((high as number) - (low as number)).toBeLessThan(0.02);
	});

	it("says nothing of ρ before the tenth pair, and stays within ±.99 when demand grows without bounds", () => {
		const { own, meet } = forecasters(1, ["forecast.kind=ar1"]);
		for (let t = 0; t < 20; t++) {
			meet(() => 1.9 ** t);
			expect(own.ar1Rho[0]).toBe(t < 10 ? 0 : 0.99);
		}
	});
});

/** Runs the closed loop on generated series after 130 ticks of warm-up: log ratios of its rms to a hypothesis', by maker. */
function loop(kind: string, sets: readonly string[] = []) {
	const [makers, ticks, warmUp] = [60, 520, 130];
	const series = draw(kind, makers, ticks);
	const { own, meet } = forecasters(makers, ["forecast.closedLoop=true", ...sets]);
	const ofLoop = new Float64Array(makers);
	const ofEach = hypothesisNames.map(() => new Float64Array(makers));
	const used = hypothesisNames.map(() => 0);
	let switches = 0;
	for (let t = 0; t < ticks; t++) {
		if (t > warmUp)
			for (let i = 0; i < makers; i++) {
				const demand = Math.round((series[i] as Float64Array)[t]);
				ofLoop[i] += (demand - own.forecast[i]) ** 2;
				ofEach.forEach((sum, h) => {
					sum[i] += (demand - own.hypothesisNext[i * HYPOTHESES + h]) ** 2;
				});
				used[own.hypothesis[i]]++;
				switches += own.switched[i];
			}
		meet((i) => (series[i] as Float64Array)[t]);
	}
	const observed = makers * (ticks - warmUp - 1);
	return {
		share: (name: string) => (used[hypothesisNames.indexOf(name)] as number) / observed,
		switches: switches / observed,
		rms: Math.sqrt(ofLoop.reduce((sum, squares) => sum + squares, 0) / observed),
		against(name: string) {
			const other = ofEach[hypothesisNames.indexOf(name)] as Float64Array;
			return confidenceInterval(
				Array.from(ofLoop, (squares, i) => Math.log(squares / other[i]) / 2),
				0.95,
			);
		},
	};
}

describe("the closed loop", () => {
	// Largest upper bounds of the 95 % interval of ln(rms of the loop / rms of exponential smoothing).
	it.each([
		["movingAverage", 0.8, -0.08],
		["holt", 0.95, -0.25],
		["ar1", 0.95, -0.3],
		["seasonalNaive", 0.99, -1.2],
	] as const)(
		"finds %s where it is right and is off by less than exponential smoothing",
		(kind, share, bound) => {
			const found = loop(kind);
			expect(found.share(kind)).toBeGreaterThan(share);
			expect(found.against("exponential").high).toBeLessThan(bound);
			expect(found.against(kind).high).toBeLessThan(0.02);
		},
	);

	it("finds exponential smoothing where that is right, or what is as good: within 3 % of its error", () => {
		const found = loop("exponential", ["forecast.kind=constant"]);
		expect(found.share("exponential")).toBeGreaterThan(0.5);
		expect(found.against("exponential").high).toBeLessThan(0.03);
		expect(found.against("shared").high).toBeLessThan(-0.1);
	});

	it("finds shared end demand where orders follow it by a tick, and then errs no more", () => {
		const makers = 20;
		const { own, meet } = forecasters(makers, [
			"sharing=true",
			"forecast.kind=movingAverage",
			"forecast.window=1",
			"forecast.closedLoop=true",
		]);
		const series = draw("ar1", makers, 200);
		const at = (i: number, t: number) => Math.round((series[i] as Float64Array)[Math.max(0, t)]);
		for (let t = 0; t < 200; t++) {
			meet(
				(i) => at(i, t - 1),
				(i) => at(i, t),
			);
			if (t < 60) continue;
			for (let i = 0; i < makers; i++) {
				expect(own.hypothesis[i]).toBe(SHARED);
				expect(own.forecast[i]).toBe(at(i, t));
			}
		}
	});

	it("by its hysteresis switches less than half as often and errs no more than 1 % more", () => {
		for (const kind of ["movingAverage", "exponential", "ar1"]) {
			const bold = loop(kind, ["forecast.hysteresis=0"]);
			const calm = loop(kind, ["forecast.hysteresis=0.1"]);
			expect(calm.switches, kind).toBeLessThan(0.5 * bold.switches);
			expect(calm.rms, kind).toBeLessThan(1.01 * bold.rms);
		}
	});

	it("is a lever: closed or opened between two ticks it takes effect in the next, and opened it is the fixed one", () => {
		const world = go(worldOf("plain bulldozer", [...few, "forecast.hysteresis=0"]), 60);
		const closed = fork(world);
		columns(closed, settings).closedLoop[0] = 1;
		go(world, 1);
		go(closed, 1);
		expect(new Set(columns(world, manufacturer).hypothesis)).toEqual(new Set([SHARED]));
		expect(new Set(columns(closed, manufacturer).hypothesis).size).toBeGreaterThan(1);
		expect(hash(closed, ["open"])).not.toBe(hash(world, ["open"]));
		columns(closed, settings).closedLoop[0] = 0;
		go(closed, 1);
		expect(new Set(columns(closed, manufacturer).hypothesis)).toEqual(new Set([SHARED]));
	});

	it("tells what it did: switches only while it is closed, shares of makers that sum to one", () => {
		const open = resultOf("plain bulldozer", few, { ticks: 200 });
		const closed = resultOf("plain bulldozer", [...few, "forecast.closedLoop=true"], { ticks: 200 });
		expect(hypothesisNames).toHaveLength(HYPOTHESES);
		expect(outcome(open, "hypothesisSwitches")).toBe(0);
		expect(outcome(closed, "hypothesisSwitches")).toBeGreaterThan(0);
		expect(outcome(closed, "forecastError")).not.toBe(outcome(open, "forecastError"));
		const use = closed.recording.series.find(({ name }) => name === "hypothesisUse");
		for (let t = 0; t < 200; t++) {
			const shares = Array.from(use?.values.subarray(t * HYPOTHESES, (t + 1) * HYPOTHESES) ?? []);
			expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
		}
	});
});

describe("the error of a forecast", () => {
	it("is |D − F|/D, smoothed by 1/13 a tick, beside that of the last demand again", () => {
		const { own, meet } = forecasters(1, ["forecast.kind=constant"]);
		const [start, naive] = [own.forecastMape[0], own.naiveMape[0]];
		expect(start).toBeCloseTo(Math.sqrt(2 / Math.PI) * (SD / MEAN), 12);
		for (let t = 0; t < 100; t++) meet(() => 2 * MEAN);
		expect(own.forecastMape[0]).toBeCloseTo(0.5 + (start - 0.5) * (12 / 13) ** 100, 12);
		expect(own.naiveMape[0]).toBeCloseTo((naive + (0.5 - naive) / 13) * (12 / 13) ** 99, 12);
	});

	it("without demand counts units, and as 2 at most", () => {
		const { own, meet } = forecasters(1, ["forecast.kind=constant"]);
		for (let t = 0; t < 300; t++) meet(() => 0);
		expect(own.forecastMape[0]).toBeCloseTo(2, 6);
		expect(own.naiveMape[0]).toBeCloseTo(0, 6);
	});

	it("over that of the naive forecast is 1/√2 for independent demand and a forecast of its mean", () => {
		const found = resultOf("serial-chain", ["forecast.kind=constant"], { ticks: 20_000 });
		expect(Math.abs(outcome(found, "forecastError") - Math.SQRT1_2)).toBeLessThan(0.01);
	});
});

describe("whatever is asked", () => {
	const numbers = [
		...["history", "smoothedDemand", "holtLevel", "holtTrend", "ar1Before", "ar1Now", "ar1Variance"],
		...["ar1Covariance", "ar1Rho", "hypothesisNext", "hypothesisError", "forecastOwn", "forecastEnd"],
		...["forecast", "leadForecast", "errorVariance", "forecastMape", "naiveMape", "expectedDelay"],
	] as const;
	const demand = fc.oneof(
		fc.constant(0),
		fc.integer({ min: 0, max: 3 }),
		fc.integer({ min: 0, max: 2 ** 31 - 1 }),
	);
	const series = fc.oneof(
		fc.array(demand, { minLength: 1, maxLength: 80 }),
		fc.constant(new Array<number>(80).fill(0)),
		fc.array(fc.constant(2 ** 31 - 1), { minLength: 80, maxLength: 80 }),
	);

	it("every number of the forecast is finite, and no forecast is below zero unless goods come back", () => {
		fc.assert(
			fc.property(
				series,
				fc.constantFrom(...forecastKinds),
				fc.boolean(),
				fc.boolean(),
				(asked, kind, on, back) => {
					const { own, meet } = forecasters(1, [
						`forecast.kind=${kind}`,
						`forecast.closedLoop=${on}`,
						`returns=${back}`,
						"forecast.hysteresis=0",
					]);
					for (const units of asked) {
						meet(() => units);
						expect(numbers.filter((name) => !own[name].every(Number.isFinite))).toEqual([]);
						if (!back) expect(Math.min(own.forecast[0], own.leadForecast[0])).toBeGreaterThanOrEqual(0);
						expect(Math.abs(own.ar1Rho[0])).toBeLessThanOrEqual(0.99);
					}
				},
			),
		);
	});
});
