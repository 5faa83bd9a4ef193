// What stock and shortage cost, by tier and together: the yardstick of inventory theory.

import { seriesOf } from "../../../engine/record/recording.js";
import { byTier } from "../by-tier.js";
import type { OutcomeMetric, RunView } from "../outcome-metric.js";

function stockCosts({ recording, parameters, values }: RunView): number[] {
	const lines = seriesOf(recording, "stockCost").labels;
	const total = (line: number) => values("stockCost", lines[line]).reduce((sum, value) => sum + value, 0);
	return byTier(parameters.stages, lines.length, total).map(({ sum }) => sum);
}

export const stockCost: OutcomeMetric = {
	name: "cost",
	unit: "$",
	range: "any",
	about: "h·stock + p·backlog of a tier, sum after warm-up",
	better: "lower",
	of: stockCosts,
};

export const stockCostInAll: OutcomeMetric = {
	name: "cost",
	unit: "$",
	range: "any",
	about: "h·stock + p·backlog of all tiers, sum after warm-up",
	better: "lower",
	of: (run) => stockCosts(run).reduce((sum, cost) => sum + cost, 0),
};
