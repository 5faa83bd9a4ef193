// Where a tick's time goes: the steps of a model timed one by one, on one thread.

import type { Model } from "../../engine/schedule/model.js";
import { setTick, tickOf } from "../../engine/world/world.js";
import { type Figure, less } from "./figures.js";

/** Ticks before the clock is looked at, in which the code is compiled, and ticks that are timed. */
const WARM = 15;
const TIMED = 25;

/** Share of each phase in the time that all phases take, %. */
export function profile<P>(
	model: Model<P>,
	parameters: P,
	seed: string,
): { readonly figures: Readonly<Record<string, Figure>>; readonly largest: number } {
	const world = model.build(parameters, seed);
	const spent = new Map(model.phases.map(({ name }) => [name, 0]));
	for (let t = 0; t < WARM + TIMED; t++) {
		const tick = tickOf(world);
		for (const { name, over, steps } of model.phases) {
			const begun = performance.now();
			for (const run of steps) run(world, 0, world.rows[over], tick);
			if (t >= WARM) spent.set(name, (spent.get(name) ?? 0) + performance.now() - begun);
		}
		setTick(world, tick + 1);
	}
	let total = 0;
	for (const time of spent.values()) total += time;
	const shares = [...spent].map(([name, time]) => [name, time / total] as const);
	return {
		figures: Object.fromEntries(
			shares.map(([name, share]) => [`phase ${name}`, less(100 * share, "% of the tick")]),
		),
		largest: Math.max(...shares.map(([, share]) => share)),
	};
}
