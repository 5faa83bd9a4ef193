// Agility: how soon the ecosystem is back.

import type { OutcomeMetric } from "../outcome-metric.js";
import { overShocks } from "./recovery.js";

/** Ticks of recovery at which agility is ½. */
const QUARTER = 13;

export const agility: OutcomeMetric = {
	name: "agility",
	unit: "0..1",
	range: "0..1",
	about: "1/(1 + T95/13), T95 the ticks of recovery from a shock",
	better: "higher",
	of: (run) => overShocks(run, ({ ticks }) => 1 / (1 + ticks / QUARTER)),
};
