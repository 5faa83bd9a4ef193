// A demand series becomes the demand of end stages: means and deviations as in the file, a yearly cycle where there is one.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";
import { importDemand } from "../../scenarios/importers/demand.js";
import { parseScenario } from "../../scenarios/parse.js";
import { outcome, resultOf } from "../agents/worlds.js";
import { faultsOf, sharedData } from "./text.js";

const DRAWS = purpose("test demand");
const imported = (text: string) => {
	const yaml = importDemand({ file: "f.csv", text, name: "x" });
	const scenario = parseScenario(yaml, "x.yaml");
	if (!Array.isArray(scenario.stages)) throw new Error("stages is a list");
	return { ...scenario, stages: scenario.stages, yaml };
};
const faults = (text: string) => faultsOf(() => importDemand({ file: "f.csv", text, name: "x" }));
const day = (index: number) => new Date(Date.UTC(2020, 0, 6 + index)).toISOString().slice(0, 10);
const series = (count: number, step: number, of: (t: number) => number | string, head = "date,units") =>
	[head, ...Array.from({ length: count }, (_, t) => `${day(step * t)},${of(t)}`)].join("\n");

/** n values of an AR(1) around a mean. */
function autoregressive(n: number, mean: number, sd: number, rho: number): number[] {
	const draws = sequence("series", DRAWS);
	let deviation = sd * draws.normal();
	return Array.from({ length: n }, () => {
		deviation = rho * deviation + sd * Math.sqrt(1 - rho * rho) * draws.normal();
		return Math.round(mean + deviation);
	});
}

test("weeks as they are: mean and deviation per day", () => {
	const { stages, tick, demand } = imported(series(10, 7, (t) => (t % 2 === 0 ? 6 : 8)));
	expect(tick.days).toBe(7);
	expect(stages).toHaveLength(1);
	expect(stages[0]).toMatchObject({ name: "units", upstream: {} });
	expect(stages[0]?.demand?.meanPerDay).toBeCloseTo(1, 5);
	// Deviation of 6 and 8, five times each: √(10/9) a week.
	expect(stages[0]?.demand?.sdPerDay).toBeCloseTo(Math.sqrt(10 / 9 / 7), 5);
	// What is low after high and high after low is no chance.
	expect(demand.kind).toBe("ar1");
	expect(demand.rho).toBeCloseTo(-0.9, 10);
});

test("days are summed to weeks; what is left of a week is left out", () => {
	const days = (last: number) => series(7 * 9 + 3, 1, (t) => (t >= 63 ? last : t % 7));
	const { stages, tick } = imported(days(1000));
	expect(tick.days).toBe(7);
	expect(stages[0]?.demand).toEqual({ meanPerDay: 3, sdPerDay: 0 });
	expect(imported(days(0)).stages).toEqual(stages);
});

test("months keep their length; periods without dates are weeks", () => {
	const months = Array.from(
		{ length: 24 },
		(_, t) => `${2020 + Math.floor(t / 12)}-${(t % 12) + 1},${5 + (t % 3)}`,
	);
	expect(imported(["month,units", ...months].join("\n")).tick.days).toBeCloseTo(30.4, 1);
	const weeks = Array.from({ length: 12 }, (_, t) => `W${t},${5 + (t % 3)}`);
	expect(imported(["week,units", ...weeks].join("\n")).tick.days).toBe(7);
});

test("several columns are several end stages; one that nobody asked for is left out, and said to be", () => {
	const { stages, yaml } = imported(series(20, 7, (t) => `${t % 3},0,${100 + t}`, "date,A,B,C"));
	expect(stages.map(({ name }) => name)).toEqual(["A", "C"]);
	expect(yaml).toContain("Left out, since nobody asked for them: B.");
});

describe("the kind of demand", () => {
	test("counts that vary more than Poisson ones and come near zero: negative binomial", () => {
		expect(imported(series(30, 7, (t) => [0, 9, 0, 0, 4, 1, 0, 12, 2][t % 9] as number)).demand.kind).toBe(
			"negativeBinomial",
		);
	});
	test("large demand where a week tells of the next: AR(1) with its autocorrelation", () => {
		const values = autoregressive(400, 1000, 100, 0.7);
		const { demand, stages } = imported(series(400, 7, (t) => values[t] as number));
		expect(demand.kind).toBe("ar1");
		expect(Math.abs(demand.rho - 0.7)).toBeLessThan(0.1);
		expect(Math.abs((stages[0]?.demand?.sdPerDay ?? 0) * Math.sqrt(7) - 100)).toBeLessThan(15);
	});
	test("steadier than Poisson demand, each week for itself: normal", () => {
		const values = autoregressive(200, 1000, 10, 0);
		const { demand } = imported(series(200, 7, (t) => values[t] as number));
		expect(demand).toMatchObject({ kind: "normal", rho: 0 });
	});
});

