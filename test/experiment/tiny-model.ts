// A model small enough to see through: one counter per agent; told to, it brings its worker down.

import type { Metric } from "../../engine/record/metric.js";
import type { Model } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns, keyOf, tickOf } from "../../engine/world/world.js";

export interface TinyParameters {
	readonly agents: number;
	/** At this tick the worker exits with code 7. */
	readonly dieAt?: number;
	/** At this tick the step throws. */
	readonly failAt?: number;
}

const walker = agentKind("walker", {
	state: { place: column("f64", "1", "sum of the keys and ticks seen") },
});
let parameters: TinyParameters = { agents: 1 };

const place: Metric = {
	name: "place",
	unit: "1",
	about: "sum over all",
	over: "walker",
	observe(world, from, to, _tick, out) {
		const { place } = columns(world, walker);
		for (let i = from; i < to; i++) out[0] = (out[0] as number) + (place[i] as number);
	},
};

/** `exit` ends the worker, as an accident would. */
export const tinyModel = (exit: (code: number) => void): Model<TinyParameters> => ({
	name: "tiny",
	version: "1",
	build(given, seed) {
		parameters = given;
		let key = 17;
		for (const character of seed) key = (Math.imul(key, 31) + (character.codePointAt(0) as number)) >>> 0;
		return buildWorld([{ kind: walker, size: given.agents }], [], [key, given.agents]);
	},
	phases: [
		{
			name: "walk",
			over: "walker",
			steps: [
				(world, from, to, tick) => {
					if (tick === parameters.dieAt) exit(7);
					if (tick === parameters.failAt) throw new RangeError("a step failed on purpose");
					const { place } = columns(world, walker);
					const [key] = keyOf(world);
					for (let i = from; i < to; i++) place[i] = (place[i] as number) + ((key >>> (tick % 16)) & 7) + i;
				},
			],
		},
	],
	metrics: (given) => {
		// Every thread of a team asks for the metrics; only its leader builds.
		parameters = given;
		return [place];
	},
	outcomes: ({ series }) => [
		{ name: "last", value: series[0]?.values.at(-1) as number, unit: "1", about: "last sum of places" },
	],
	audit: (world) => ({ goods: tickOf(world) < 0 ? 1 : 0, money: 0 }),
});
