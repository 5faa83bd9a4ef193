// How well the virtual world follows the physical one, and the macro factor.

import type { Metric } from "../../engine/record/metric.js";
import type { Recording, Series } from "../../engine/record/recording.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { windowSums } from "./window.js";

/** Information no older than this counts as fresh, ticks. */
const FRESH = 4;

export const macro: Metric = {
	name: "macro",
	unit: "1",
	about: "z, how hard machines are used",
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { macro: z } = columns(world, accounts);
		for (let a = from; a < to; a++) out[0] = out[0] + z[a];
	},
};

/** Sums over finished stocks, from which `twin` is derived. */
export const sensing: Metric = {
	name: "sensing",
	unit: "sums over stages",
	about: "ages of information, fresh ones, messages used, |believed − true|, |books − true|, |true|",
	over: manufacturer.name,
	after: "make and decide",
	labels: ["age", "fresh", "messages", "error", "booksError", "size"],
	observe(world, from, to, tick, out) {
		const { stamp, sent, believed, books, finished } = columns(world, manufacturer);
		for (let i = from; i < to; i++) {
			const age = tick - stamp[i];
			const truth = finished[i];
			out[0] += age;
			out[1] += age <= FRESH ? 1 : 0;
			out[2] += sent[i];
			out[3] += Math.abs(believed[i] - truth);
			out[4] += Math.abs(books[i] - truth);
			out[5] += Math.abs(truth);
		}
	},
};

/** Of what is sensed beside stocks; machines are not asked until it matters, so that there is no error of theirs from tick to tick. */
export const levelErrors = (makers: number): Metric => ({
	name: "levelErrors",
	unit: "share",
	about: "|believed − true| of a maker: hours at work over those that plans count on, and z; ≥ 0",
	over: manufacturer.name,
	after: "make and decide",
	divisor: makers,
	labels: ["capacity", "macro"],
	observe(world, from, to, _tick, out) {
		const { atWork, believedAtWork, believedMacro } = columns(world, manufacturer);
		const { macro: z } = columns(world, accounts);
		for (let i = from; i < to; i++) {
			out[0] += Math.abs(believedAtWork[i] - atWork[i]);
			out[1] += Math.abs(believedMacro[i] - z[0]);
		}
	},
});

export const twinCost: Metric = {
	name: "twinCost",
	unit: "$/tick",
	about: "what makers' twins cost, set-up and messages too, before any subsidy",
	over: manufacturer.name,
	after: "settle",
	divisor: 100,
	observe(world, from, to, _tick, out) {
		const cost = columns(world, manufacturer).twinCost;
		for (let i = from; i < to; i++) out[0] = out[0] + cost[i];
	},
};

/**
 * Age of information, coverage, update ratio and errors (§4.4), sums over the last `window` ticks: a stock that is near
 * zero for a week would make an error relative to it mean nothing.
 */
export function twinSeries(recording: Recording, stages: number, window: number): Series {
	const sensed = seriesOf(recording, "sensing");
	const [age, fresh, messages, error, booksError, size] = sensed.labels.map((_, label) =>
		windowSums(valuesOf(sensed, label), window),
	);
	const values = new Float64Array(recording.ticks * 5);
	for (let t = 0; t < recording.ticks; t++) {
		const observed = stages * Math.min(t + 1, window);
		const stock = Math.max(1, size[t]);
		values.set(
			[
				age[t] / observed,
				fresh[t] / observed,
				messages[t] / observed,
				error[t] / stock,
				booksError[t] / stock,
			],
			t * 5,
		);
	}
	return {
		name: "twin",
		unit: "ticks, share, share, share of stock, share of stock",
		about:
			"mean age of information, share of stages no older than 4 ticks, messages used per stage, |believed − true| and |books − true| over stock",
		labels: ["age", "coverage", "updateRatio", "stateError", "booksError"],
		values,
	};
}
