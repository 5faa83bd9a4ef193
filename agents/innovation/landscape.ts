// §4.9 The NK landscape: how good a way of making is. Nothing of it is stored: each contribution is hashed when it is asked for.

import { uniform } from "../../engine/random/continuous.js";
import { purpose } from "../../engine/random/stream.js";
import { threefryWord } from "../../engine/random/threefry.js";
import { draws } from "../../engine/schedule/draws.js";
import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { settings } from "../settings.js";

const LANDSCAPE = purpose("landscape");

/** One world's landscapes, one for each family of makers (those of one tier: they make the same sort of thing). */
export interface Landscape {
	readonly k0: number;
	readonly k1: number;
	/** N, 1 … 24. */
	readonly loci: number;
	/** K, 0 … N − 1: how many other loci change what a locus contributes. */
	readonly epistasis: number;
	/** Technology shocks so far, 0 … 4095. */
	readonly epoch: number;
	/** Of loci, whose contributions a shock makes anew. */
	readonly shockShare: number;
}

/** At the start, by the key of the world: a fork has the same landscapes under any key, a what-if others. */
export function layLandscape(world: World): void {
	const { k0, k1 } = draws(world, LANDSCAPE);
	columns(world, accounts).landscape.set([k0, k1]);
}

export function landscapeOf(world: World): Landscape {
	const [k0, k1] = columns(world, accounts).landscape;
	const rules = columns(world, settings);
	return {
		k0,
		k1,
		loci: rules.loci[0],
		epistasis: rules.epistasis[0],
		epoch: rules.technologyEpoch[0],
		shockShare: rules.shockShare[0],
	};
}

/**
 * f in (0, 1) of a genome, bits 0 … N − 1, in a family's landscape: the mean over loci of what each contributes, uniform on
 * (0, 1) and drawn anew for each state of the locus and the K that follow it in a ring (Kauffman 1993, The Origins of Order). A mean of N uniforms: .5 on average, standard deviation √(1/12N).
 */
export function fitness(on: Landscape, family: number, genome: number): number {
	const { k0, k1, loci, epistasis } = on;
	const mask = (1 << (epistasis + 1)) - 1;
	let sum = 0;
	for (let locus = 0; locus < loci; locus++) {
		const state = ((genome >>> locus) | (genome << (loci - locus))) & mask;
		const era = family | (lastShock(on, family, locus) << 20);
		sum += uniform(threefryWord(k0, k1, state | (locus << 24), era, 0));
	}
	return sum / loci;
}

/** The newest shock that met the locus, 0 if none did. */
function lastShock({ k0, k1, epoch, shockShare }: Landscape, family: number, locus: number): number {
	let shock = epoch;
	while (
		shock > 0 &&
		uniform(threefryWord(k0, k1, 0x80000000 | locus, family | (shock << 20), 0)) >= shockShare
	)
		shock--;
	return shock;
}
