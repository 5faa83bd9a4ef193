// Equal units whose demand and hours vary independently: what pooling their hours does, and when it must happen.

import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type LimitingCase, outcomeOf } from "./limiting-case.js";

const units = Array.from(
	{ length: 16 },
	(_, k) => `  - {name: unit ${k + 1}, cost: 1000, leadDays: 7, demand: {meanPerDay: 2, sdPerDay: 2}}`,
);
const scenario = `
name: units
ticks: 1500
demand: {kind: negativeBinomial}
economics: {capacity: 1.1}
hidden: {availability: {center: 0.9, rho: 0, sd: 0.5}}
stages:
${units.join("\n")}
`;
const runs = (...sets: string[]) =>
	[1, 2, 4, 8, 16].map((size) => ({ scenario, sets: [`modules.size=${size}`, ...sets] }));
/** Three standard deviations of the difference over the ticks run; pooling two units in the tick gains fifteen times that. */
const NOISE = 0.004;
const fillRates = (results: readonly RunResult[]) => results.map((result) => outcomeOf(result, "fillRate"));

export const pooling: readonly LimitingCase[] = [
	{
		name: "pooling in the same tick: rises of the fill rate with modules of 1, 2, 4, 8, 16 units",
		expected: 4,
		tolerance: 0,
		source: "§8: the variance of pooled hours per unit falls with their number, and nothing else changes",
		runs: runs(),
		find: (results) => {
			const rates = fillRates(results);
			return rates.slice(1).filter((rate, k) => rate > (rates[k] as number)).length;
		},
	},
	{
		name: "quotas fixed ahead: modules of 2 to 16 units that fill .004 more than a unit alone",
		expected: 0,
		tolerance: 0,
		source: "§8: hours shared out for the period do not meet the noise of the tick",
		runs: runs("modules.lending=false", "planning.kind=greedy"),
		find: (results) => {
			const [alone, ...pooled] = fillRates(results);
			return pooled.filter((rate) => rate > (alone as number) + NOISE).length;
		},
	},
];
