// §6.4 The virtual world: a fork from which the truth has been erased, where what is known and believed stands in its place.

import { rint } from "../engine/math/rint.js";
import { links } from "../engine/network/network.js";
import { uniform } from "../engine/random/continuous.js";
import { purpose } from "../engine/random/stream.js";
import { threefry2x32 } from "../engine/random/threefry.js";
import { draws } from "../engine/schedule/draws.js";
import { fork } from "../engine/world/copy.js";
import type { ColumnViews } from "../engine/world/kind.js";
import { columns, keyOf, tickOf, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { drawThresholds } from "./adoption.js";
import { AWAY, customer, STATE } from "./customer.js";
import { Words } from "./drawn.js";
import { tabulated } from "./failure-law.js";
import { fidelityOf } from "./fidelity.js";
import { layLandscape } from "./innovation/landscape.js";
import { manufacturer, supply } from "./manufacturer.js";
import { demandKinds } from "./parameters.js";
import type { measured, sensed } from "./sensed.js";
import { settings } from "./settings.js";
import { clockOf, drawUseRates, nextTurn, turns } from "./use.js";

/** Groups of columns that no decision reads; in a what-if they are made anew from the others. */
const UNKNOWN: readonly string[] = ["hidden", "sensor"];

/** What stands in a what-if in place of the truth, by column; 0 in those that a tick writes before it reads them. */
export const virtualColumns: Readonly<Record<string, string>> = {
	"settings.demandFactor": "1: nobody knows of a shock to demand but by the orders",
	"settings.stepTo":
		"what customers asked for last, at usual use, where all who know such demand were asked for the same",
	"settings.stepAt": "0 there, else never: nobody knows of a step that is to come",
	"settings.failureScale": "as maintenance firms have fitted it; before, what makers reckon with as upkeep",
	"settings.failureShape": "the same; 1, no wear, before",
	"accounts.macroDeviation": "what is published or sensed of it; 0, its mean, where nobody follows it",
	"accounts.macro": "1 and that",
	"accounts.pastMacro": "the same",
	"accounts.landscape": "landscapes of the what-if's own key",
	"accounts.useClock": "the clock when meters were last read, and a tick of use for each tick since then",
	"manufacturer.demandState": "the last orders less their mean at the use that is believed",
	"manufacturer.finished": "the stock that is believed, in whole units",
	"manufacturer.making": "work as it is scheduled; what is overdue comes next",
	"manufacturer.availability": "0, its mean",
	"manufacturer.capacityFactor": "the share of hours at work that the twin has",
	"manufacturer.begun": "half of a unit where hours were short",
	"manufacturer.wanted": "0",
	"manufacturer.hours": "0",
	"manufacturer.lostNow": "0",
	"manufacturer.lost":
		"what must have been lost, given the stock that is believed: the account of estimation",
	"manufacturer.pastStock": "the stock that is believed, less recorded flows since",
	"manufacturer.reported": "the stock that is believed",
	"manufacturer.atWork": "the same",
	"manufacturer.pastAtWork": "the same",
	"manufacturer.reportedAtWork": "the same",
	"supply.components": "the stock that is believed, in whole units",
	"supply.lostNow": "0",
	"supply.lost": "what must have been lost, given the stock that is believed: the account of estimation",
	"supply.pastStock": "the stock that is believed, less recorded flows since",
	"supply.reported": "the stock that is believed",
	"customer.useRate": "drawn: no meter is read owner by owner",
	"customer.age": "drawn: failure or end of a machine whose age of use is any of a life alike likely",
	"customer.turnsAt": "the same on the clock; a machine that is on its way is new",
	"customer.dueByAge": "follows from that",
	"customer.threshold": "drawn: beyond the hazard so far, Infinity of who has adopted",
	"customer.looksAt": "from when it can reach that",
};

/** Counters of draws of keys lie apart from those of streams. */
const WHAT_IF = 0x77686174; // "what"
const AGES = purpose("what-if age");
const words = new Words();
const AR1 = demandKinds.indexOf("ar1");
const STEP = demandKinds.indexOf("step");

/**
 * The world as its decision makers know it, before its next tick, with another future: for a decision (any count) and a
 * replication a key of its own, the same for all candidates of the decision. Every column that decisions may not read is first
 * set to 0, so that worlds which differ in these columns alone have the same what-if, bit for bit.
 */
export function whatIf(world: World, decision: number, replication: number, into?: World): World {
	const [key0, key1] = keyOf(world);
	const key = threefry2x32(key0, key1, decision, WHAT_IF + replication);
	const virtual = fork(world, into ? { key, into } : { key });
	for (const { table, name, group } of virtual.layout.columns)
		if (UNKNOWN.includes(group)) virtual.columns[table]?.[name]?.fill(0);
	expectCalm(virtual);
	expectDemand(virtual);
	believeFailures(virtual);
	believeMakers(virtual);
	believeArcs(virtual);
	drawUseRates(virtual);
	drawMachines(virtual);
	drawThresholds(virtual);
	return virtual;
}

function expectCalm(world: World): void {
	const { demandFactor, reviewEvery, senseMacro } = columns(world, settings);
	const { macroDeviation, macro, pastMacro, publishedMacro, sensedMacro, useClock, metersAt } = columns(
		world,
		accounts,
	);
	const tick = tickOf(world);
	const { coverage, observe } = fidelityOf(world, tick);
	demandFactor[0] = 1;
	if (senseMacro[0] === 1) macroDeviation[0] = (coverage > 0 && !observe ? sensedMacro : publishedMacro)[0];
	macro[0] = 1 + macroDeviation[0];
	pastMacro.fill(macro[0]);
	layLandscape(world);
	const last = tick - 1 - ((tick - 1) % reviewEvery[0]);
	useClock[0] = metersAt[0] > 0 ? metersAt[0] + (tick - 1 - last) : tick;
}

/** Drawn demand goes on as it was read last: a deviation fades, and a step is known once all have seen it. */
function expectDemand(world: World): void {
	const { demandKind, demandMean, demandState, marketOrders } = columns(world, manufacturer);
	const { stepTo, stepAt } = columns(world, settings);
	const [z] = columns(world, accounts).macro;
	const levels = new Set<number>();
	for (let i = 0; i < demandKind.length; i++) {
		const orders = tickOf(world) > 0 ? marketOrders[i] : demandMean[i] * z;
		if (demandKind[i] === AR1) demandState[i] = orders - demandMean[i] * z;
		if (demandKind[i] === STEP) levels.add(z > 0 ? orders / z : orders);
	}
	const [level] = levels;
	stepAt[0] = levels.size === 1 ? 0 : Number.POSITIVE_INFINITY;
	stepTo[0] = levels.size === 1 ? level : 0;
}

/** The law of failures as it was found; where none was, so many without wear as the upkeep of a machine is reckoned for. */
function believeFailures(world: World): void {
	const { failureScale, failureShape, upkeep, referencePrice, repairFee } = columns(world, settings);
	const { fittedScale, fittedShape } = columns(world, accounts);
	const reckoned =
		repairFee[0] > 0 ? repairFee[0] / (upkeep[0] * referencePrice[0]) : Number.POSITIVE_INFINITY;
	const found = fittedShape[0] > 0;
	failureScale[0] = found ? fittedScale[0] : reckoned;
	failureShape[0] = found ? fittedShape[0] : 1;
}

function believeMakers(world: World): void {
	const own = columns(world, manufacturer);
	const { finished, making, scheduled, inProgress, capacityFactor, begun, shortHours, hoursPerUnit } = own;
	const {
		believedAtWork,
		atWork,
		pastAtWork,
		reportedAtWork,
		lost,
		initialStock,
		madeTotal,
		liquidated,
		shippedTotal,
	} = own;
	const width = making.length / finished.length;
	const lags = pastAtWork.length / finished.length;
	const next = tickOf(world) % width;
	believe(world, own, finished);
	making.set(scheduled);
	for (const level of [capacityFactor, atWork, reportedAtWork]) level.set(believedAtWork);
	for (let i = 0; i < finished.length; i++) {
		let overdue = inProgress[i];
		for (let k = i * width; k < (i + 1) * width; k++) overdue -= scheduled[k];
		making[i * width + next] += overdue;
		begun[i] = shortHours[i] > 0 ? hoursPerUnit[i] / 2 : 0;
		pastAtWork.fill(believedAtWork[i], i * lags, (i + 1) * lags);
		lost[i] = initialStock[i] + madeTotal[i] - liquidated[i] - shippedTotal[i] - finished[i];
	}
}

function believeArcs(world: World): void {
	const edges = links(world, supply);
	const { components, contract, lost, arrivedTotal, substitutedTotal, usedTotal, liquidated } = edges;
	believe(world, edges, components);
	for (let e = 0; e < components.length; e++) {
		// Who stands in brings the goods into the stock of the contract.
		if (contract[e] >= 0) components[e] = 0;
		lost[e] = arrivedTotal[e] + substitutedTotal[e] - usedTotal[e] - liquidated[e] - components[e];
	}
}

type Sensed = ColumnViews<{ sensor: typeof measured; twin: typeof sensed }>;

/** Stocks as they are believed; what is on its way to the twin says the same. */
function believe(world: World, { believed, flow, pastFlow, pastStock, reported }: Sensed, stock: Int32Array) {
	const least = columns(world, settings).returns[0] === 1 ? Number.NEGATIVE_INFINITY : 0;
	const width = pastStock.length / Math.max(1, stock.length);
	for (let i = 0; i < stock.length; i++) {
		stock[i] = Math.max(least, rint(believed[i]));
		reported[i] = stock[i];
		for (let k = i * width; k < (i + 1) * width; k++) pastStock[k] = stock[i] - (flow[i] - pastFlow[k]);
	}
}

/** Of machines it is known what they are at; how far they are in their life is drawn. */
function drawMachines(world: World): void {
	const { state, turnsAt, younger } = columns(world, customer);
	const exact = turns(world);
	const machines = { ...exact, law: tabulated(exact.law, exact.life) };
	const clock = clockOf(world);
	const ages = words.draw(draws(world, AGES), 0, state.length, tickOf(world));
	for (let i = 0; i < state.length; i++) {
		if (state[i] === STATE.inDelivery) turnsAt[i] = AWAY + nextTurn(machines, i, 0);
		if (state[i] !== STATE.working && state[i] !== STATE.down) continue;
		const left = machines.life - younger[i];
		const v = younger[i] + uniform(ages[i]) * left;
		turnsAt[i] = (state[i] === STATE.down ? AWAY : clock) + nextTurn(machines, i, v);
	}
}
