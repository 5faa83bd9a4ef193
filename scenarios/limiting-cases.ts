// Results known exactly, each to be found again by a run of a built-in scenario (MODEL §8, `fractwin verify`).

import type { RunResult } from "../engine/experiment/run-spec.js";
import { seriesOf, valuesOf } from "../engine/record/recording.js";

export interface LimitingCase {
	readonly name: string;
	readonly expected: number;
	/** Largest |found − expected| that passes: Monte-Carlo error of the ticks run, 0 where the result is exact. */
	readonly tolerance: number;
	readonly source: string;
	readonly scenario: string;
	readonly sets: readonly string[];
	readonly seed: string;
	/** The number to compare, from the results of the runs (one run unless the case says more). */
	find(results: readonly RunResult[]): number;
}

const chen = "Chen, Drezner, Ryan and Simchi-Levi (2000), Management Science 46(3)";
const outcome = (name: string) => (results: readonly RunResult[]) =>
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

/** Bass's p .03, q .38 among 100,000, in steps of a fiftieth of a year. */
const diffusion = (
	name: string,
	expected: number,
	tolerance: number,
	found: (share: ArrayLike<number>) => number,
): LimitingCase => ({
	name,
	expected,
	tolerance,
	source: "Bass (1969), Management Science 15(5): F(t) = (1 − e^{−(p+q)t})/(1 + (q/p)e^{−(p+q)t})",
	scenario: "bulldozer",
	sets: ["customers.owners=100000", `tick.days=${YEAR / 50}`, "ticks=501"],
	seed: "verify",
	find: ([result]) => (result ? found(valuesOf(seriesOf(result.recording, "adoption"))) : Number.NaN),
});
const YEAR = 365;
/** Share of adopters when most adopt, (q − p)/2q. */
const AT_PEAK = 0.35 / 0.76;

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
	// Three standard errors, .0024 and .031 years, and the step's own error, .0014 and .016 years.
	diffusion("adoption of services, share after 10 years", 0.8128032, 0.0086, (share) => share[500]),
	diffusion("adoption of services, years to its peak", 6.192619, 0.11, (share) => {
		let t = 0;
		while (share[t] < AT_PEAK) t++;
		return (t - (share[t] - AT_PEAK) / (share[t] - share[t - 1])) / 50;
	}),
	audited("goods"),
	audited("money"),
];
