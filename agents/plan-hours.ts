// §4.6 (a) Plan: every few ticks each module sets its hours for the period, by a linear programme or greedily.

import type { Constraint, LinearProgram, Variable } from "../optimizers/linear/program.js";
import { solveAtOnce } from "../optimizers/linear/solve.js";
import { creditLine } from "./credit-line.js";
import { geometric } from "./forecast/hypothesis.js";
import { decides, type KnownWorld, known, knownLinks } from "./known.js";
import { manufacturer, supply } from "./manufacturer.js";
import { module } from "./module.js";
import { OVERTIME, planningKinds } from "./organized.js";
import { sourceOf } from "./re-source.js";
import { settings } from "./settings.js";

const NONE = planningKinds.indexOf("none");
const LP = planningKinds.indexOf("lp");
/** Hours may be this much above or below those contracted, share. */
const FLEXIBLE = 0.05;
/** Plans count on so much of the usual hours at least, share. */
const LEAST_AT_WORK = 0.1;
/** Larger modules plan greedily: a dense tableau would take too long in a tick. */
const MOST_MEMBERS = 60;

/** One maker in the plan of its module: products of the period. */
interface Product {
	/** Cents that a unit is worth: its margin and what it costs a tick to owe it. */
	readonly worth: number;
	/** Paid hours that a unit takes, with the share of them expected at work. */
	readonly hours: number;
	/** Cents of material bought outside. */
	readonly outlay: number;
	/** Backlog and the forecast of the period. */
	readonly wanted: number;
	/** Units that can be had without making more: believed in stock, at buyers inside the module, and in progress. */
	readonly there: number;
	/** Products of the same module that go into it, by place in the list, and units of each. */
	readonly inputs: readonly { readonly of: number; readonly quantity: number }[];
}

export interface Period {
	readonly products: readonly Product[];
	/** Contracted hours of all in the period, and cents per hour. */
	readonly hours: number;
	readonly wage: number;
	/** Cash and credit lines of all, cents. */
	readonly funds: number;
}

export interface Plan {
	/** Cents: worth of what is made, less overtime, more wages saved by short time. */
	readonly value: number;
	/** Hours of the period above those contracted, or below. */
	readonly change: number;
	/** Units of each product. */
	readonly units: readonly number[];
}

/**
 * max Σ worth·x − 1.5 wage·over + wage·under s.t. Σ hours·x ≤ contracted + over − under, over and under within 5 %; for each
 * product that others of the module use Σ quantity·x ≤ there + x; Σ outlay·x ≤ funds; 0 ≤ x ≤ wanted. Undefined where no
 * answer was proven.
 */
export function planByProgram({ products, hours, wage, funds }: Period): Plan | undefined {
	const slack = FLEXIBLE * hours;
	const variables: Variable[] = products.map(({ worth, wanted }, k) => ({
		name: `x${k}`,
		cost: worth,
		high: wanted,
	}));
	variables.push(
		{ name: "over", cost: -OVERTIME * wage, high: slack },
		{ name: "under", cost: wage, high: slack },
	);
	const constraints: Constraint[] = [
		{ name: "hours", high: hours, terms: { ...termsOf(products, (p) => p.hours), over: -1, under: 1 } },
		{ name: "funds", high: funds, terms: termsOf(products, (p) => p.outlay) },
	];
	const uses: Record<string, number>[] = products.map(() => ({}));
	for (const [k, { inputs }] of products.entries())
		for (const { of, quantity } of inputs) uses[of][`x${k}`] = quantity;
	for (const [k, terms] of uses.entries())
		if (Object.keys(terms).length > 0)
			constraints.push({ name: `parts${k}`, high: products[k].there, terms: { ...terms, [`x${k}`]: -1 } });
	const program: LinearProgram = { sense: "maximize", variables, constraints };
	const answer = solveAtOnce(program);
	if (answer?.status !== "optimal" || answer.objective === undefined) return undefined;
	const { values, objective: value } = answer;
	const change = (values.over ?? 0) - (values.under ?? 0);
	return { value, change, units: products.map((_, k) => values[`x${k}`] ?? 0) };
}

const termsOf = (products: readonly Product[], of: (product: Product) => number): Record<string, number> =>
	Object.fromEntries(products.map((product, k) => [`x${k}`, of(product)]));

/**
 * Products in the order of worth per hour, equal ones by id, each as much as hours, funds and parts of the module still allow,
 * over and over while parts made in one round let more be made in the next; overtime where it pays. Never better than the programme.
 */
export function planGreedily({ products, hours, wage, funds }: Period): Plan {
	const density = products.map(({ worth, hours: each }) => (each > 0 ? worth / each : Number.MAX_VALUE));
	const order = products.map((_, k) => k).sort((a, b) => density[b] - density[a]);
	const parts = products.map(({ there }) => there);
	const slack = FLEXIBLE * hours;
	const open = products.map(({ wanted, worth }) => (worth > 0 ? wanted : 0));
	let used = 0;
	let money = funds;
	let worth = 0;
	for (let round = 0; round < products.length; round++) {
		const before = worth;
		for (const k of order) make(k);
		if (worth === before) break;
	}
	const over = Math.max(0, used - hours);
	const under = Math.min(slack, Math.max(0, hours - used));
	const units = products.map((product, k) => (product.worth > 0 ? product.wanted - open[k] : 0));
	return { value: worth - OVERTIME * wage * over + wage * under, change: over - under, units };

	function make(k: number): void {
		const product = products[k];
		const most = density[k] > OVERTIME * wage ? hours + slack : hours;
		let units = open[k];
		if (product.hours > 0) units = Math.min(units, Math.max(0, most - used) / product.hours);
		if (product.outlay > 0) units = Math.min(units, money / product.outlay);
		for (const { of, quantity } of product.inputs) units = Math.min(units, parts[of] / quantity);
		for (const { of, quantity } of product.inputs) parts[of] -= units * quantity;
		open[k] -= units;
		parts[k] += units;
		used += units * product.hours;
		money -= units * product.outlay;
		worth += units * product.worth;
	}
}

