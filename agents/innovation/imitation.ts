// §4.9 Whom a maker can learn from: rivals that it hears of through its suppliers and its buyers.

import { links } from "../../engine/network/network.js";
import { uniform } from "../../engine/random/continuous.js";
import { purpose, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { columns, type World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";
import { settings } from "../settings.js";

const HEARSAY = purpose("hearsay");

/**
 * The genome of the fittest maker of the same tier, itself included, that buys from one of its suppliers or sells to one of
 * its buyers. Each of these partners tells of its other partners with probability ψ, the weight of shared information.
 */
export function bestKnown(world: World, maker: number, tick: number): number {
	const { tier, fitness, genome } = columns(world, manufacturer);
	const { offsets, targets, sources, incomingOffsets, incomingEdges, active } = links(world, supply);
	const openness = columns(world, settings).sharingWeight[0];
	const stream = draws(world, HEARSAY);
	const tells = (edge: number, side: number) =>
		active[edge] === 1 && uniform(word(stream, edge, tick, side)) < openness;
	let best = maker;
	const look = (other: number) => {
		if (tier[other] === tier[maker] && fitness[other] > fitness[best]) best = other;
	};
	for (let e = offsets[maker]; e < offsets[maker + 1]; e++) {
		const supplier = targets[e];
		if (!tells(e, 0)) continue;
		for (let k = incomingOffsets[supplier]; k < incomingOffsets[supplier + 1]; k++)
			if (active[incomingEdges[k]] === 1) look(sources[incomingEdges[k]]);
	}
	for (let k = incomingOffsets[maker]; k < incomingOffsets[maker + 1]; k++) {
		const e = incomingEdges[k];
		if (!tells(e, 1)) continue;
		const buyer = sources[e];
		for (let other = offsets[buyer]; other < offsets[buyer + 1]; other++)
			if (active[other] === 1) look(targets[other]);
	}
	return genome[best];
}
