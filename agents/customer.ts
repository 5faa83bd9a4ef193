// The customer: owns a machine, uses it up, has it repaired, and buys the next one.

import { agentKind, column, networkKind } from "../engine/world/kind.js";
import { manufacturer } from "./manufacturer.js";

/** What a customer is at; `returned` and `received` are hand-overs that it takes in at its next use. */
export const STATE = {
	working: 0,
	deciding: 1,
	ordered: 2,
	inDelivery: 3,
	down: 4,
	returned: 5,
	received: 6,
	cancelling: 7,
} as const;

export const customer = agentKind("customer", {
	fixed: {
		useRate: column("f32", "1", "ticks of use per tick at z = 1; mean 1 over owners"),
		mechanic: column("i32", "id", "maintenance firm it calls"),
		carrier: column("i32", "id", "logistics firm that serves it"),
	},
	hidden: {
		age: column("f32", "ticks of use", "of its machine"),
		failsAt: column("f32", "ticks of use", "age at the next failure"),
	},
	open: {
		state: column("u8", "code", "one of STATE"),
		maker: column("i32", "id", "whom it ordered from"),
		joinedAt: column("i32", "tick", "it joined its present queue"),
		orderedAt: column("i32", "tick", "of its open order"),
		next: column("i32", "id", "who stands behind it in the queue, -1 none"),
		events: column("i32", "1", "failures and machines so far: numbers its draws"),
		satisfaction: column("f32", "share", "s_k"),
	},
});

/** Edge: customer → maker whose product it considers. */
export const market = networkKind("market", customer, manufacturer, { fixed: {} });

/** Customers in blocks of 64: a stamp tells the firms where someone joined a queue in this tick. */
export const BLOCK_SHIFT = 6;
export const customerBlock = agentKind("customerBlock", {
	open: { joinedAt: column("i32", "tick", "someone in the block joined a queue, -1 never") },
});
