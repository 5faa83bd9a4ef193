// §6.2 What organization costs: the overhead of modules, hours and money that cross borders, and the friction of crossing.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { type Books, earn, PARTY, pay, spend } from "./ledger.js";
import { manufacturer, supply } from "./manufacturer.js";
import { module } from "./module.js";
import { OVERTIME } from "./organized.js";
import { settings } from "./settings.js";

/**
 * Overtime costs half a wage more. Hours borrowed beyond the module are paid with the wage, loans come and go with their interest, between makers. To outside go
 * tau of the wage, of the loan and of the value of what was bought in another module, (1 − b) tau under contract, and the price
 * of a message from each supplier there, as far as it comes.
 */
export function bookCrossings(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { module: ownModule, hoursIn, loanIn, loanInterest, loanTax, crossingCost } = own;
	const { price, bMaterial, psi, profit, paidHours, contractedHours, closed } = own;
	const { overhead } = columns(world, module);
	const { offsets, targets, shipped: bought, contract, active, idle } = links(world, supply);
	const rules = columns(world, settings);
	const wage = Math.round(rules.wage[0]);
	const laborTax = rules.laborTax[0];
	const materialTax = rules.materialTax[0];
	const messagePrice = rules.informationTax[0];
	const on = rules.boundariesOn[0] === 1;
	for (let i = from; i < to; i++) {
		let value = 0;
		let partners = 0;
		let dearer = 0;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) {
			if (idle[e] === 1) continue;
			const j = targets[e];
			// Components are valued at the price of the contract's first supplier.
			if (contract[e] >= 0) dearer += bought[e] * (price[j] - price[targets[contract[e]]]);
			// What goes back where returns are allowed crosses, too.
			if (!on || ownModule[j] === ownModule[i]) continue;
			value += (active[e] === 1 ? 1 - bMaterial[i] : 1) * Math.abs(bought[e]) * price[j];
			partners += active[e];
		}
		const friction = materialTax * value + hoursIn[i] * wage * laborTax;
		crossingCost[i] = Math.round(friction + psi[i] * partners * messagePrice) + loanTax[i];
		const overtime = Math.max(0, paidHours[i] - contractedHours[i]);
		const wages =
			(closed[i] === 1 ? 0 : overhead[ownModule[i]]) + Math.round((OVERTIME - 1) * overtime * wage);
		profit[i] -= dearer;
		if (wages > 0) spend(own, i, PARTY.households, wages);
		if (crossingCost[i] > 0) spend(own, i, PARTY.outside, crossingCost[i]);
		payHours(own, i, wage);
		if (loanInterest[i] !== 0) spend(own, i, PARTY.clearing, loanInterest[i]);
		if (loanIn[i] !== 0) pay(own, i, PARTY.clearing, -loanIn[i]);
	}
}

/** Hours that came from others are paid with the wage, whole cents; those that went to others are earned. */
export function payHours(
	own: Books & Readonly<Record<"hoursIn" | "hoursOut", Float64Array>>,
	i: number,
	wage: number,
): void {
	const { hoursIn, hoursOut } = own;
	if (hoursIn[i] > 0) spend(own, i, PARTY.clearing, hoursIn[i] * wage);
	if (hoursOut[i] > 0) earn(own, i, PARTY.clearing, hoursOut[i] * wage);
}
