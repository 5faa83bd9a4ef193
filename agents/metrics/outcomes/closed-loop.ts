// What the closed loop made of its hypotheses, and how far off its predictions were.

import { mean } from "../../../engine/analysis/summary.js";
import { cyclesOf } from "../cycles.js";
import type { OutcomeMetric } from "../outcome-metric.js";

export const closedLoopOutcomes: readonly OutcomeMetric[] = [
	{
		name: "changesMade",
		unit: "changes",
		range: "≥ 0",
		about: "changes of modules, borders or search that the closed loop made, in the whole run",
		of({ recording }) {
			const cycles = cyclesOf(recording);
			return cycles.length > 0 ? cycles.filter(({ adopted }) => adopted !== "keep").length : Number.NaN;
		},
	},
	{
		name: "predictionError",
		unit: "share",
		range: "0..1",
		about:
			"efficacy as the closed loop predicted it less as it came at the end of the horizon, mean size over its cycles",
		better: "lower",
		of({ recording }) {
			const errors = cyclesOf(recording).flatMap(({ predicted, adopted, outcome }) => {
				const said = predicted[adopted];
				return outcome && said ? [Math.abs(said - outcome.efficacy)] : [];
			});
			return errors.length > 0 ? mean(errors) : Number.NaN;
		},
	},
];
