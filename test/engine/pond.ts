// A small model for tests: frogs hop, eat at the ponds they are linked to, and ponds grow by what sits in them.

import { compressLinks, links } from "../../engine/network/network.js";
import { normal, uniform } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, word } from "../../engine/random/stream.js";
import type { Metric } from "../../engine/record/metric.js";
import { newRecording } from "../../engine/record/partials.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { fork } from "../../engine/world/copy.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { columns } from "../../engine/world/world.js";

const HOP = purpose("hop");
const RAIN = purpose("rain");

export const frog = agentKind("frog", {
	fixed: { greed: column("f32", "1", "share of a pond's flies it takes") },
	open: { weight: column("f64", "g", "of it"), hops: column("i32", "1", "so far") },
});
export const pond = agentKind("pond", {
	open: {
		flies: column("f64", "1", "in the air"),
		guests: column("i32", "1", "visits in this tick"),
		past: column("u16", "1", "visits in the last ticks", "memory"),
	},
});
export const reach = networkKind("reach", frog, pond, {
	open: { eaten: column("f64", "1", "in this tick") },
});

export interface PondParameters {
	readonly frogs: number;
	readonly ponds: number;
	readonly sources: readonly number[];
	readonly targets: readonly number[];
	readonly rain: number;
	readonly memory: number;
}

/** Draws, and adds exact integers to other rows. */
const hop: Step = (world, from, to, tick) => {
	const { weight, hops } = columns(world, frog);
	const { offsets, targets } = links(world, reach);
	const { guests } = columns(world, pond);
	const stream = draws(world, HOP);
	for (let i = from; i < to; i++) {
		const energy = weight[i] * 0.9 + normal(word(stream, i, tick, 0));
		weight[i] = energy;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			if (uniform(word(stream, i, tick, 1 + e - offsets[i])) > 0.6) continue;
			Atomics.add(guests, targets[e], 1);
			hops[i] += 1;
		}
	}
};

/** Writes each edge's own row from both ends. */
const eat: Step = (world, from, to) => {
	const { sources, targets, eaten } = links(world, reach);
	const { greed } = columns(world, frog);
	const { flies } = columns(world, pond);
	for (let e = from; e < to; e++) eaten[e] = greed[sources[e]] * flies[targets[e]];
};

/** Pulls real numbers over reverse links, in the order of edges. */
const thin: Step = (world, from, to) => {
	const { flies } = columns(world, pond);
	const { incomingOffsets, incomingEdges, eaten, sources } = links(world, reach);
	const { weight } = columns(world, frog);
	for (let p = from; p < to; p++) {
		let rest = flies[p];
		for (let k = incomingOffsets[p]; k < incomingOffsets[p + 1]; k++) {
			const e = incomingEdges[k];
			rest -= eaten[e] / (1 + weight[sources[e]] * weight[sources[e]]);
		}
		flies[p] = Math.max(0, rest);
	}
};

/** Second step of its phase: reads what the first wrote in the same rows. */
const breed: Step = (world, from, to, tick) => {
	const { flies, guests, past } = columns(world, pond);
	const stream = draws(world, RAIN);
	const memory = past.length / Math.max(1, flies.length);
	for (let p = from; p < to; p++) {
		flies[p] = flies[p] * (1 + 0.1 * uniform(word(stream, p, tick, 0))) + guests[p];
		past[p * memory + (tick % memory)] = guests[p];
		guests[p] = 0;
	}
};

const phases = [
	{ name: "hop", over: frog.name, steps: [hop] },
	{ name: "eat", over: reach.name, steps: [eat] },
	{ name: "ponds", over: pond.name, steps: [thin, breed] },
];

export const visits: Metric = {
	name: "visits",
	unit: "1",
	about: "hops so far, and frogs",
	over: frog.name,
	labels: ["hops", "frogs"],
	observe(world, from, to, _tick, out) {
		const { hops } = columns(world, frog);
		for (let i = from; i < to; i++) out[0] += hops[i];
		out[1] += to - from;
	},
};

export const fliesInDozens: Metric = {
	name: "flies",
	unit: "dozen",
	about: "in the air",
	over: pond.name,
	divisor: 12,
	observe(world, from, to, _tick, out) {
		const { flies } = columns(world, pond);
		for (let p = from; p < to; p++) out[0] += flies[p];
	},
};

/** A sum of reals, whose last bits would show the order in which they were added. */
export const weights: Metric = {
	name: "weights",
	unit: "g",
	about: "of all frogs",
	over: frog.name,
	observe(world, from, to, _tick, out) {
		const { weight } = columns(world, frog);
		for (let i = from; i < to; i++) out[0] += weight[i];
	},
};

export const pondLife: Model<PondParameters> = {
	name: "pond",
	version: "1",
	entry: new URL("./pond-worker.js", import.meta.url),
	build({ frogs, ponds, sources, targets, rain, memory }, seed) {
		const world = buildWorld(
			[
				{ kind: frog, size: frogs },
				{ kind: pond, size: ponds, widths: { memory } },
			],
			[{ kind: reach, links: compressLinks({ sources, targets }, frogs, ponds) }],
			keyFromText(seed),
		);
		columns(world, frog).greed.fill(0.1);
		columns(world, pond).flies.fill(rain);
		return world;
	},
	phases,
	metrics: () => [visits, fliesInDozens],
};

/** The same animals with other days: phases in other orders, steps alone or back to back, metrics after a phase. */
export const ponds: Readonly<Record<string, Model<PondParameters>>> = Object.fromEntries(
	[
		phases,
		[...phases].reverse(),
		phases.flatMap((phase) =>
			phase.steps.map((one, k) => ({ name: `${phase.name} ${k}`, over: phase.over, steps: [one] })),
		),
		phases.slice(0, 1),
		phases.slice(2),
		[],
	].map((days, k): [string, Model<PondParameters>] => {
		const after = (metric: Metric): Metric => {
			const last = days.findLast(({ over }) => over === metric.over)?.name;
			return k % 2 === 0 && last !== undefined ? { ...metric, after: last } : metric;
		};
		const metrics = [visits, fliesInDozens, weights].map(after);
		return [`pond${k}`, { ...pondLife, name: `pond${k}`, phases: days, metrics: () => metrics }];
	}),
);

/** Frogs that choke on what no frog can weigh. */
const choke: Step = (world, from, to) => {
	const { weight } = columns(world, frog);
	for (let i = from; i < to; i++)
		if (weight[i] === Number.POSITIVE_INFINITY) throw new RangeError(`frog ${i} chokes`);
};

/** Before each tick a copy goes four ticks ahead, every third time with a last frog that chokes; the first frog hears of it. */
export const rehearsingPond: Model<PondParameters> = {
	...pondLife,
	name: "rehearsing pond",
	phases: [...phases, { name: "choke", over: frog.name, steps: [choke] }],
	rehearsed: [visits.name],
	controller: () => (world, tick, _, rehearsal) => {
		const { weight } = columns(fork(world, { into: rehearsal.world }), frog);
		if (tick % 3 === 2) weight[weight.length - 1] = Number.POSITIVE_INFINITY;
		const recording = newRecording(rehearsal.metrics, tick + 4);
		const done = rehearsal.go(tick + 4, recording);
		const hops = valuesOf(seriesOf(recording, visits.name), 0).at(-1) as number;
		return [{ target: "frog.weight[0]", value: done ? hops : -1 }];
	},
};

/** Two ponds, five frogs, three ways between them. */
export const smallPond: PondParameters = {
	frogs: 5,
	ponds: 2,
	sources: [0, 1, 2],
	targets: [0, 1, 1],
	rain: 9,
	memory: 1,
};
