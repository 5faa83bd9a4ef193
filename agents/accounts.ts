// The one row of what belongs to nobody in particular: the macro factor and the accounts beside the firms'.

import { agentKind, column } from "../engine/world/kind.js";

export const accounts = agentKind("accounts", {
	hidden: {
		macroDeviation: column("f64", "1", "u of the macro factor"),
		macro: column("f64", "1", "z, how hard machines are used"),
	},
	open: {
		households: column("f64", "cents", "customers, workers and owners together"),
		bank: column("f64", "cents", "negative: money lent"),
		outside: column("f64", "cents", "the world that sells material and buys work"),
		customersNet: column("f64", "cents", "of this tick: earnings and late pay less purchases"),
	},
});
