// Diffusion of an innovation on a random network: the shortest example of the engine.

import { compressLinks, links } from "../../engine/network/network.js";
import { uniform } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, word } from "../../engine/random/stream.js";
import type { Metric } from "../../engine/record/metric.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { columns } from "../../engine/world/world.js";
import { randomNeighbors } from "./random-neighbors.js";

/** A tick later than any: who has it has not adopted. */
const NEVER = 0x7fffffff;
const ADOPTION = purpose("adoption");

const person = agentKind("person", { state: { adoptedAt: column("i32", "tick", "of adoption") } });
const acquaintance = networkKind("acquaintance", person, person, {});

/** Adopts with probability spontaneous + imitation · (share of acquaintances who had adopted before this tick). */
const adopt: Step = (world, from, to, tick) => {
	const { adoptedAt } = columns(world, person);
	const { offsets, targets } = links(world, acquaintance);
	const stream = draws(world, ADOPTION);
	for (let i = from; i < to; i++) {
		if (adoptedAt[i] !== NEVER) continue;
		let adopters = 0;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) if (adoptedAt[targets[e]] < tick) adopters++;
		const share = adopters / (offsets[i + 1] - offsets[i]);
		if (uniform(word(stream, i, tick, 0)) < 0.001 + 0.2 * share) adoptedAt[i] = tick;
	}
};

const adopters: Metric = {
	name: "adopters",
	unit: "people",
	about: "have adopted",
	over: person.name,
	observe(world, from, to, _tick, out) {
		const { adoptedAt } = columns(world, person);
		for (let i = from; i < to; i++) if (adoptedAt[i] !== NEVER) out[0] += 1;
	},
};

export const diffusion: Model<{ readonly people: number }> = {
	name: "diffusion",
	version: "1",
	build({ people }, seed) {
		const network = compressLinks(randomNeighbors(people, 10), people, people);
		const world = buildWorld(
			[{ kind: person, size: people }],
			[{ kind: acquaintance, links: network }],
			keyFromText(seed),
		);
		columns(world, person).adoptedAt.fill(NEVER);
		return world;
	},
	phases: [{ name: "adopt", over: person.name, steps: [adopt] }],
	metrics: () => [adopters],
};
