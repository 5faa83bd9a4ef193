// §4.9 A maker's way of making: its genome, what fitness makes of quality and labor, and the genome that it takes up.

import { normalCdf } from "../../engine/math/normal-cdf.js";
import { normalQuantile } from "../../engine/math/normal-quantile.js";
import { purpose, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { columns, type World } from "../../engine/world/world.js";
import { manufacturer } from "../manufacturer.js";
import { settings } from "../settings.js";
import { fitness, type Landscape, landscapeOf, layLandscape } from "./landscape.js";

const GENOME = purpose("first genome");

/** Every maker starts with a genome drawn at random. */
export function fillGenomes(world: World): void {
	layLandscape(world);
	const { genome, trial } = columns(world, manufacturer);
	const landscape = landscapeOf(world);
	const first = draws(world, GENOME);
	const on = columns(world, settings).innovation[0] === 1;
	if (!on) return;
	for (let i = 0; i < genome.length; i++) {
		genome[i] = word(first, i, 0, 0) & ((1 << landscape.loci) - 1);
		trial[i] = genome[i];
		express(world, landscape, i);
	}
}

/**
 * q = Φ((f − .5) √(12N)) is uniform over genomes drawn at random. Labor per unit is the technology's × (1.2 − .4 q); quality is Φ
 * of the technology's own Φ⁻¹ and the same argument, which is q where the technology's quality is .5.
 */
export function express(world: World, landscape: Landscape, i: number): void {
	const own = columns(world, manufacturer);
	const f = fitness(landscape, own.tier[i], own.genome[i]);
	const z = (f - 0.5) * Math.sqrt(12 * landscape.loci);
	own.fitness[i] = f;
	own.epoch[i] = landscape.epoch;
	own.quality[i] = normalCdf(normalQuantile(own.baseQuality[i]) + z);
	own.hoursPerUnit[i] = own.baseHours[i] * (1.2 - 0.4 * normalCdf(z));
}

/** What was found better in the last tick is how things are made from now on. After a technology shock it holds no more. */
export function takeUp(world: World, from: number, to: number): void {
	if (columns(world, settings).innovation[0] === 0) return;
	const { genome, trial, epoch } = columns(world, manufacturer);
	const landscape = landscapeOf(world);
	for (let i = from; i < to; i++) {
		if (epoch[i] !== landscape.epoch) trial[i] = genome[i];
		else if (trial[i] === genome[i]) continue;
		genome[i] = trial[i];
		express(world, landscape, i);
	}
}
