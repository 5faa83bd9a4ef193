// What becomes of firms that can no longer pay; where the scenario does not let them run on.

import type { OutcomeMetric } from "../outcome-metric.js";

/** Events of one kind. */
const perYear = (name: string, about: string): OutcomeMetric => ({
	name,
	unit: "1/year",
	range: "≥ 0",
	about: `${about}, per year`,
	of: (run) => (run.mean("ownership", name) * run.perWeek * 365) / 7,
});

const empty: OutcomeMetric = {
	name: "empty",
	unit: "makers",
	range: "≥ 0",
	about: "places of makers that stand empty",
	better: "lower",
	of: (run) => run.mean("ownership", "empty"),
};

export const ownershipOutcomes: readonly OutcomeMetric[] = [
	perYear("newOwners", "firms whose debts a new owner pays"),
	perYear("exits", "makers that close"),
	perYear("entries", "newcomers in empty places"),
	empty,
];
