// §4.10 Energy, whole Wh, and the carbon price on it.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { PARTY, spend } from "./ledger.js";
import { manufacturer, supply } from "./manufacturer.js";
import { settings } from "./settings.js";

/**
 * Making: a part follows the units released, a part the hours contracted. Twin: per instrumented stage, and per message.
 * Freight: per value and tick of transport of what arrives, on the buyer's account.
 */
export function useEnergy(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { ownCost, hoursPerUnit, paidHours, released, rank, messages, energy, freightEnergy } = own;
	const { price, closed } = own;
	const { offsets, targets, arrived, transportTicks, idle } = links(world, supply);
	const rules = columns(world, settings);
	const fixed = rules.fixedEnergy[0];
	const perCent = rules.energyPerCent[0];
	const coverage = rules.coverage[0];
	const twin = rules.twinEnergy[0];
	const perMessage = rules.messageEnergy[0];
	const perHaul = rules.freightEnergy[0];
	const unlimited = rules.unlimited[0] === 1;
	// Cents per Wh.
	const carbon = (rules.carbonPerKwh[0] / 1000) * rules.carbonPrice[0];
	for (let i = from; i < to; i++) {
		const hours = hoursPerUnit[i];
		// What is taken apart again needs no energy of making, but goods that go back are hauled, too.
		const made = Math.max(0, released[i]);
		const running = unlimited || hours === 0 ? made : paidHours[i] / hours;
		const making = ownCost[i] * perCent * ((1 - fixed) * made + fixed * running);
		const sensing = (closed[i] === 0 && rank[i] < coverage ? twin : 0) + messages[i] * perMessage;
		let hauled = 0;
		for (let e = offsets[i]; e < offsets[i + 1]; e++)
			if (idle[e] === 0) hauled += Math.abs(arrived[e]) * price[targets[e]] * transportTicks[e];
		energy[i] = Math.round(making + sensing);
		freightEnergy[i] = Math.round(hauled * perHaul);
		if (carbon > 0) spend(own, i, PARTY.government, Math.round((energy[i] + freightEnergy[i]) * carbon));
	}
}
