// How open the borders of modules are, and what makers owe each other across them.

import { channels } from "../../parameters.js";
import type { OutcomeMetric } from "../outcome-metric.js";

const meanings = {
	material: "share of an order that may go to another maker of the item",
	labor: "share of idle hours that would be lent beyond the module, when hours were last short",
	funds: "share of spare cash that would be lent to a maker beyond the module",
	information: "psi, the weight of shared end demand",
};

export const borders: readonly OutcomeMetric[] = channels.map((channel) => ({
	name: `border${channel[0].toUpperCase()}${channel.slice(1)}`,
	unit: "share",
	range: "0..1",
	about: `mean b of makers: ${meanings[channel]}`,
	of: (run) => (run.parameters.scalars.boundariesOn ? run.mean("borders", channel) : Number.NaN),
}));

export const makersCredit: OutcomeMetric = {
	name: "makersCredit",
	unit: "$",
	range: "≥ 0",
	about: "what makers owe each other, mean over ticks",
	of: (run) => (run.parameters.scalars.boundariesOn ? run.mean("credit") : Number.NaN),
};
