// How makers are divided.

import type { OutcomeMetric } from "../outcome-metric.js";

export const modules: OutcomeMetric = {
	name: "modules",
	unit: "modules",
	range: "≥ 0",
	about: "modules that have members, mean over ticks",
	of: (run) => run.mean("modules"),
};

export const moduleSize: OutcomeMetric = {
	name: "moduleSize",
	unit: "makers",
	range: "≥ 0",
	about: "makers to a module: all makers over the mean number of modules",
	of: (run) => run.parameters.stages.length / run.mean("modules"),
};
