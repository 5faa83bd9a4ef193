// Var(orders)/Var(end demand) of a tier, mean over its stages.

import { variance } from "../../../engine/analysis/summary.js";
import { seriesOf } from "../../../engine/record/recording.js";
import { byTier } from "../by-tier.js";
import type { OutcomeMetric } from "../outcome-metric.js";

export const bullwhip: OutcomeMetric = {
	name: "bullwhip",
	unit: "1",
	range: "≥ 0",
	about: "Var(orders)/Var(end demand) of a tier, mean over its stages",
	better: "lower",
	of: ({ recording, parameters, values }) => {
		const { stages, warmUp } = parameters;
		const lines = seriesOf(recording, "orders").labels;
		if (recording.ticks - warmUp < 2) return [];
		const ratio = (line: number) => {
			const base = variance(values("endDemand", lines[line]));
			return base > 0 ? variance(values("orders", lines[line])) / base : Number.NaN;
		};
		return byTier(stages, lines.length, ratio).map(({ sum, count }) => sum / count);
	},
};
