// Diffusion of an innovation on a random network: everyone who has not adopted looks at their neighbors.

import { fillWords } from "../../engine/kernels/fills.js";
import { compressLinks, links } from "../../engine/network/network.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, word } from "../../engine/random/stream.js";
import { threshold } from "../../engine/random/threshold.js";
import type { Metric } from "../../engine/record/metric.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { countRows, fillSet, listRows, removeRow } from "../../engine/world/row-set.js";
import { columns } from "../../engine/world/world.js";
import { randomNeighbors } from "./random-neighbors.js";

/** A tick later than any: who has it has not adopted. */
export const NEVER = 0x7fffffff;
export const NEIGHBORS = 10;
export const ADOPTION = purpose("adoption");
/** By the number of neighbors who had adopted before: whoever draws a smaller word adopts, with probability .001 + .2 · (their share). */
export const thresholds = Uint32Array.from({ length: NEIGHBORS + 1 }, (_, n) =>
	threshold(0.001 + (0.2 * n) / NEIGHBORS),
);

const person = agentKind("person", {
	state: { adoptedAt: column("i32", "tick", "of adoption") },
	known: {
		waiting: column("u32", "1", "those who have not adopted: a set of rows", 1 / 32),
		even: column("u8", "1", "1 for those who had adopted before the last even tick"),
		odd: column("u8", "1", "the same of the last odd tick"),
	},
});
const acquaintance = networkKind("acquaintance", person, person, {});

/** People looked at in one go: what they need stays in the nearest cache. */
export const SEGMENT = 1024;
const rows = new Int32Array(SEGMENT);
const words = new Uint32Array(SEGMENT);
/** A draw alone takes as long as so many of a segment. */
const ALONE = 10;

const adopt: Step = (world, from, to, tick) => {
	const { adoptedAt, waiting, even, odd } = columns(world, person);
	const { targets } = links(world, acquaintance);
	const stream = draws(world, ADOPTION);
	const [before, after] = tick % 2 === 0 ? [even, odd] : [odd, even];
	after.set(before.subarray(from, to), from);
	for (let first = from; first < to; first += SEGMENT) {
		const last = Math.min(to, first + SEGMENT);
		const count = listRows(waiting, first, last, rows);
		if (count * ALONE > last - first) fillWords(words, stream, first, last, tick, 0);
		else for (let k = 0; k < count; k++) words[rows[k] - first] = word(stream, rows[k], tick, 0);
		for (let k = 0; k < count; k++) {
			const i = rows[k];
			const e = NEIGHBORS * i;
			// Ten terms in a row take two thirds of the time of a loop.
			const adopters =
				before[targets[e]] +
				before[targets[e + 1]] +
				before[targets[e + 2]] +
				before[targets[e + 3]] +
				before[targets[e + 4]] +
				before[targets[e + 5]] +
				before[targets[e + 6]] +
				before[targets[e + 7]] +
				before[targets[e + 8]] +
				before[targets[e + 9]];
			if (words[i - first] < thresholds[adopters]) {
				adoptedAt[i] = tick;
				after[i] = 1;
				removeRow(waiting, i);
			}
		}
	}
};

export const adopters: Metric = {
	name: "adopters",
	unit: "people",
	about: "have adopted",
	over: person.name,
	after: "adopt",
	observe(world, from, to, _tick, out) {
		out[0] += to - from - countRows(columns(world, person).waiting, from, to);
	},
};

export const diffusion: Model<{ readonly people: number }> = {
	name: "diffusion",
	version: "2",
	build({ people }, seed) {
		const network = compressLinks(randomNeighbors(people, NEIGHBORS), people, people);
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
