// Results known exactly, each to be found again by a run of a built-in scenario (MODEL §8, `fractwin verify`).

import type { RunResult } from "../engine/experiment/run-spec.js";

/** What is kept of a run. */
export type Found = Pick<RunResult, "outcomes" | "audit">;

export interface LimitingCase {
	readonly name: string;
	readonly expected: number;
	/** Largest |found − expected| that passes: Monte-Carlo error of the ticks run, 0 where the result is exact. */
	readonly tolerance: number;
	readonly source: string;
	readonly scenario: string;
	readonly sets: readonly string[];
	/** One run for each, with these sets besides; one run of the sets alone where left out. */
	readonly variants?: readonly (readonly string[])[];
	readonly seed: string;
	/** The number to compare, from the results of the runs. */
	find(results: readonly Found[]): number;
}

const chen = "Chen, Drezner, Ryan and Simchi-Levi (2000), Management Science 46(3)";
const outcome = (name: string) => (results: readonly Found[]) =>
	results[0]?.outcomes.find((found) => found.name === name)?.value ?? Number.NaN;

/** Four per cent: three standard errors of the noisiest case, MMSE of AR(1), over 39,800 ticks. */
const bullwhip = (
	name: string,
	expected: number,
	sets: readonly string[],
	source = chen,
	metric = "bullwhip1",
	relative = 0.04,
): LimitingCase => ({
	name,
	expected,
	tolerance: expected * relative,
	source,
	scenario: "serial-chain",
	sets,
	seed: "verify",
	find: outcome(metric),
});

const sterman = "Sterman (1989), Management Science 35(3)";
const beer = (name: string, metric: string, expected: number): LimitingCase => ({
	name,
	expected,
	tolerance: 0,
	source: sterman,
	scenario: "beer-game",
	sets: [],
	seed: "verify",
	find: outcome(metric),
});

const audited = (part: string): LimitingCase => ({
	name: `bulldozer: ${part} conserved`,
	expected: 0,
	tolerance: 0,
	source: "double entry: stocks recounted against flows",
	scenario: "bulldozer",
	sets: ["ticks=260", "twin.preset=standard"],
	seed: "verify",
	find: (results) => results[0]?.audit[part] ?? Number.NaN,
});

const units = Array.from(
	{ length: 16 },
	(_, k) => `{name: unit ${k + 1}, cost: 1000, leadDays: 7, demand: {meanPerDay: 2, sdPerDay: 2}}`,
);
/** Sixteen equal units, each with a demand and an availability of its own, in modules of 1 to 16. */
const pooling = (name: string, expected: number, sets: readonly string[], find: LimitingCase["find"]) => ({
	name,
	expected,
	tolerance: 0,
	source:
		"§8: pooled variance falls with n, and nothing else changes; hours shared out ahead do not meet the noise",
	scenario: "serial-chain",
	sets: [
		`stages=[${units.join(", ")}]`,
		"ticks=1500",
		"returns=false",
		"demand.kind=negativeBinomial",
		"economics.capacity=1.1",
		"hidden.availability={center: 0.9, rho: 0, sd: 0.5}",
		...sets,
	],
	variants: [1, 2, 4, 8, 16].map((size) => [`modules.size=${size}`]),
	seed: "verify",
	find,
});
const fillRates = (results: readonly Found[]) => results.map((result) => outcome("fillRate")([result]));
const rises = (rates: readonly number[]) => rates.slice(1).filter((rate, k) => rate > rates[k]).length;

const two = ["stages=2", "leadTime=1", "forecast.window=4"];

export const limitingCases: readonly LimitingCase[] = [
	bullwhip("bullwhip, moving average, L 1, p 5", 1.48, ["leadTime=0", "forecast.window=5"]),
	bullwhip("bullwhip, moving average, L 2, p 4", 2.5, ["leadTime=1", "forecast.window=4"]),
	bullwhip("bullwhip, moving average, L 3, p 10", 1.78, ["leadTime=2", "forecast.window=10"]),
	bullwhip("bullwhip, moving average, L 2, p 4, AR(1) demand .5", 2.40625, [
		"leadTime=1",
		"forecast.window=4",
		"demand.kind=ar1",
		"demand.rho=0.5",
	]),
	bullwhip("bullwhip, two stages, shared demand", 5, [...two, "sharing=true"], chen, "bullwhip2"),
	bullwhip("bullwhip, two stages, not shared", 7.375, two, chen, "bullwhip2"),
	bullwhip(
		"bullwhip, two stages, shared without lag",
		3,
		[...two, "sharing=true", "sharing.delay=0"],
		"2a₂² + (1 + a₁)² + a₁², a = l/p",
		"bullwhip2",
	),
	bullwhip("bullwhip, exponential smoothing .3, L 2", 2.623529, [
		"leadTime=1",
		"forecast.kind=exponential",
		"forecast.alpha=0.3",
	]),
	bullwhip(
		"bullwhip, MMSE forecast of AR(1) .7, L 2",
		2.56366,
		["leadTime=1", "forecast.kind=mmse", "demand.kind=ar1", "demand.rho=0.7"],
		"1 + 2ρ(1 − ρ^(l+1))(1 − ρ^(l+2))/(1 − ρ), Lee, So and Tang (2000), Management Science 46(5)",
	),
	beer("beer game, retailer's cost", "cost1", 46),
	beer("beer game, wholesaler's cost", "cost2", 50),
	beer("beer game, distributor's cost", "cost3", 54),
	beer("beer game, factory's cost", "cost4", 54),
	beer("beer game, team cost", "cost", 204),
	{
		name: "bulldozer: a perfect twin never errs",
		expected: 0,
		tolerance: 0,
		source: "§4.4: K = 1 and x^ = x bit for bit",
		scenario: "bulldozer",
		sets: ["ticks=260", "twin.preset=perfect"],
		seed: "verify",
		find: outcome("stateError"),
	},
	{
		name: "bulldozer: mean weekly demand",
		expected: 35,
		// Standard error of the mean over 936 weeks with the macro factor's autocorrelation: about .5.
		tolerance: 1.5,
		source: "Graves and Willems (2003): 5 a day",
		scenario: "bulldozer",
		sets: [],
		seed: "verify",
		find: outcome("demandMean"),
	},
	pooling("pooling in the same tick: rises of the fill rate with n = 1, 2, 4, 8, 16", 4, [], (results) =>
		rises(fillRates(results)),
	),
	pooling(
		"quotas fixed ahead: is the fill rate of 16 above that of one?",
		0,
		["modules.lending=false", "planning.kind=greedy"],
		(results) => {
			const [alone, , , , all] = fillRates(results);
			return all > alone ? 1 : 0;
		},
	),
	audited("goods"),
	audited("money"),
];
