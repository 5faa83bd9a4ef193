// Recovery: how soon service is back after a shock.

import { mean } from "../../../engine/analysis/summary.js";
import type { OutcomeMetric, RunView } from "../outcome-metric.js";
import { type Recovery, recoveries } from "../recovery.js";

/** Mean over the shocks of a run; NaN without any. */
export function overShocks(
	{ recording, parameters }: RunView,
	of: (one: Recovery) => number | undefined,
): number {
	const values = recoveries(recording, parameters).flatMap((one) => of(one) ?? []);
	return values.length > 0 ? mean(values) : Number.NaN;
}

export const recovery: OutcomeMetric = {
	name: "recovery",
	unit: "ticks",
	range: "≥ 0",
	about:
		"T95: from the beginning of a shock until on-time service over 4 ticks is back at 95 % of what was usual for 4 ticks on end, not before it is over; at most until the next shock or the end",
	better: "lower",
	of: (run) => overShocks(run, ({ ticks }) => ticks),
};
