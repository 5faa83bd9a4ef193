// The columns of a maker's part in its organization: its module, hours and money that cross borders, how open these are.

import { column } from "../engine/world/kind.js";

/** A loan comes back in so many equal parts, one a tick. */
export const REPAYMENT = 13;

export const planningKinds = ["none", "greedy", "lp"] as const;
/** Wage of an hour above those contracted, over the wage. */
export const OVERTIME = 1.5;

export const organized = {
	module: column("i32", "id", "of the module that it belongs to"),
	listedIn: column("i32", "id", "module in whose list of members it stands, -1 none"),
	nextHours: column("f64", "h/tick", "more than contracted, or less, as planned for the ticks to come"),
	paidHours: column("f64", "h", "contracted, with overtime or short time, in this tick"),
	load: column("f64", "1", "hours that were wanted over hours at work, of the last make"),
	shortHours: column("f64", "h", "whole ones missing to make what is wanted"),
	idleHours: column("f64", "h", "whole ones left over when it is made"),
	borrowedHours: column("f64", "h", "of other members of its module in this tick, free"),
	lentHours: column("f64", "h", "to them"),
	hoursIn: column("f64", "h", "borrowed beyond the module in this tick, for pay"),
	hoursOut: column("f64", "h", "lent beyond the module"),
	need: column("f64", "cents", "wages and materials of what was wanted in the last make"),
	loan: column("f64", "cents", "that it owes to other makers"),
	loanDue: column("f64", "cents", "of it, by the tick when it is paid back", REPAYMENT),
	credit: column("f64", "cents", "that other makers owe it"),
	loanIn: column("f64", "cents", "lent and paid back in this tick, net: negative goes out"),
	loanInterest: column("f64", "cents", "to other makers in this tick, net"),
	loanTax: column("f64", "cents", "on loans that cross a border in this tick"),
	borrowedTotal: column("f64", "cents", "borrowed so far"),
	repaidTotal: column("f64", "cents", "paid back so far"),
	lentTotal: column("f64", "cents", "lent so far"),
	returnedTotal: column("f64", "cents", "got back so far"),
	usualDelay: column("f64", "ticks", "of its latest supplier, as far as it knows, smoothed"),
	supplierDelay: column("i32", "ticks", "w, in whole ticks, by which it expects to be served late"),
	crossingCost: column("f64", "cents", "paid in this tick for what crossed a border"),
	bMaterial: column("f64", "share", "of an order that may go to another supplier"),
	bLabor: column("f64", "share", "of idle hours that it would lend beyond its module"),
	bFunds: column("f64", "share", "of spare cash that would be lent to it beyond a module"),
	psi: column("f64", "share", "of shared end demand in its forecast, b of information"),
} as const;