/** Modules [from, to) plan in every planEvery-th tick, for the ticks after it. */
function planHours(world: KnownWorld, from: number, to: number, tick: number): void {
	const rules = known(world, settings);
	const { nextHours } = known(world, manufacturer);
	const { member, first, size, planned, plannedGreedily } = known(world, module);
	const kind = rules.planning[0];
	const every = Math.max(1, rules.planEvery[0]);
	if (kind === NONE || rules.unlimited[0] === 1) {
		for (let m = from; m < to; m++) {
			planned[m] = 0;
			plannedGreedily[m] = 0;
			for (let k = first[m]; k < first[m] + size[m]; k++) nextHours[member[k]] = 0;
		}
		return;
	}
	if (tick % every !== 0) return;
	for (let m = from; m < to; m++) {
		planned[m] = 0;
		plannedGreedily[m] = 0;
		if (size[m] === 0) continue;
		const members = member.subarray(first[m], first[m] + size[m]);
		const period = periodOf(world, members, every);
		const greedy = planGreedily(period);
		// With one product both are the same.
		const program = kind === LP && size[m] > 1 && size[m] <= MOST_MEMBERS ? planByProgram(period) : undefined;
		plannedGreedily[m] = greedy.value;
		planned[m] = program?.value ?? greedy.value;
		spread(world, members, period, program ?? greedy, every);
	}
}

function periodOf(world: KnownWorld, members: Int32Array, ticks: number): Period {
	const own = known(world, manufacturer);
	const { price, materialValue, materialCost, shortageCost, hoursPerUnit, contractedHours } = own;
	const { backlog, forecast, believed, inProgress, cash, usualRevenue, assets, closed, believedAtWork } = own;
	const edges = knownLinks(world, supply);
	const { offsets, targets, contract, quantity, share, believed: components } = edges;
	const rules = known(world, settings);
	const rho = rules.availabilityRho[0];
	/** Of the deviation of hours at work now, that of the period's mean. */
	const lasting = (rho * geometric(rho, ticks)) / ticks;
	let hours = 0;
	let funds = 0;
	const products: Mutable<Product>[] = [];
	for (const i of members) {
		hours += ticks * contractedHours[i];
		funds += Math.max(0, cash[i] + creditLine(rules, usualRevenue[i], assets[i]));
		products.push({
			worth: price[i] - materialValue[i] + shortageCost[i],
			hours: hoursPerUnit[i] / Math.max(LEAST_AT_WORK, 1 + lasting * (believedAtWork[i] - 1)),
			outlay: materialCost[i],
			wanted: closed[i] === 1 ? 0 : Math.max(0, backlog[i] + ticks * forecast[i]),
			there: believed[i] + inProgress[i],
			inputs: [],
		});
	}
	for (let k = 0; k < members.length; k++) {
		const i = members[k];
		const inputs: Mutable<Product>["inputs"][number][] = [];
		for (let e = offsets[i]; e < offsets[i + 1] && contract[e] < 0; e++) {
			const of = placeOf(targets[sourceOf(edges, e)], members);
			if (of < 0) continue;
			inputs.push({ of, quantity: quantity[e] * share[e] });
			products[of].there += Math.max(0, components[e]);
		}
		products[k].inputs = inputs;
	}
	for (const product of products) product.there = Math.max(0, product.there);
	return { products, hours, wage: rules.wage[0], funds };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Place of a maker among the members of a module, which stand by id; -1 where it is none (binary search). */
function placeOf(maker: number, members: Int32Array): number {
	let low = 0;
	let high = members.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if (members[middle] === maker) return middle;
		if (members[middle] < maker) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/**
 * Hours per tick of each member: what its products take, and of what is left a part in proportion to contracted hours; whole
 * ones by floor, the remainder by id.
 */
function spread(
	world: KnownWorld,
	members: Int32Array,
	{ products, hours }: Period,
	{ units, change }: Plan,
	ticks: number,
): void {
	const { contractedHours, nextHours } = known(world, manufacturer);
	if (hours === 0) return;
	const used = units.reduce((sum, made, k) => sum + made * products[k].hours, 0);
	const spare = Math.max(0, hours + change - used) / hours;
	let left = Math.floor((hours + change) / ticks);
	members.forEach((i, k) => {
		const budget = Math.floor((units[k] * products[k].hours) / ticks + spare * contractedHours[i]);
		nextHours[i] = budget - contractedHours[i];
		left -= budget;
	});
	for (let k = 0; k < members.length && left > 0; k++, left--) nextHours[members[k]] += 1;
}

export const planHoursStep = decides(planHours);
