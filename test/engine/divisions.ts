// Ticks in which every phase runs over its rows in random ranges, in random order.

import type { Phase } from "../../engine/schedule/model.js";
import { setTick, tickOf, type World } from "../../engine/world/world.js";

/** The ranges that a phase's rows are cut into, in the order in which they run. */
export type Division = (rows: number, phase: string, tick: number) => readonly (readonly [number, number])[];

/** Another division for every phase and tick: from one range to one for each row, empty ones among them. */
export function randomDivision(salt: number): Division {
	let state = salt >>> 0;
	const below = (count: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * count);
	};
	return (rows) => {
		const pieces = [1, 2, 3, 7, rows][below(5)] as number;
		const cuts = Array.from({ length: Math.max(0, pieces - 1) }, () => below(rows + 1));
		if (pieces === rows && below(2)) for (let i = 0; i < cuts.length; i++) cuts[i] = i + 1;
		const bounds = [0, ...cuts.sort((a, b) => a - b), rows];
		const ranges = bounds.slice(1).map((to, i) => [bounds[i], to] as const);
		for (let i = ranges.length - 1; i > 0; i--) {
			const j = below(i + 1);
			[ranges[i], ranges[j]] = [ranges[j], ranges[i]];
		}
		return ranges;
	};
}

/** One tick: each phase over its ranges, all steps of the phase on one range before the next. */
export function dividedStep(world: World, phases: readonly Phase[], divide: Division): void {
	const tick = tickOf(world);
	for (const { name, over, steps } of phases)
		for (const [from, to] of divide(world.rows[over], name, tick))
			for (const run of steps) run(world, from, to, tick);
	setTick(world, tick + 1);
}
