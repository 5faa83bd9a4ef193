// Diffusion again, by push: whoever adopts tells those who look at them, and nobody looks around.

import { compressLinks, links } from "../../engine/network/network.js";
import { SEGMENT as _S } from "../../engine/random/draw-listed.js";
import { fillWords } from "../../engine/random/fill-words.js";
import { keyFromText } from "../../engine/random/seed.js";
import { type StreamKey as _a, word as _b } from "../../engine/random/stream.js";
import type { Metric } from "../../engine/record/metric.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { countRows, fillSet, listRows, removeRow } from "../../engine/world/row-set.js";
import { columns } from "../../engine/world/world.js";
import { ADOPTION, thresholds } from "./diffusion.js";
import { randomNeighbors } from "./random-neighbors.js";

const person = agentKind("person", {
	state: { adoptedAt: column("i32", "tick", "of adoption") },
	known: {
		waiting: column("u32", "1", "those who have not adopted: a set of rows", 1 / 32),
		heard: column("u8", "1", "neighbors who had adopted before this tick"),
		even: column("u8", "1", "1 for those who had adopted before this tick, an even one"),
		odd: column("u8", "1", "the same in odd ticks"),
	},
});
const acquaintance = networkKind("acquaintance", person, person, {});

const GROUP = 64;
const rows = new Int32Array(GROUP);
const words = new Uint32Array(GROUP);

const adopt: Step = (world, from, to, tick) => {
	const { adoptedAt, waiting, even, odd, heard } = columns(world, person);
	const { offsets, targets } = links(world, acquaintance);
	const stream = draws(world, ADOPTION);
	const [before, after] = tick % 2 === 0 ? [even, odd] : [odd, even];
	for (let first = from, last = from; first < to; first = last) {
		last = Math.min(to, (first | (GROUP - 1)) + 1);
		const count = listRows(waiting, first, last, rows);
		if (count === 0) continue;
		fillWords(words, stream, first, last, tick, 0);
		let fresh = 0;
		for (let k = 0; k < count; k++) {
			const i = rows[k];
			const n = heard[i] + before[i];
			heard[i] = n;
			before[i] = 0;
			if (words[i - first] < thresholds[n]) rows[fresh++] = i;
		}
		for (let k = 0; k < fresh; k++) {
			const i = rows[k];
			adoptedAt[i] = tick;
			removeRow(waiting, i);
			const end = offsets[i + 1];
			for (let e = offsets[i]; e < end; e++) Atomics.add(after, targets[e], 1);
		}
	}
};

const adopters: Metric = {
	name: "adopters",
	unit: "people",
	about: "have adopted",
	over: person.name,
	after: "adopt",
	observe(world, from, to, _tick, out) {
		const { waiting } = columns(world, person);
		out[0] += to - from - countRows(waiting, from, to);
	},
};

/** A tick later than any: who has it has not adopted. */
const NEVER = 0x7fffffff;

export const diffusionPush: Model<{ readonly people: number }> = {
	name: "diffusionPush",
	version: "2",
	build({ people }, seed) {
		const { sources, targets } = randomNeighbors(people, 10);
		const network = compressLinks({ sources: targets, targets: sources }, people, people);
		const world = buildWorld(
			[{ kind: person, size: people }],
			[{ kind: acquaintance, links: network }],
			keyFromText(seed),
		);
		const { adoptedAt, waiting } = columns(world, person);
		adoptedAt.fill(NEVER);
		fillSet(waiting, people);
		return world;
	},
	phases: [{ name: "adopt", over: person.name, steps: [adopt] }],
	metrics: () => [adopters],
};
