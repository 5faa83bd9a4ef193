// §4.10 Who can no longer pay: the owner of an insolvent firm changes, its debts are paid and it goes on.

import type { Step } from "../engine/schedule/model.js";
import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { creditLine } from "./credit-line.js";
import { type Books, PARTY, pay } from "./ledger.js";
import { FATE, type ownership } from "./ownership-columns.js";
import { insolvencies } from "./parameters.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

export type Owned = Books & ColumnViews<{ open: typeof ownership }>;

/** Scalars of insolvency, as locals of a step. */
export function insolvencyRules(world: World) {
	const rules = columns(world, settings);
	return {
		insolvency: insolvencies[rules.insolvency[0]],
		patience: rules.insolventTicks[0],
		line: (usualRevenue: number, assets?: number) => creditLine(rules, usualRevenue, assets),
		capital: rules.capitalTicks[0],
	};
}
type Rules = ReturnType<typeof insolvencyRules>;

/**
 * Whether the firm, with so much in `assets`, has stood below its credit line for as long as creditors wait.
 */
export function isInsolvent(
	{ cash, usualRevenue, insolventFor }: Owned,
	i: number,
	rules: Rules,
	assets?: number,
): boolean {
	insolventFor[i] = cash[i] < -rules.line(usualRevenue[i], assets) ? insolventFor[i] + 1 : 0;
	return insolventFor[i] >= rules.patience;
}

/** The new owner, a household, pays the debts and brings in capital, so many ticks of usual cost. */
export function changeOwner(own: Owned, i: number, { capital }: Rules): void {
	pay(own, i, PARTY.households, own.cash[i] - Math.round(capital * own.usualCost[i]));
	own.insolventFor[i] = 0;
	own.fate[i] = FATE.newOwner;
}

/** Service firms have customers who can call nobody else: they change owners and never exit. */
export const ownServiceFirms: Step = (world, from, to) => {
	const rules = insolvencyRules(world);
	const own = columns(world, serviceFirm);
	for (let f = from; f < to; f++) {
		own.fate[f] = FATE.goesOn;
		if (rules.insolvency !== "runOn" && isInsolvent(own, f, rules)) changeOwner(own, f, rules);
	}
};
