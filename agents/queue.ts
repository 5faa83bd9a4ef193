// Queues of customers at a firm, first come first served, linked through the customers' own rows: a customer
// stands in one queue at most. Who joined in this tick is found by the stamps of the customers' blocks.

import { columns, type World } from "../engine/world/world.js";
import { BLOCK_SHIFT, customer, customerBlock } from "./customer.js";

/** The ends of firms' queues. */
export interface Queues {
	readonly queueHead: Int32Array;
	readonly queueTail: Int32Array;
}

/** Customer `id` joins a queue in this tick: its firm finds it by the stamp. */
export function announce(id: number, tick: number, joinedAt: Int32Array, blockJoinedAt: Int32Array): void {
	joinedAt[id] = tick;
	blockJoinedAt[id >> BLOCK_SHIFT] = tick;
}

/**
 * Append, in order of id, the customers in `state` who joined a queue of firms [from, to) in this tick;
 * `firmOf` tells whose. Adds one to `joined[firm]` for each.
 */
export function appendJoiners(
	world: World,
	{ queueHead, queueTail }: Queues,
	from: number,
	to: number,
	tick: number,
	state: number,
	firmOf: Int32Array,
	joined: Int32Array,
): void {
	const { state: states, joinedAt, next } = columns(world, customer);
	const blocks = columns(world, customerBlock).joinedAt;
	for (let block = 0; block < blocks.length; block++) {
		if (blocks[block] !== tick) continue;
		const end = Math.min(states.length, (block + 1) << BLOCK_SHIFT);
		for (let id = block << BLOCK_SHIFT; id < end; id++) {
			if (joinedAt[id] !== tick || states[id] !== state) continue;
			const firm = firmOf[id];
			if (firm < from || firm >= to) continue;
			const tail = queueTail[firm];
			next[id] = -1;
			if (tail < 0) queueHead[firm] = id;
			else next[tail] = id;
			queueTail[firm] = id;
			joined[firm] += 1;
		}
	}
}

/** Take the first customer out of a firm's queue; −1 when it is empty. */
export function takeFirst({ queueHead, queueTail }: Queues, firm: number, next: Int32Array): number {
	const id = queueHead[firm];
	if (id < 0) return -1;
	const behind = next[id];
	queueHead[firm] = behind;
	if (behind < 0) queueTail[firm] = -1;
	return id;
}
