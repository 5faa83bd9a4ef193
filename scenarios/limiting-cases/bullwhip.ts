// How much more orders vary than demand: exact for order-up-to with normal demand and returns.

import { type LimitingCase, outcome, outcomeOf } from "./limiting-case.js";

const chen = "Chen, Drezner, Ryan and Simchi-Levi (2000), Management Science 46(3)";

/** Three standard errors over 39,800 ticks, of ratios measured with eight seeds. */
const RELATIVE = 0.01;
/** The same where demand is autocorrelated at .7, or two stages order from the same demand at once. */
const NOISY = 0.02;

const bullwhip = (
	name: string,
	expected: number,
	sets: readonly string[],
	source = chen,
	metric = "bullwhip1",
	relative = RELATIVE,
): LimitingCase => ({
	name: `bullwhip, ${name}`,
	expected,
	tolerance: expected * relative,
	source,
	runs: [{ scenario: "serial-chain", sets }],
	find: outcome(metric),
});

const two = ["stages=2", "leadTime=1", "forecast.window=4"];

export const bullwhips: readonly LimitingCase[] = [
	bullwhip("moving average, L 1, p 5", 1.48, ["leadTime=0", "forecast.window=5"]),
	bullwhip("moving average, L 2, p 4", 2.5, ["leadTime=1", "forecast.window=4"]),
	bullwhip("moving average, L 3, p 10", 1.78, ["leadTime=2", "forecast.window=10"]),
	bullwhip("moving average, L 2, p 4, AR(1) demand .5", 2.40625, [
		"leadTime=1",
		"forecast.window=4",
		"demand.kind=ar1",
		"demand.rho=0.5",
	]),
	bullwhip("two stages, shared demand", 5, [...two, "sharing=true"], chen, "bullwhip2"),
	bullwhip(
		"three stages, shared demand",
		8.5,
		["stages=3", ...two.slice(1), "sharing=true"],
		chen,
		"bullwhip3",
	),
	bullwhip("two stages, not shared", 7.375, two, chen, "bullwhip2"),
	{
		name: "bullwhip, two stages, not shared: over the product of the stages' ratios",
		expected: 7.375 / 6.25,
		tolerance: (7.375 / 6.25) * RELATIVE,
		source: `${chen}: at least 1`,
		runs: [{ scenario: "serial-chain", sets: two }],
		find: ([result]) => {
			const own = outcomeOf(result, "bullwhip1");
			return outcomeOf(result, "bullwhip2") / (own * own);
		},
	},
	bullwhip(
		"two stages, shared without lag",
		3,
		[...two, "sharing=true", "sharing.delay=0"],
		"2a₂² + (1 + a₁)² + a₁², a = l/p",
		"bullwhip2",
		NOISY,
	),
	bullwhip(
		"orders read two ticks late, l 3 and 2, p 4, shared demand",
		6.625,
		[...two, "sharing=true", "ordering.informationDelay=2"],
		chen,
		"bullwhip2",
	),
	bullwhip("exponential smoothing .3, L 2", 2.623529, [
		"leadTime=1",
		"forecast.kind=exponential",
		"forecast.alpha=0.3",
	]),
	bullwhip("exponential smoothing .3, L 2, AR(1) demand .5", 2.248869, [
		"leadTime=1",
		"forecast.kind=exponential",
		"forecast.alpha=0.3",
		"demand.kind=ar1",
		"demand.rho=0.5",
	]),
	bullwhip(
		"MMSE forecast of AR(1) .7, L 2",
		2.56366,
		["leadTime=1", "forecast.kind=mmse", "demand.kind=ar1", "demand.rho=0.7"],
		"1 + 2ρ(1 − ρ^(l+1))(1 − ρ^(l+2))/(1 − ρ), Lee, So and Tang (2000), Management Science 46(5)",
		"bullwhip1",
		NOISY,
	),
	bullwhip(
		"AR(1) .7 with mean and ρ estimated over 5,200 ticks, L 2",
		2.56366,
		["leadTime=1", "forecast.kind=ar1", "forecast.memory=5200", "demand.kind=ar1", "demand.rho=0.7"],
		"as with mean and ρ known, up to their standard errors: Lee, So and Tang (2000), Management Science 46(5)",
		"bullwhip1",
		NOISY,
	),
	bullwhip(
		"seasonal naive, season 52, L 2",
		3,
		["leadTime=1", "forecast.kind=seasonalNaive"],
		"order = D(t) + D(t + l − m) − D(t − m), three independent demands where l < m",
	),
	bullwhip(
		"Holt .5 and .3, L 2",
		6.717719,
		["leadTime=1", "forecast.kind=holt", "forecast.holt.alpha=0.5", "forecast.holt.beta=0.3"],
		"sum of squares of the order's response to a demand of 1: Holt (1957) in order-up-to",
	),
];
