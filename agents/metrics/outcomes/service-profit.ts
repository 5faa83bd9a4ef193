// What servitization brings makers by itself.

import type { OutcomeMetric } from "../outcome-metric.js";

export const serviceProfit: OutcomeMetric = {
	name: "serviceProfit",
	unit: "$/week",
	range: "any",
	about: "makers' fees less upkeep, penalties, set-up and depreciation",
	better: "higher",
	of: (run) => (run.mean("contractMoney", "fees") - run.mean("contractMoney", "cost")) * run.perWeek,
};
