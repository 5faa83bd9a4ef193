// Three stages in a row under echelon base-stock levels: the problem of Clark and Scarf.

import { mean } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type LimitingCase, lineOf } from "./limiting-case.js";

/** From the customer up: best echelon levels, holding cost of a unit of local stock (of echelon stock: 3, 2, 2), periods of lead time. */
const LEVELS = [6.4909, 12.0176, 22.7055] as const;
const HOLDING = [7, 4, 2] as const;
const LEAD = [1, 1, 2] as const;
const SHORTAGE = 37.12;
/** Demand of a period: N(5, 1), in hundredths of units. */
const MEAN = 500;
const SD = 100;
/** Half a period: an order travels for one, its goods are made for one or more, so that the shortest lead time is of two. */
const TICKS_PER_PERIOD = 2;
const WARM_UP = 100;
const STAGES = ["Shop", "Assembly", "Parts"] as const;
const perTick = MEAN / TICKS_PER_PERIOD;

function chain(levels: readonly number[], ticks: number): string {
	const stages = STAGES.map((name, k) => {
		const local = ((levels[k] as number) - (levels[k - 1] ?? 0)) * 100;
		// What anchor and adjust steers to, beside the forecast of one tick that it adds.
		const target = Math.round(local - perTick);
		const leadDays = 7 * (TICKS_PER_PERIOD * (LEAD[k] as number) - 1);
		const upstream = k + 1 < STAGES.length ? `{${STAGES[k + 1]}: 1}` : "{}";
		return `  - {name: ${name}, leadDays: ${leadDays}, target: ${target}, upstream: ${upstream}}`;
	});
	return `
name: serial-inventory
ticks: ${ticks}
warmUp: ${WARM_UP}
demand: {kind: normal, mean: ${perTick}, sd: ${SD / Math.sqrt(TICKS_PER_PERIOD)}}
forecast: {kind: constant}
ordering: {kind: anchorAndAdjust}
economics: {capacity: null, creditWeeks: 1000000, cancelPerWeek: 0, latePayPerWeek: 0}
hidden: {finishedLoss: 0, componentLoss: 0, lateRelease: 0, availability: {center: 1, sd: 0}}
stages:
${stages.join("\n")}
`;
}

/** Cost of a period: of stock and backlog as they were, and of what is under way to the next stage, demand × its lead time (Little). */
function costOf(result: RunResult): number {
	const units = (name: string, stage = "") => mean(lineOf(result, name, stage, WARM_UP)) / 100;
	const demand = units("demand") * TICKS_PER_PERIOD;
	const stocks = STAGES.reduce((sum, name, k) => {
		const underWay = k > 0 ? demand * (LEAD[k - 1] as number) : 0;
		return sum + (HOLDING[k] as number) * (units("stock", name) + underWay);
	}, 0);
	return stocks + SHORTAGE * units("backlog", STAGES[0]);
}

const source =
	"Clark and Scarf (1960), Management Science 6(4); holding 3, 2, 2, lead times 1, 1, 2, shortage 37.12, N(5, 1): Snyder & Shen (2019), example 6.1";

/** Ticks that show which of two levels costs less, under the same demand. */
const SHORT = 10_000;
const shifted = STAGES.flatMap((_, k) =>
	[-1, 1].map((units) => LEVELS.map((level, stage) => (stage === k ? level + units : level))),
);

export const serialInventory: readonly LimitingCase[] = [
	{
		name: "Clark–Scarf, echelon base-stock levels 6.4909, 12.0176, 22.7055: cost per period",
		expected: 47.6602,
		// Three standard errors of the mean over 79,900 ticks, .07 each.
		tolerance: 0.21,
		source,
		runs: [{ scenario: chain(LEVELS, 80_000) }],
		find: ([result]) => (result ? costOf(result) : Number.NaN),
	},
	{
		name: "Clark–Scarf: the best levels cost less than with one of the three a unit lower or higher (1 each)",
		expected: shifted.length,
		tolerance: 0,
		source,
		runs: [LEVELS, ...shifted].map((levels) => ({ scenario: chain(levels, SHORT) })),
		find: ([best, ...others]) => others.filter((other) => costOf(other) > costOf(best as RunResult)).length,
	},
];
