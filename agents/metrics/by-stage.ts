// What each stage (in a large world: each tier) orders, is asked for, holds, believes to hold, and owes.

import type { Metric } from "../../engine/record/metric.js";
import { columns, type World } from "../../engine/world/world.js";
import { manufacturer } from "../manufacturer.js";

type Column = "order" | "endDemand" | "finished" | "believed" | "backlog" | "holdingNow";

/** A metric that sums one column of the manufacturers by line of the recording. */
function byStage(name: string, unit: string, about: string, column: Column, divisor?: number) {
	return (labels: readonly string[]): Metric => ({
		name,
		unit,
		about,
		over: manufacturer.name,
		after: "settle",
		labels,
		...(divisor !== undefined && { divisor }),
		observe(world: World, from, to, _tick, out) {
			const own = columns(world, manufacturer);
			const { group } = own;
			const values = own[column];
			for (let i = from; i < to; i++) {
				const g = group[i];
				out[g] += values[i];
			}
		},
	});
}

export const stageMetrics = [
	byStage("orders", "units/tick", "production ordered, which is what goes upstream", "order"),
	byStage("endDemand", "units/tick", "customers' demand behind it, in the stage's own units", "endDemand"),
	byStage("stock", "units", "finished stock, the truth", "finished"),
	byStage("estimate", "units", "finished stock as decisions believe it to be", "believed"),
	byStage("backlog", "units", "orders that wait", "backlog"),
	byStage("stockCost", "$/tick", "cost of holding and of shortage, h·stock + p·backlog", "holdingNow", 100),
];
