// The manufacturer and its supply links. Columns by who may know them: `fixed` technology; `hidden` truth that
// decisions never read; `open` what its owner knows at no cost; `sensor` readings on their way, as far from decisions
// as the truth; `twin` what the twin believes.

import { agentKind, column, networkKind } from "../engine/world/kind.js";
import { demandRecord, orderRecord } from "./applications/columns.js";
import { forecasting } from "./forecast/columns.js";
import { account, usual } from "./ledger.js";
import { measured, sensed } from "./sensed.js";

export const manufacturer = agentKind("manufacturer", {
	fixed: {
		tier: column("i32", "1", "1 sells to customers, 2 sells to tier 1, …"),
		group: column("i32", "1", "line of the recording"),
		productionTicks: column("i32", "ticks", "T, from release to stock"),
		protectionTicks: column("i32", "ticks", "l, covered by an order"),
		ownCost: column("f64", "cents", "cost added per unit"),
		materialCost: column("f64", "cents", "bought outside per unit"),
		materialValue: column("f64", "cents", "materials and components in a unit, at purchase price"),
		unitCost: column("f64", "cents", "cumulative cost per unit"),
		price: column("f64", "cents", "transfer or list price"),
		logPrice: column("f64", "1", "its logarithm"),
		quality: column("f64", "share", "as customers see it"),
		hoursPerUnit: column("f64", "h", "labor per unit"),
		contractedHours: column("f64", "h/tick", "paid whether used or not"),
		meanDemand: column("f64", "units/tick", "expected orders"),
		demandKind: column("i32", "code", "how customers' demand arises"),
		demandMean: column("f64", "units/tick", "of customers"),
		demandSd: column("f64", "units/tick", "of customers"),
		holdingCost: column("f64", "cents/unit·tick", "h, cost of holding"),
		shortageCost: column("f64", "cents/unit·tick", "p, cost of shortage"),
		safetyFactor: column("f64", "1", "z of the base-stock level"),
		target: column("i32", "units", "S' of anchor and adjust"),
		rank: column("f64", "share", "instrumented if below coverage"),
		initialStock: column("i32", "units", "finished at the start"),
		initialInProgress: column("i32", "units", "at the start"),
		initialOpen: column("i32", "units", "open production orders at the start"),
		materialShare: column("f64", "share", "of the material that all makers usually buy"),
		...usual,
	},
	hidden: {
		finished: column("i32", "units", "finished stock"),
		making: column("i32", "units", "work in progress by the tick it ends", "making"),
		availability: column("f64", "1", "logit of the share of hours at work, off its center"),
		begun: column("f64", "h", "worked on the next unit, which the hours did not finish"),
		lostNow: column("i32", "units", "finished units lost in this tick"),
		lost: column("f64", "units", "lost so far"),
	},
	open: {
		marketOrders: column("i32", "units", "customers' orders of this tick"),
		marketBacklog: column("i32", "units", "customers' orders that wait"),
		marketWaiting: column("i32", "units", "of them by tick of order", "cohorts"),
		marketShipped: column("i32", "units", "to customers in this tick"),
		marketFilled: column("i32", "units", "of this tick's orders, at once"),
		marketOnTime: column("i32", "units", "shipped within the promise in this tick"),
		marketDue: column("i32", "units", "on time, overdue or cancelled in this tick"),
		marketCancelled: column("i32", "units", "in this tick"),
		marketLatePay: column("f64", "cents", "to customers in this tick"),
		latePayOut: column("f64", "cents", "to buyers in this tick"),
		queueHead: column("i32", "id", "first waiting customer, -1 none"),
		queueTail: column("i32", "id", "last waiting customer, -1 none"),
		annoyed: column("f64", "customers", "who wait, by how much it annoys them: Σ 1 − 2^(−delay/promise)"),
		inbox: column("i32", "id", "customer who ordered last in this tick, -1 none"),
		demandState: column("f64", "1", "deviation of AR(1) demand"),
		demandNow: column("i32", "units", "all orders read in this tick"),
		backlog: column("i32", "units", "all orders that wait"),
		received: column("i32", "units", "recorded into stock in this tick"),
		shipped: column("i32", "units", "out of stock in this tick"),
		inProgress: column("i32", "units", "released and not yet received"),
		openProduction: column("i32", "units", "production orders not yet released"),
		released: column("i32", "units", "in this tick"),
		order: column("i32", "units", "production order of this tick"),
		endDemand: column("f64", "units", "end demand that this stage serves, as read in this tick"),
		...demandRecord,
		...forecasting,
		expectedDelay: column("f64", "ticks", "posted to customers"),
		madeTotal: column("f64", "units", "recorded into stock so far"),
		shippedTotal: column("f64", "units", "out of stock so far"),
		marketTotal: column("f64", "units", "of them to customers"),
		releasedTotal: column("f64", "units", "released so far"),
		orderedTotal: column("f64", "units", "production ordered so far"),
		...account,
		energy: column("f64", "Wh", "of making and of the twin, in this tick"),
		freightEnergy: column("f64", "Wh", "of hauling what arrived in this tick"),
		recoveredStock: column("f64", "cents", "material from recycling that it has, at virgin price"),
		recoveredUsed: column("f64", "cents", "of it, used in this tick"),
		recoveredTotal: column("f64", "cents", "of it, got so far"),
		recoveredUsedTotal: column("f64", "cents", "of it, used so far"),
		holdingNow: column("f64", "cents", "stock cost h·stock + p·backlog of this tick"),
	},
	/** What is recorded of products' lives: part of the virtual world. */
	data: {
		twinCost: column("f64", "cents", "of its twins in this tick, before any subsidy"),
		messages: column("i32", "messages", "of its twins in this tick"),
		bytes: column("f64", "bytes", "recorded in this tick"),
		stored: column("f64", "bytes", "recorded so far"),
	},
	sensor: measured,
	twin: sensed,
});

