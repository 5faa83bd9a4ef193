// Hypothesis, verification, correction (§4.5): how far forecasts were off, which hypothesis is used and how each fares.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { HYPOTHESES } from "../forecast/columns.js";
import { hypothesisNames } from "../forecast/hypotheses.js";
import { manufacturer } from "../manufacturer.js";

const ofMakers = (makers: number) => ({
	over: manufacturer.name,
	after: "make and decide",
	divisor: makers,
});

/** Means over makers. */
export const forecastErrors = (makers: number): Metric => ({
	...ofMakers(makers),
	name: "forecast",
	unit: "share of demand, share of demand, switches/tick",
	about:
		"of a maker: absolute error of the one-tick forecast over demand (0..2, smoothed by 1/13), the same had it expected the last demand again, switches of hypothesis (0..1)",
	labels: ["mape", "naiveMape", "switches"],
	observe(world, from, to, _tick, out) {
		const { forecastMape, naiveMape, switched } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			out[0] += forecastMape[i];
			out[1] += naiveMape[i];
			out[2] += switched[i];
		}
	},
});

/** The closed loop's choice; without it all use `shared`, the scenario's fixed hypothesis with ψ of end demand. */
export const hypothesisUse = (makers: number): Metric => ({
	...ofMakers(makers),
	name: "hypothesisUse",
	unit: "share of makers",
	about: "who forecast by which hypothesis, 0..1; shared: the scenario's fixed one, with shared end demand",
	labels: hypothesisNames,
	observe(world, from, to, _tick, out) {
		const { hypothesis } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			const h = hypothesis[i];
			out[h] += 1;
		}
	},
});

/** Scores by which the closed loop chooses, in units of each maker's usual demand. */
export const hypothesisErrors = (makers: number): Metric => ({
	...ofMakers(makers),
	name: "hypothesisError",
	unit: "squared share of usual demand",
	about: "squared one-tick error of each hypothesis, smoothed, over squared usual demand, mean over makers",
	labels: hypothesisNames,
	observe(world, from, to, _tick, out) {
		const { hypothesisError, meanDemand } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			const usual = Math.max(1, meanDemand[i]);
			const scale = 1 / (usual * usual);
			for (let h = 0; h < HYPOTHESES; h++) out[h] += scale * hypothesisError[i * HYPOTHESES + h];
		}
	},
});
