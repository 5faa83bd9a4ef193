// The law of failures as maintenance firms found it from their records, at the end of a run.

import { columns, type World } from "../../../engine/world/world.js";
import { accounts } from "../../accounts.js";
import type { OutcomeMetric } from "../outcome-metric.js";

/** Not defined before a law was fitted. */
const found = (world: World, column: "fittedShape" | "fittedScale") =>
	columns(world, accounts)[column][0] || Number.NaN;

export const failureShape: OutcomeMetric = {
	name: "failureShape",
	unit: "1",
	range: "≥ 0",
	about: "Weibull shape of failures as predicted by maintenance firms, at the end",
	of: ({ world }) => found(world, "fittedShape"),
};

export const failureScale: OutcomeMetric = {
	name: "failureScale",
	unit: "weeks of use",
	range: "≥ 0",
	about: "Weibull scale of failures as predicted by maintenance firms, at the end",
	of: ({ world, perWeek }) => found(world, "fittedScale") / perWeek,
};
