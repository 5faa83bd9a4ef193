// §4.8 Double entry: every cent that a firm pays goes to an account, every cent that it gets comes from one. Firms pay each
// other through `clearing`, where both book the same integer, so that it is empty at the end of every tick.

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { column } from "../engine/world/kind.js";

/** Whom firms pay, by place in `paid`. Customers' money is the households'; what they buy is told apart. */
export const PARTY = {
	households: 0,
	customers: 1,
	bank: 2,
	government: 3,
	outside: 4,
	clearing: 5,
} as const;
const PARTIES = Object.keys(PARTY).length;

/** The columns of a firm's account. */
export const account = {
	cash: column("f64", "cents", "in hand"),
	paid: column("f64", "cents", "net, in this tick, by account in the order of PARTY", PARTIES),
	revenue: column("f64", "cents", "earned in this tick"),
	profit: column("f64", "cents", "accrual profit of this tick"),
	revenueWindow: column("f64", "cents", "of the last ticks", "window"),
	profitWindow: column("f64", "cents", "of the last ticks", "window"),
	revenueSum: column("f64", "cents", "of the last ticks together"),
	profitSum: column("f64", "cents", "of the last ticks together"),
	fare: column("f64", "1", "g in (0, 1) of its margin in the last ticks"),
	fareLog: column("f64", "1", "ln g"),
} as const;

/** What stays the same about a firm's money. */
export const usual = {
	costShare: column("f64", "share", "of all firms' cost at the start"),
	usualRevenue: column("f64", "cents/tick", "expected at the start"),
	usualCost: column("f64", "cents/tick", "expected at the start; cash to keep is measured by it"),
} as const;

/** The views on the books of one kind of firm. */
export type Books = { readonly [K in keyof typeof account | keyof typeof usual]: Float64Array };

/** A clean page for firms [from, to), before anything of this tick is booked. */
export function openBooks({ paid, revenue, profit }: Books, from: number, to: number): void {
	paid.fill(0, from * PARTIES, to * PARTIES);
	revenue.fill(0, from, to);
	profit.fill(0, from, to);
}

/** Cash alone moves from the firm to the account: loans, deposits, assets. Whole cents; negative ones come in. */
export function pay({ paid }: Books, firm: number, party: number, cents: number): void {
	paid[firm * PARTIES + party] += cents;
}

/** What is paid is an expense of this tick. */
export function spend(own: Books, firm: number, party: number, cents: number): void {
	own.paid[firm * PARTIES + party] += cents;
	own.profit[firm] -= cents;
}

/** What comes in is revenue of this tick. */
export function earn(own: Books, firm: number, party: number, cents: number): void {
	own.paid[firm * PARTIES + party] -= cents;
	own.profit[firm] += cents;
	own.revenue[firm] += cents;
}

/** Who is in debt pays interest on it, at a rate per tick. */
export function payInterest(own: Books, from: number, to: number, rate: number): void {
	if (rate === 0) return;
	for (let i = from; i < to; i++) spend(own, i, PARTY.bank, Math.round(Math.max(0, -own.cash[i]) * rate));
}

/** What all firms paid in this tick, by account in the order of PARTY. */
export function paidByParty({ paid, cash }: Pick<Books, "paid" | "cash">): Float64Array {
	const sums = new Float64Array(PARTIES);
	for (let firm = 0, at = 0; firm < cash.length; firm++)
		for (let party = 0; party < PARTIES; party++, at++) sums[party] += paid[at];
	return sums;
}

/** Cash after all that was booked; what is above so many ticks of usual cost goes to the owners, who are households. */
export function closeBooks(own: Books, from: number, to: number, tick: number, dividendTicks: number): void {
	const { cash, paid, revenue, profit, revenueWindow, profitWindow, revenueSum, profitSum, usualCost } = own;
	const window = revenueWindow.length / Math.max(1, cash.length);
	const newest = tick % window;
	for (let i = from; i < to; i++) {
		const page = i * PARTIES;
		let left = cash[i];
		for (let party = 0; party < PARTIES; party++) left -= paid[page + party];
		const dividend = Math.floor(Math.max(0, left - dividendTicks * usualCost[i]));
		paid[page + PARTY.households] += dividend;
		cash[i] = left - dividend;
		const slot = i * window + newest;
		revenueSum[i] += revenue[i] - revenueWindow[slot];
		profitSum[i] += profit[i] - profitWindow[slot];
		revenueWindow[slot] = revenue[i];
		profitWindow[slot] = profit[i];
	}
	weighMargins(own, from, to);
}

/** ln g is kept finite: g does not fall below 1e-12. */
const LEAST = log(1e-12);

/**
 * A firm's profit over its revenue of the last ticks. A hundredth of usual revenue keeps the margin of a firm without sales
 * finite, and as bad as it is.
 */
export function marginOf(
	{ revenueSum, profitSum, revenueWindow, usualRevenue }: Books,
	firm: number,
): number {
	const reserve = 0.01 * (revenueWindow.length / Math.max(1, revenueSum.length));
	const revenue = revenueSum[firm] + reserve * usualRevenue[firm];
	// A cent at least: what is usual may be next to nothing.
	return revenue > 0 ? profitSum[firm] / Math.max(1, revenue) : 0;
}

/** g = 1/(1 + exp(−(m − .05)/.10)) of each firm's margin m. */
function weighMargins(own: Books, from: number, to: number): void {
	const { fare, fareLog } = own;
	for (let i = from; i < to; i++) {
		const below = 1 + exp((0.05 - marginOf(own, i)) * 10);
		fare[i] = 1 / below;
		fareLog[i] = Math.max(LEAST, -log(below));
	}
}
