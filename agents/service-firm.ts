// The service firm: it repairs machines or brings them to customers, designs services, reads data, takes machines apart.

import { agentKind, column } from "../engine/world/kind.js";
import { failureRecord } from "./applications/columns.js";
import { account, usual } from "./ledger.js";
import { ownership } from "./ownership-columns.js";

/** Kinds of service firm, by code. */
export const serviceKinds = ["maintenance", "logistics", "design", "data", "recycling"] as const;
export type ServiceKind = (typeof serviceKinds)[number];
/** Their codes by name. */
export const KIND = Object.fromEntries(serviceKinds.map((kind, code) => [kind, code])) as Readonly<
	Record<ServiceKind, number>
>;

export const serviceFirm = agentKind("serviceFirm", {
	fixed: {
		kind: column("i32", "code", "place in serviceKinds"),
		place: column("i32", "1", "among the firms of its kind, from 0"),
		ofKind: column("i32", "firms", "of its kind"),
		hoursPerJob: column("f64", "h", "labor per job"),
		contractedHours: column("f64", "h/tick", "paid whether used or not"),
		price: column("f64", "cents", "per job"),
		logPrice: column("f64", "1", "its logarithm"),
		quality: column("f64", "share", "the better, the fewer hours a job takes"),
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
		hours: column(
			"f64",
			"h",
			"for what is asked in this tick: with what was begun, less planned maintenance",
		),
		load: column("f64", "1", "hours that were wanted over those rostered, of the last tick"),
		shortHours: column("f64", "h", "whole ones missing to serve all who wait"),
		idleHours: column("f64", "h", "whole ones left over when they are served"),
		hoursIn: column("f64", "h", "borrowed of others of its kind in this tick, for pay"),
		hoursOut: column("f64", "h", "lent to them"),
		bLabor: column("f64", "share", "of idle hours that it would lend"),
		queue: column("i32", "jobs", "waiting after this tick"),
		requests: column("i32", "jobs", "that came in this tick"),
		served: column("i32", "jobs", "done in this tick"),
		planned: column("i32", "jobs", "of planned maintenance in this tick, at once: threads add to it"),
		billed: column(
			"i32",
			"jobs",
			"of them, or where they are paid when asked for of the requests, those that makers pay for",
		),
		fromCustomers: column("f64", "cents", "that customers paid in this tick"),
		requestedTotal: column("f64", "jobs", "so far"),
		servedTotal: column("f64", "jobs", "so far"),
		...failureRecord,
		...account,
		...ownership,
	},
});
