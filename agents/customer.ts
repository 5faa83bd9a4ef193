// The customer: owns a machine, uses it up, has it repaired, and buys the next one.

import { agentKind, column, networkKind } from "../engine/world/kind.js";
import { manufacturer } from "./manufacturer.js";

/** What a customer is at; who gives up waiting is `cancelling` until its maker knows, in the same tick. */
export const STATE = {
	working: 0,
	deciding: 1,
	ordered: 2,
	inDelivery: 3,
	down: 4,
	cancelling: 5,
} as const;

export const customer = agentKind("customer", {
	fixed: {
		mechanic: column("i32", "id", "maintenance firm that is its partner"),
		variant: column("u8", "1", "of its machine and of the next; 0 is what a seller's market has"),
		carrier: column("i32", "id", "logistics firm that serves it"),
	},
	hidden: {
		useRate: column("f32", "1", "ticks of use per tick at z = 1; mean 1 over owners"),
		age: column("f32", "ticks of use", "of its machine: at its next failure or end while it works, else now"),
		turnsAt: column(
			"u32",
			"1/256 ticks of use at rate 1",
			"on the clock of use, when its machine fails or ends; 0 while it has to do with every tick; AWAY and the time to that while a firm has the machine",
		),
		dueByAge: column("u8", "flag", "its next turn is maintenance planned by age"),
		threshold: column("f32", "1", "cumulated hazard at which it adopts services; Infinity once it has"),
		looksAt: column("i32", "tick", "before which its peers cannot have brought it to its threshold"),
	},
	open: {
		younger: column(
			"f32",
			"ticks of use",
			"that maintenance took off the age by which its machine fails: who maintains it reads its meter",
		),
		state: column("u8", "code", "one of STATE"),
		maker: column("i32", "id", "whom it ordered from"),
		orderedAt: column(
			"i32",
			"tick",
			"of its open order; under a contract then of the delivery, of the last failure or repair",
		),
		next: column("i32", "id", "who stands behind it in the queue, -1 none"),
		events: column("i32", "1", "failures and machines so far: numbers its draws"),
		contract: column("u8", "stage", "of the contract that comes with its machine, 0 none"),
		contractEnds: column("i32", "tick", "of it; of a rented machine, when it is written off in full"),
		satisfaction: column("f32", "share", "s of who has a contract, as it was at orderedAt"),
		adoptedAt: column("i32", "tick", "from which on it is ready for services, -1 not yet"),
		peersAdopted: column("i32", "customers", "of its peers, who adopted"),
		peersAdoptedAt: column("i32", "ticks", "sum of the ticks at which they did"),
	},
});

/** Parts of a tick of use by which the clock of use goes. */
export const PARTS = 256;
/** Later than any time on the clock. */
export const AWAY = 0x80000000;

/** Later than any tick. */
export const NEVER = 0x7fffffff;

/** Edge: customer → maker whose product it considers. */
export const market = networkKind("market", customer, manufacturer, { fixed: {} });

/**
 * Who is in touch with whom, each pair once: the peers of a customer are the targets of its edges and the sources of those
 * that come in.
 */
export const peers = networkKind("peers", customer, customer, { fixed: {} });
