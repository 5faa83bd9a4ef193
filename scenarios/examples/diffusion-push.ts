// The same diffusion by push: whoever adopts tells those who look at them, and nobody looks around.

import { fillWords } from "../../engine/kernels/fills.js";
import { compressLinks, links } from "../../engine/network/network.js";
import { keyFromText } from "../../engine/random/seed.js";
import { type StreamKey, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { addRow, countRows, fillSet, listRows, removeRow } from "../../engine/world/row-set.js";
import { columns } from "../../engine/world/world.js";
import { ADOPTION, adopters, NEIGHBORS, NEVER, SEGMENT, thresholds } from "./diffusion.js";
import { randomNeighbors } from "./random-neighbors.js";

const person = agentKind("person", {
	state: { adoptedAt: column("i32", "tick", "of adoption") },
	known: {
		waiting: column("u32", "1", "those who have not adopted: a set of rows", 1 / 32),
		fresh: column("u32", "1", "those who adopt in this tick: a set of rows", 1 / 32),
		told: column("u8", "1", "neighbors who have adopted; from ADOPTED on for those who have themselves"),
	},
});
/** From each to those who look at them. */
const watched = networkKind("watched", person, person, {});

const ADOPTED = NEIGHBORS + 1;
/** By `told`: nobody adopts twice. */
const limits = new Uint32Array(ADOPTED + NEIGHBORS + 1);
limits.set(thresholds);

const rows = new Int32Array(SEGMENT);
const words = new Uint32Array(SEGMENT);
/** A draw alone takes as long as so many of a segment. */
const ALONE = 12;

const adopt: Step = (world, from, to, tick) => {
	const { adoptedAt, waiting, fresh, told } = columns(world, person);
	const stream = draws(world, ADOPTION);
	for (let first = from; first < to; first += SEGMENT) {
		const last = Math.min(to, first + SEGMENT);
		const count = countRows(waiting, first, last);
		if (count === 0) continue;
		const found =
			count * ALONE > last - first
				? amongAll(told, stream, first, last, tick)
				: amongFew(told, stream, listRows(waiting, first, last, rows), tick);
		for (let k = 0; k < found; k++) {
			const i = rows[k];
			adoptedAt[i] = tick;
			told[i] = ADOPTED;
			removeRow(waiting, i);
			addRow(fresh, i);
		}
	}
};

/** Writes those who adopt to `rows` and returns how many. */
function amongAll(told: Uint8Array, stream: StreamKey, from: number, to: number, tick: number): number {
	fillWords(words, stream, from, to, tick, 0);
	let found = 0;
	for (let i = from; i < to; i++) if (words[i - from] < limits[told[i]]) rows[found++] = i;
	return found;
}

/** The same where only the first `count` of `rows` can. */
function amongFew(told: Uint8Array, stream: StreamKey, count: number, tick: number): number {
	let found = 0;
	for (let k = 0; k < count; k++) {
		const i = rows[k];
		if (word(stream, i, tick, 0) < limits[told[i]]) rows[found++] = i;
	}
	return found;
}

const tell: Step = (world, from, to) => {
	const { fresh, told } = columns(world, person);
	const { offsets, targets } = links(world, watched);
	for (let first = from; first < to; first += SEGMENT) {
		const count = listRows(fresh, first, Math.min(to, first + SEGMENT), rows);
		for (let k = 0; k < count; k++) {
			const i = rows[k];
			removeRow(fresh, i);
			const end = offsets[i + 1];
			for (let e = offsets[i]; e < end; e++) Atomics.add(told, targets[e], 1);
		}
	}
};

export const diffusionPush: Model<{ readonly people: number }> = {
	name: "diffusion-push",
	version: "1",
	build({ people }, seed) {
		const { sources, targets } = randomNeighbors(people, NEIGHBORS);
		const world = buildWorld(
			[{ kind: person, size: people }],
			[{ kind: watched, links: compressLinks({ sources: targets, targets: sources }, people, people) }],
			keyFromText(seed),
		);
		const { adoptedAt, waiting } = columns(world, person);
		adoptedAt.fill(NEVER);
		fillSet(waiting, people);
		return world;
	},
	phases: [
		{ name: "adopt", over: person.name, steps: [adopt] },
		{ name: "tell", over: person.name, steps: [tell] },
	],
	metrics: () => [adopters],
};
