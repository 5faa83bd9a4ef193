// The one row of what belongs to nobody in particular: the macro factor, the accounts beside the firms', and sums over all.

import { agentKind, column } from "../engine/world/kind.js";
import { analyses } from "./applications/columns.js";
import { DATA_CELLS, lifecycleStages } from "./lifecycle/stages.js";
import { serviceKinds } from "./service-firm.js";

export const accounts = agentKind("accounts", {
	hidden: {
		macroDeviation: column("f64", "1", "u of the macro factor"),
		macro: column("f64", "1", "z, how hard machines are used"),
		landscape: column("u32", "key", "of the landscapes of innovation", 2),
		useClock: column("f64", "ticks of use at rate 1", "z summed over the ticks so far, this one too"),
	},
	sensor: { pastMacro: column("f64", "1", "z of the last ticks", "lag") },
	/** Deviations of z from 1 that last, and how unsure they are. */
	twin: {
		publishedMacro: column("f64", "1", "u by what is published"),
		publishedVariance: column("f64", "1", "v of that"),
		sensedMacro: column("f64", "1", "u by what twins tell"),
		sensedVariance: column("f64", "1", "v of that"),
	},
	open: {
		households: column("f64", "cents", "customers, workers and owners together"),
		bank: column("f64", "cents", "negative: money lent"),
		government: column("f64", "cents", "taxes less subsidies"),
		outside: column("f64", "cents", "the world that sells material and buys work"),
		clearing: column("f64", "cents", "between firms: 0 once a tick is over"),
		loans: column("f64", "cents", "that makers owe each other"),
		satisfaction: column("f64", "share", "of customers, mean"),
		undecided: column(
			"i32",
			"customers",
			"who wait for better offers: their threads add to it during the tick",
		),
		adopters: column("f64", "customers", "who are ready for services"),
		adoptionTicks: column("f64", "ticks", "sum of the ticks at which they became so"),
		adopting: column("i32", "customers", "in this tick: their threads add to it"),
		asked: column(
			"i32",
			"jobs",
			"of firms whose work is counted and not queued for, by kind, in this tick: threads add",
			serviceKinds.length,
		),
		askedByOwners: column("i32", "jobs", "of these, that customers pay for", serviceKinds.length),
		// All that follows is of this tick.
		machines: column("i32", "machines", "at its end, by what they are at, in the order of STATE", 5),
		customersNet: column("f64", "cents", "customers' earnings and late pay less purchases"),
		sales: column("f64", "cents", "paid by customers for machines"),
		delivered: column("f64", "cents", "list price of machines that came to customers, rented ones too"),
		repairs: column("f64", "cents", "paid by customers to service firms"),
		usualCalls: column(
			"f64",
			"calls",
			"of a maintenance firm's own customers, whoever came: all firms have as many",
		),
		fees: column("f64", "cents", "paid by customers to makers under contracts"),
		makersProfit: column("f64", "cents", "accrual profit of all manufacturers"),
		firmsProfit: column("f64", "cents", "of all service firms"),
		makersCash: column("f64", "cents", "of all manufacturers, at its end"),
		firmsCash: column("f64", "cents", "of all service firms, at its end"),
		energy: column("f64", "Wh", "used in making, sensing and hauling"),
		material: column("f64", "cents", "virgin material bought"),
		ended: column("i32", "machines", "whose life ended: customers' threads add to it during the tick"),
		dismantled: column("f64", "machines", "taken apart in this tick"),
		recovered: column("f64", "cents", "material that they yielded, at virgin price"),
		recoveredUsed: column("f64", "cents", "of such material, used by makers in this tick"),
		recoveredTotal: column("f64", "cents", "of it, so far"),
		recoveredLost: column("f64", "cents", "of it, what no maker got, so far: the rounding of shares"),
		...analyses,
		fareLog: column("f64", "1", "mean of firms' ln g, weighted by cost"),
		fare: column("f64", "1", "of their g"),
	},
	/** What is recorded of products' lives: part of the virtual world. */
	data: {
		events: column("f64", "events", "of products' lives, by stage", lifecycleStages.length),
		recorded: column("f64", "events", "of them that makers have data of", lifecycleStages.length),
		data: column("f64", "bytes", "recorded, by stage, source and kind", DATA_CELLS),
		lifecycleCoverage: column("f64", "share", "of events recorded, mean over the stages that had any"),
	},
});
