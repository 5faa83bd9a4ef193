// The service firm: it repairs machines or brings them to customers, first come first served.

import { agentKind, column } from "../engine/world/kind.js";
import { account, usual } from "./ledger.js";

/** Kinds of service firm, by code. */
export const serviceKinds = ["maintenance", "logistics"] as const;

export const serviceFirm = agentKind("serviceFirm", {
	fixed: {
		kind: column("i32", "code", "place in serviceKinds"),
		hoursPerJob: column("f64", "h", "labor per job"),
		contractedHours: column("f64", "h/tick", "paid whether used or not"),
		price: column("f64", "cents", "per job"),
		parts: column("f64", "cents", "bought outside per job"),
		...usual,
	},
	open: {
		queueHead: column("i32", "id", "first waiting customer, -1 none"),
		queueTail: column("i32", "id", "last waiting customer, -1 none"),
		urgentHead: column("i32", "id", "first of those who are served before the others, -1 none"),
		urgentTail: column("i32", "id", "last of them, -1 none"),
		annoyed: column(
			"f64",
			"customers",
			"who wait, by how much it annoys them: all of them if their machine is down",
		),
		inbox: column("i32", "id", "customer who came last in this tick, -1 none"),
		begun: column("f64", "h", "worked on the next job, which the hours did not finish"),
		queue: column("i32", "jobs", "waiting after this tick"),
		requests: column("i32", "jobs", "that came in this tick"),
		served: column("i32", "jobs", "done in this tick"),
		planned: column("i32", "jobs", "of planned maintenance in this tick, at once: threads add to it"),
		billed: column("i32", "jobs", "of them, that makers pay for under their contracts"),
		fromCustomers: column("f64", "cents", "that customers paid in this tick"),
		requestedTotal: column("f64", "jobs", "so far"),
		servedTotal: column("f64", "jobs", "so far"),
		...account,
	},
});
