// Innovation: how fit makers' ways of making are, how they search, and what it costs.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { SEARCH } from "../innovation/columns.js";
import { manufacturer } from "../manufacturer.js";

export const innovation: Metric = {
	name: "innovation",
	unit: "0..1, 0..1, 1/tick, 1/tick, 1/tick, 1/tick, $/tick",
	about:
		"fitness of makers, mean and best; their searches of this tick: local, imitations, long jumps, how many of them found something better; their cost",
	labels: ["fitness", "best", "localSearches", "imitations", "jumps", "better", "cost"],
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		const { fitness, search, searchCost, genome, trial } = columns(world, manufacturer);
		const { length } = fitness;
		if (from === to || length === 0) return;
		const tried = [0, 0, 0, 0];
		let sum = 0;
		let best = 0;
		let better = 0;
		let cost = 0;
		for (let i = 0; i < length; i++) {
			sum += fitness[i];
			best = Math.max(best, fitness[i]);
			tried[search[i]] += 1;
			if (trial[i] !== genome[i]) better++;
			cost += searchCost[i];
		}
		const { local, imitation, jump } = SEARCH;
		out.set([sum / length, best, tried[local], tried[imitation], tried[jump], better, cost / 100]);
	},
};
