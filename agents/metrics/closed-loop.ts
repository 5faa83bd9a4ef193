// The closed loop, tick by tick: hypothesis, prediction, outcome, correction of its last cycle.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { hypotheses, loop } from "../closed-loop.js";

const single = [
	"cycle",
	"decidedAt",
	"trigger",
	"adopted",
	"gain",
	"seen",
	"scored",
	"realized",
	"realizedGain",
	"bias",
	"trust",
] as const;

export const closedLoop: Metric = {
	name: "closedLoop",
	unit: "1, tick, codes, shares",
	about:
		"last cycle of the closed loop: number, tick, what set it off (1 schedule, 2 alarm), hypothesis adopted, its predicted gain in efficacy, the share of makers that the twin saw, whether it is scored; of the last scored one efficacy and gain as they came out; bias and trust; efficacy predicted by hypothesis (0 not tried, -1 failed)",
	over: loop.name,
	labels: [...single, ...hypotheses],
	observe(world, from, to, _tick, out) {
		const own = columns(world, loop);
		for (let a = from; a < to; a++) {
			single.forEach((name, c) => {
				out[c] = own[name][a] ?? 0;
			});
			hypotheses.forEach((_, h) => {
				out[single.length + h] = own.prediction[a * hypotheses.length + h] ?? 0;
			});
		}
	},
};
