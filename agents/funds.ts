// §6.2 Funds: makers with cash to spare lend to makers without, inside a module and across borders.

import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { apportion } from "./apportion.js";
import { boundaryOf, permeability } from "./boundary.js";
import { creditLine } from "./credit-line.js";
import { manufacturer } from "./manufacturer.js";
import { asked, makeRoom, match, offered } from "./match.js";
import { module } from "./module.js";
import { REPAYMENT } from "./organized.js";
import { settings } from "./settings.js";

/** Weeks of usual cost that a lender keeps. */
const KEPT_WEEKS = 8;
/** Room for the makers of one world at a time, used again for the next: cents. */
let shares = new Float64Array(0);
let wants = new Float64Array(0);
let spare = new Float64Array(0);
let got = new Float64Array(0);
let given = new Float64Array(0);
function makeRoomFor(makers: number): void {
	if (shares.length >= makers) return;
	shares = new Float64Array(makers);
	wants = new Float64Array(makers);
	spare = new Float64Array(makers);
	got = new Float64Array(makers);
	given = new Float64Array(makers);
}

/** What is due comes back with interest, then loans are made on what makers had at the end of the last tick. */
export function lendFunds(world: World, from: number, to: number, tick: number): void {
	const { loanIn, loanInterest, loanTax, loan, cash } = columns(world, manufacturer);
	const { loans } = columns(world, accounts);
	for (let a = from; a < to; a++) {
		loanIn.fill(0);
		loanInterest.fill(0);
		loanTax.fill(0);
		makeRoomFor(cash.length);
		if (loans[a] > 0) repay(world, tick);
		if (columns(world, settings).boundariesOn[0] === 1) grant(world, tick);
		loans[a] = 0;
		for (let i = 0; i < loan.length; i++) loans[a] += loan[i];
	}
}

/** Lenders share what comes in by what they are owed: all lend to all, and nobody's loan is anybody's in particular. */
function repay(world: World, tick: number): void {
	const own = columns(world, manufacturer);
	const { loan, loanDue, credit, loanIn, loanInterest, repaidTotal, returnedTotal } = own;
	// What is shared by what is owed is no more than that.
	const rate = Math.min(1, columns(world, settings).fundsInterest[0]);
	const now = tick % REPAYMENT;
	let interest = 0;
	let principal = 0;
	for (let i = 0; i < loan.length; i++) {
		if (loan[i] === 0) continue;
		loanInterest[i] = Math.round(loan[i] * rate);
		interest += loanInterest[i];
		const due = loanDue[i * REPAYMENT + now];
		loanDue[i * REPAYMENT + now] = 0;
		loan[i] -= due;
		loanIn[i] -= due;
		repaidTotal[i] += due;
		principal += due;
	}
	apportion(interest, credit, shares, credit.length);
	for (let i = 0; i < credit.length; i++) loanInterest[i] -= shares[i];
	apportion(principal, credit, shares, credit.length);
	for (let i = 0; i < credit.length; i++) {
		credit[i] -= shares[i];
		loanIn[i] += shares[i];
		returnedTotal[i] += shares[i];
	}
}

/**
 * A maker asks for what its last make needed beyond its cash, as far as the bank, too, would trust it: x of b is that gap over the
 * need, of all who ask the mean by cents. What others have above 8 weeks of usual cost is lent inside a module, and floor(b·what
 * is left of it) to anyone.
 */
function grant(world: World, tick: number): void {
	const own = columns(world, manufacturer);
	const { need, cash, loan, usualCost, usualRevenue, assets } = own;
	const { member, first, size, unit } = columns(world, module);
	const rules = columns(world, settings);
	const funds = boundaryOf(rules, "funds");
	const kept = (KEPT_WEEKS * 7) / rules.tickDays[0];
	const makers = cash.length;
	let wanted = 0;
	let weighed = 0;
	for (let i = 0; i < makers; i++) {
		const gap = need[i] - cash[i];
		const x = need[i] > 0 ? gap / need[i] : 0;
		const most = Math.min(need[i], gap, creditLine(rules, usualRevenue[i], assets[i]) - loan[i]);
		wants[i] = Math.floor(Math.max(0, most));
		spare[i] = gap > 0 ? 0 : Math.floor(Math.max(0, cash[i] - kept * usualCost[i]));
		wanted += wants[i];
		if (wants[i] > 0) weighed += wants[i] * x;
	}
	if (wanted === 0) return;
	const b = permeability(funds, weighed / wanted);
	for (let m = 0; m < makers; m++) if (size[m] > 1) lendAmong(own, member, first[m], size[m], 1, 0, tick);
	lendAmong(own, unit, 0, makers, b, rules.fundsTax[0], tick);
}

/** Among the makers who[first … first + count − 1]; borrowers pay the tax on what crosses. */
function lendAmong(
	own: ColumnViews<typeof manufacturer.groups>,
	who: Int32Array,
	first: number,
	count: number,
	b: number,
	tax: number,
	tick: number,
): void {
	const { loan, loanDue, loanIn, loanTax, credit, borrowedTotal, lentTotal } = own;
	let wanted = 0;
	for (let k = 0; k < count; k++) wanted += wants[who[first + k]];
	if (wanted === 0) return;
	makeRoom(count);
	for (let k = 0; k < count; k++) {
		const i = who[first + k];
		asked[k] = wants[i];
		offered[k] = Math.floor(b * spare[i]);
		got[i] = 0;
		given[i] = 0;
	}
	if (match(who, first, count, got, given) === 0) return;
	for (let k = 0; k < count; k++) {
		const i = who[first + k];
		const cents = got[i];
		wants[i] -= cents;
		spare[i] -= given[i];
		credit[i] += given[i];
		lentTotal[i] += given[i];
		loanIn[i] += cents - given[i];
		if (cents === 0) continue;
		loan[i] += cents;
		borrowedTotal[i] += cents;
		loanTax[i] += Math.round(tax * cents);
		for (let part = 0; part < REPAYMENT; part++) {
			const due = i * REPAYMENT + ((tick + 1 + part) % REPAYMENT);
			loanDue[due] += Math.floor(((part + 1) * cents) / REPAYMENT) - Math.floor((part * cents) / REPAYMENT);
		}
	}
}
