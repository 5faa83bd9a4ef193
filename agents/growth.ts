// Growth: who delivers more than usual becomes better known, and hours under contract follow the maker's own demand.

import { decides, type KnownWorld, known } from "./known.js";
import { manufacturer } from "./manufacturer.js";
import { settings } from "./settings.js";

/** Weight of the newest tick in what owners hear of a seller: about a quarter. */
const MEMORY = 1 / 13;
/** Who has delivered nothing for long is still known to a few. */
const LEAST_RENOWN = 0.01;

/**
 * Renown x ← x + (deliveries to owners/usual − x)/13, at least .01: where customers go by it, sales grow in proportion to
 * sales (Simon 1955). Hours h ← h + max(−r h, min(r h, c F e − h)): towards what the forecast F takes at e hours per unit with
 * the same slack c for all, by a share r of them in a tick at most, up or down. An empty place keeps what a newcomer takes over.
 */
function grow(world: KnownWorld, from: number, to: number): void {
	const { renown, marketShipped, demandMean, contractedHours, forecast, hoursPerUnit, closed } = known(
		world,
		manufacturer,
	);
	const { hiring, capacity, unlimited } = known(world, settings);
	const hires = unlimited[0] === 0 && hiring[0] > 0;
	for (let i = from; i < to; i++) {
		if (closed[i] === 1) {
			renown[i] = 1;
			continue;
		}
		if (demandMean[i] > 0) {
			const moved = renown[i] + MEMORY * (marketShipped[i] / demandMean[i] - renown[i]);
			renown[i] = Math.max(LEAST_RENOWN, moved);
		}
		if (!hires) continue;
		const most = hiring[0] * contractedHours[i];
		const missing = capacity[0] * Math.max(0, forecast[i]) * hoursPerUnit[i] - contractedHours[i];
		contractedHours[i] += Math.max(-most, Math.min(most, missing));
	}
}

export const growStep = decides(grow);