/** Edge: buyer → supplier. The supplier owns the backlog and what it ships, the buyer its components. */
export const supply = networkKind("supply", manufacturer, manufacturer, {
	fixed: {
		quantity: column("i32", "units", "of the supplier's product per unit"),
		transportTicks: column("i32", "ticks", "theta"),
		initialOnOrder: column("i32", "units", "at the start"),
		initialInTransit: column("i32", "units", "of them on their way"),
		rank: column("f64", "share", "of the buyer: instrumented if below coverage"),
	},
	hidden: {
		components: column("i32", "units", "on hand at the buyer"),
		lostNow: column("i32", "units", "components lost in this tick"),
		lost: column("f64", "units", "lost so far"),
	},
	open: {
		...orderRecord,
		placed: column("i32", "units", "orders by the tick they are read", "placed"),
		ordered: column("i32", "units", "read by the supplier in this tick"),
		endDemand: column("f64", "units", "end demand handed on by the buyer, in the supplier's units", "delay"),
		backlog: column("i32", "units", "that the supplier owes"),
		reads: column("i32", "units", "read by the supplier, by tick", "reads"),
		recent: column("i32", "units", "of these last ticks together"),
		shipped: column("i32", "units", "in this tick"),
		remainder: column("f64", "units", "of the proportional share, while shipping"),
		latePay: column("f64", "cents", "supplier to buyer in this tick"),
		inTransit: column("i32", "units", "by the tick of arrival", "transit"),
		arrived: column("i32", "units", "in this tick"),
		used: column("i32", "units", "in this tick"),
		onOrder: column("i32", "units", "ordered and not yet arrived"),
		orderedTotal: column("f64", "units", "placed so far"),
		readTotal: column("f64", "units", "read so far"),
		shippedTotal: column("f64", "units", "shipped so far"),
		arrivedTotal: column("f64", "units", "arrived so far"),
		usedTotal: column("f64", "units", "used so far"),
	},
	sensor: measured,
	twin: sensed,
});

/** Edge: maker → end stage that its product goes into; only where end demand is shared at once. */
export const usage = networkKind("usage", manufacturer, manufacturer, {
	fixed: { quantity: column("f64", "units", "of the maker's product in one unit of the end stage's") },
});
