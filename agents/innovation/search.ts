// §4.9 Search around the core capability: set off by results, near or far, alone or by looking at others.

import { uniform } from "../../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { columns, type World } from "../../engine/world/world.js";
import { Words } from "../drawn.js";
import { marginOf, PARTY, spend } from "../ledger.js";
import { manufacturer } from "../manufacturer.js";
import { settings } from "../settings.js";
import { SEARCH } from "./columns.js";
import { bestKnown } from "./imitation.js";
import { fitness, landscapeOf } from "./landscape.js";

const SEARCHING = purpose("search");
const words = new Words();

/**
 * Aspiration A moves with the margin m of the last ticks: A ← A + α (m − A) (Cyert & March 1963; Greve 2003). Below it a maker
 * searches with probability `searchRate` and flips 1 + ⌊(A − m)/`radiusStep`⌋ bits; above it, out of slack, with `slackRate`
 * one bit. Some searches are imitation: all bits but the core are those of the best maker of the same tier that it has
 * information about. Some are long jumps: every bit is drawn anew. What is not fitter is dropped. Each bit that was changed for
 * the trial costs labor, of the core more (households do it); who lacks the cash does not search.
 */
export function searchBetter(world: World, from: number, to: number, tick: number): void {
	const rules = columns(world, settings);
	if (rules.innovation[0] === 0) return;
	const own = columns(world, manufacturer);
	const {
		genome,
		fitness: height,
		aspiration,
		trial,
		search,
		searchCost,
		cash,
		closed,
		tier,
		meanDemand,
		baseHours,
	} = own;
	const budget = rules.innovationBudget[0];
	const alpha = rules.aspirationRate[0];
	const searchRate = rules.searchRate[0];
	const slackRate = rules.slackRate[0];
	const step = rules.radiusStep[0];
	const jump = rules.jumpShare[0];
	const imitate = jump + rules.imitationShare[0];
	const core = (1 << rules.coreLoci[0]) - 1;
	const coreCost = rules.coreCost[0];
	const effort = rules.searchEffort[0] * rules.wage[0];
	const landscape = landscapeOf(world);
	const { loci } = landscape;
	const stream = draws(world, SEARCHING);
	const whether = words.draw(stream, from, to, tick);
	for (let i = from; i < to; i++) {
		const present = genome[i];
		search[i] = SEARCH.none;
		searchCost[i] = 0;
		trial[i] = present;
		const margin = marginOf(own, i);
		const shortfall = aspiration[i] - margin;
		aspiration[i] -= alpha * shortfall;
		const rate = shortfall > 0 ? searchRate : slackRate;
		if (closed[i] === 1 || uniform(whether[i - from]) >= budget * rate) continue;
		const how = uniform(word(stream, i, tick, 1));
		let kind: number = SEARCH.local;
		let found = present;
		if (how < jump) {
			kind = SEARCH.jump;
			found = word(stream, i, tick, 2) & ((1 << loci) - 1);
		} else if (how < imitate) {
			kind = SEARCH.imitation;
			found = (bestKnown(world, i, tick) & ~core) | (present & core);
		} else {
			const radius = shortfall > 0 ? 1 + Math.floor(Math.min(loci, shortfall / step)) : 1;
			found = flip(present, Math.min(loci, radius), loci, stream, i, tick);
		}
		const changed = present ^ found;
		const bits = ones(changed & ~core) + coreCost * ones(changed & core);
		const cost = Math.round(bits * effort * meanDemand[i] * baseHours[i]);
		if (changed === 0 || cost > cash[i]) continue;
		search[i] = kind;
		searchCost[i] = cost;
		spend(own, i, PARTY.households, cost);
		if (fitness(landscape, tier[i], found) > height[i]) trial[i] = found;
	}
}

/** The genome with `count` of its bits flipped, each set of so many as likely as any other. */
function flip(
	genome: number,
	count: number,
	loci: number,
	stream: StreamKey,
	i: number,
	tick: number,
): number {
	let left = count;
	for (let locus = 0; left > 0; locus++) {
		if (uniform(word(stream, i, tick, 2 + locus)) * (loci - locus) >= left) continue;
		genome ^= 1 << locus;
		left--;
	}
	return genome;
}

/** Bits that are set. */
function ones(bits: number): number {
	let count = 0;
	for (; bits !== 0; bits &= bits - 1) count++;
	return count;
}