describe("the yearly cycle", () => {
	const noise = autoregressive(260, 0, 50, 0.5);
	const wave = (amplitude: number) => (t: number) =>
		1000 * (1 + amplitude * Math.sin((2 * Math.PI * 7 * t) / 365.25 + 1)) + (noise[t] as number);

	test("is found with its size, and taken out of the deviation", () => {
		const { macro, stages } = imported(series(260, 7, wave(0.3)));
		expect(macro.periodTicks).toBeCloseTo(52.18, 2);
		expect(Math.abs(macro.amplitude - 0.3)).toBeLessThan(0.02);
		// With the cycle in it would be 218.
		expect(Math.abs((stages[0]?.demand?.sdPerDay ?? 0) * Math.sqrt(7) - 50)).toBeLessThan(12);
	});
	test("is not seen where there is none, nor in less than two years", () => {
		expect(imported(series(260, 7, wave(0))).macro.amplitude).toBe(0);
		expect(imported(series(100, 7, wave(0.3))).macro.amplitude).toBe(0);
		// A slow drift that comes and goes is no cycle.
		const slow = autoregressive(260, 1000, 100, 0.95);
		expect(imported(series(260, 7, (t) => slow[t] as number)).macro.amplitude).toBe(0);
	});
});

test("a run asks for what the file asked for", () => {
	const values = autoregressive(300, 500, 60, 0.6);
	const { yaml } = imported(series(300, 7, (t) => values[t] as number));
	const result = resultOf(yaml, ["ticks=4000"]);
	expect(Math.abs(outcome(result, "demandMean") / 500 - 1)).toBeLessThan(0.03);
	expect(Math.abs(Math.sqrt(outcome(result, "demandVariance")) / 60 - 1)).toBeLessThan(0.15);
});

test.each([
	["a blank cell", series(9, 7, (t) => (t === 3 ? "" : 5)), "f.csv:5 units: missing; expected a number"],
	["text", series(9, 7, (t) => (t === 3 ? "many" : 5)), 'f.csv:5 units: got text "many"; expected a number'],
	[
		"goods that come back",
		series(9, 7, (t) => (t === 3 ? -5 : 5)),
		"f.csv:5 units: got -5; expected a demand ≥ 0",
	],
	["too short", series(5, 7, () => 5), "f.csv: 5 periods; expected at least 8, to know how demand varies"],
	[
		"some days",
		series(50, 1, () => 5),
		"f.csv: 7 whole weeks; expected at least 8, to know how demand varies",
	],
	[
		"a gap",
		series(20, 7, () => 5).replace(`${day(70)},5\n`, ""),
		"f.csv:12 date: comes after 14 days; expected a row every 7 days",
	],
	[
		"a day that is none",
		series(20, 7, () => 5).replace(day(70), "2020-02-30"),
		'f.csv:12 date: got text "2020-02-30"; expected a date, as 2024-01-31',
	],
	[
		"the wrong order",
		series(9, 7, () => 5).replace(day(14), day(0)),
		"f.csv:4 date: is not after the row before; expected rows in the order of time",
	],
	[
		"no demand at all",
		series(9, 7, () => 0),
		/^f\.csv: no column has any demand; expected a column of dates/,
	],
	["one column", "units\n5\n6", /^f\.csv:1 one column alone; expected a column of dates/],
])("%s: a fault", (_what, text, fault) => {
	expect(faults(text)[0]).toEqual(typeof fault === "string" ? fault : expect.stringMatching(fault));
});

const file = sharedData(
	"supplygraph",
	"Raw Dataset",
	"Homogenoeus",
	"Temporal Data",
	"Unit",
	"Sales Order.csv",
);
const missing = !existsSync(file);
if (missing) console.warn(`skipped: the demand of SupplyGraph, since ${file} is absent`);

test.skipIf(missing)(
	"SupplyGraph (Wasi et al. 2024): 31 whole weeks of orders for 41 products, those asked for",
	() => {
		const text = missing ? "" : readFileSync(file, "utf8");
		const { stages, demand, yaml } = imported(text);
		const table = text
			.trim()
			.split("\n")
			.map((line) => line.trim().split(","));
		const asked = (table[0] as string[])
			.slice(1)
			.filter((_, at) => table.slice(1, 218).some((row) => Number(row[at + 1]) > 0));
		expect(stages.map(({ name }) => name)).toEqual(asked);
		expect(yaml).toContain("31 periods of 7 days");
		expect(demand.kind).toBe("negativeBinomial");
		const perDay = stages.reduce((sum, stage) => sum + (stage.demand?.meanPerDay ?? 0), 0);
		const total = table
			.slice(1, 218)
			.reduce((sum, row) => sum + row.slice(1).reduce((all, cell) => all + Number(cell), 0), 0);
		expect(perDay * 217).toBeCloseTo(total, -3);
		const result = resultOf(yaml, ["ticks=400"]);
		expect(result.audit).toEqual({ goods: 0, money: 0 });
		expect(Math.abs(outcome(result, "demandMean") / (total / 31) - 1)).toBeLessThan(0.1);
	},
);
