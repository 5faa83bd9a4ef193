// §4.10 Entry: an empty place is taken by a newcomer who copies a survivor, where business is good.

import { uniform } from "../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { expectUsual } from "./forecast/expect-usual.js";
import { PARTY, pay } from "./ledger.js";
import { manufacturer } from "./manufacturer.js";
import { FATE } from "./ownership-columns.js";
import { settings } from "./settings.js";

const ENTRY = purpose("entry");

/**
 * Each tick an empty place finds a founder with probability `entryRate`, if the makers of its tier that are left earn more
 * than `entryMargin` on their revenue (or none is left). The newcomer's genome is that of a survivor, each bit flipped with
 * probability `mutation`. It opens in the next tick.
 *
 * Draws are keyed by tick, so that those of a newcomer are never those of who had the place before.
 */
export function considerEntry(world: World, from: number, to: number, tick: number): void {
	const { closed, entering, genome, trial } = columns(world, manufacturer);
	const { entryRate, entryMargin, mutation, loci, innovation } = columns(world, settings);
	const stream = draws(world, ENTRY);
	for (let i = from; i < to; i++) {
		if (closed[i] === 0 || uniform(word(stream, i, tick, 0)) >= entryRate[0]) continue;
		const { margin, model } = survivors(world, i, stream, tick);
		if (model >= 0 && margin <= entryMargin[0]) continue;
		entering[i] = 1;
		if (innovation[0] === 0) continue;
		trial[i] = model >= 0 ? genome[model] : genome[i];
		for (let locus = 0; locus < loci[0]; locus++)
			if (uniform(word(stream, i, tick, 3 + locus)) < mutation[0]) trial[i] ^= 1 << locus;
	}
}

/**
 * Of the makers of a place's tier that are open: profit over revenue of the last ticks, all together, and the better of two
 * drawn at random, which is selection by rank (Goldberg & Deb 1991). Model −1 if there is none.
 */
function survivors(world: World, place: number, stream: StreamKey, tick: number) {
	const { tier, closed, profitSum, revenueSum } = columns(world, manufacturer);
	const open: number[] = [];
	let profit = 0;
	let revenue = 0;
	for (let j = 0; j < tier.length; j++) {
		if (tier[j] !== tier[place] || closed[j] === 1) continue;
		open.push(j);
		profit += profitSum[j];
		revenue += revenueSum[j];
	}
	const drawn = (index: number) =>
		open[Math.floor(uniform(word(stream, place, tick, index)) * open.length)] ?? -1;
	const [one, other] = [drawn(1), drawn(2)];
	const better = profitSum[other] * revenueSum[one] > profitSum[one] * revenueSum[other];
	return { margin: revenue > 0 ? profit / revenue : 0, model: better ? other : one };
}

/** A new tick for all places: newcomers open, with capital from households: so many ticks of the usual cost of the place. */
export function enter(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { closed, entering, generation, insolventFor, aspiration, fate, usualCost } = own;
	const { contractedHours, hoursOfPlace } = own;
	const capital = columns(world, settings).capitalTicks[0];
	for (let i = from; i < to; i++) {
		fate[i] = FATE.goesOn;
		if (entering[i] === 0) continue;
		entering[i] = 0;
		closed[i] = 0;
		contractedHours[i] = hoursOfPlace[i];
		generation[i] += 1;
		insolventFor[i] = 0;
		aspiration[i] = 0;
		fate[i] = FATE.entry;
		// Nothing is known yet of how its demand will vary: as a Poisson stream.
		const mean = own.meanDemand[i];
		expectUsual(own, i, { mean, sd: Math.sqrt(mean), protectionTicks: own.protectionTicks[i] });
		pay(own, i, PARTY.households, -Math.round(capital * usualCost[i]));
	}
}
