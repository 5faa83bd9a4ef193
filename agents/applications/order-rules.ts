// Association: which buyers' orders announce what a supplier will be asked for in the next tick.
//
// An item is "the buyer of this arc ordered more than usual", or that it did not. A rule says: after such a tick demand is above usual
// with this confidence. Of the items of this tick the rule that is furthest from chance speaks.

import { ruleMeasures } from "../data/association.js";
import { decides, type KnownWorld, known, knownLinks } from "../known.js";
import { manufacturer, supply } from "../manufacturer.js";
import { settings } from "../settings.js";

/** Weight of the newest tick in what is usual. */
const USUAL_WEIGHT = 0.05;
/** Ticks observed before rules are trusted, and standard errors from chance before one is. */
const LEAST_TICKS = 26;
const LEAST_Z = 3;

/**
 * l F ← l F + (confidence − share)·(mean demand of ticks above usual − mean of the others): what the rule makes of the next of
 * the l ticks, the share being that of all ticks above usual (a rule's consequent as a mean: Aumann & Lindell 1999). F and its
 * error variance stay as they are: of the ticks behind the next one the rule knows nothing.
 */
function follow(world: KnownWorld, from: number, to: number): void {
	const { useAssociation, leastSupport } = known(world, settings);
	if (useAssociation[0] === 0) return;
	const own = known(world, manufacturer);
	const { demandNow, usualDemand, ruleTicks, demandSurges, surgeUnits, otherUnits, ruleShift } = own;
	const { leadForecast } = own;
	const edges = knownLinks(world, supply);
	const { incomingOffsets, incomingEdges, ordered, usualOrder, surged, surges, followed } = edges;
	for (let i = from; i < to; i++) {
		const demand = demandNow[i];
		const surge = demand > usualDemand[i] ? 1 : 0;
		const ticks = ruleTicks[i]++;
		const weight = ticks > 0 ? USUAL_WEIGHT : 1;
		if (ticks > 0) {
			demandSurges[i] += surge;
			if (surge) surgeUnits[i] += demand;
			else otherUnits[i] += demand;
		}
		usualDemand[i] += weight * (demand - usualDemand[i]);
		let furthest = LEAST_Z;
		let beyond = 0;
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) {
			const e = incomingEdges[k];
			// Who has never ordered announces nothing.
			if (usualOrder[e] === 0 && ordered[e] === 0) continue;
			if (surged[e] === 1) {
				surges[e]++;
				followed[e] += surge;
			}
			const more = ordered[e] > usualOrder[e];
			surged[e] = more ? 1 : 0;
			usualOrder[e] += weight * (ordered[e] - usualOrder[e]);
			const held = more ? surges[e] : ticks - surges[e];
			if (ticks < LEAST_TICKS || held === 0 || held < leastSupport[0] * ticks) continue;
			const both = more ? followed[e] : demandSurges[i] - followed[e];
			const { confidence, z } = ruleMeasures(ticks, held, demandSurges[i], both);
			if (Math.abs(z) < furthest) continue;
			furthest = Math.abs(z);
			beyond = confidence - demandSurges[i] / ticks;
		}
		// A rule is off chance only where there were ticks of both kinds.
		const gap = surgeUnits[i] / demandSurges[i] - otherUnits[i] / (ticks - demandSurges[i]);
		ruleShift[i] = beyond === 0 ? 0 : beyond * gap;
		// A rule takes no more away than is expected.
		leadForecast[i] = Math.max(Math.min(0, leadForecast[i]), leadForecast[i] + ruleShift[i]);
	}
}

export const followRules = decides(follow);
