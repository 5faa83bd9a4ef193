// Queues of customers at a firm, first come first served, linked through the customers' own rows: a customer stands
// in one queue at most. Who joins in a tick puts itself into the firm's inbox, in whatever order threads come along;
// the firm then takes the inbox into its queue by id, so that the order does not show.

import { exp } from "../engine/math/exp.js";

/** The ends of firms' queues; -1 for nobody. */
export interface Ends {
	readonly queueHead: Int32Array;
	readonly queueTail: Int32Array;
}
/** And who joined in this tick: a list linked like the queue. */
export interface Queues extends Ends {
	readonly inbox: Int32Array;
}

/** The customers in a list from `head` to `tail` join in this tick. No firm, −1, nobody joins. */
export function joinInbox(
	inbox: Int32Array,
	firm: number,
	head: number,
	tail: number,
	next: Int32Array,
): void {
	if (firm >= 0) next[tail] = Atomics.exchange(inbox, firm, head);
}

/** Append those who joined in this tick, in order of id. Returns how many. */
export function takeJoiners({ queueHead, queueTail, inbox }: Queues, firm: number, next: Int32Array): number {
	if (inbox[firm] < 0) return 0;
	const first = sortById(inbox[firm], next);
	inbox[firm] = -1;
	let last = first;
	let joined = 1;
	for (let id = next[first]; id >= 0; id = next[id]) {
		last = id;
		joined++;
	}
	const tail = queueTail[firm];
	if (tail < 0) queueHead[firm] = first;
	else next[tail] = first;
	queueTail[firm] = last;
	return joined;
}

/** The same, those who are `urgent` into a queue of their own. */
export function takeJoinersApart(
	others: Queues,
	urgent: Ends,
	firm: number,
	next: Int32Array,
	isUrgent: (id: number) => boolean,
): number {
	const { inbox } = others;
	if (inbox[firm] < 0) return 0;
	let joined = 0;
	for (let id = sortById(inbox[firm], next); id >= 0; joined++) {
		const behind = next[id];
		const { queueHead, queueTail } = isUrgent(id) ? urgent : others;
		if (queueTail[firm] < 0) queueHead[firm] = id;
		else next[queueTail[firm]] = id;
		queueTail[firm] = id;
		next[id] = -1;
		id = behind;
	}
	inbox[firm] = -1;
	return joined;
}

/** Take the first customer out of a firm's queue; −1 when it is empty. */
export function takeFirst({ queueHead, queueTail }: Ends, firm: number, next: Int32Array): number {
	const id = queueHead[firm];
	if (id < 0) return -1;
	const behind = next[id];
	queueHead[firm] = behind;
	if (behind < 0) queueTail[firm] = -1;
	return id;
}

/**
 * Σ 1 − 2^(−delay/promise) over who stands in a queue at the end of the tick, in its order: how much waiting for a machine
 * annoys them.
 */
export function annoyance(
	first: number,
	next: Int32Array,
	orderedAt: Int32Array,
	tick: number,
	promise: number,
): number {
	let sum = 0;
	for (let id = first; id >= 0; id = next[id]) sum += 1 - exp((-Math.LN2 * (tick - orderedAt[id])) / promise);
	return sum;
}

/** Sorted lists while sorting: place k holds one of 2^k runs or none. */
const sorted = new Int32Array(32).fill(-1);

/** Merge sort of a linked list, its runs found as they are (Knuth 1998, 5.2.4). Returns the first. */
function sortById(list: number, next: Int32Array): number {
	let places = 0;
	for (let rest = list; rest >= 0; ) {
		// Who joined last stands first: a thread's joiners are a run that falls, which is turned round.
		let run = rest;
		rest = next[run];
		next[run] = -1;
		while (rest >= 0 && rest < run) {
			const behind = next[rest];
			next[rest] = run;
			run = rest;
			rest = behind;
		}
		let k = 0;
		for (; sorted[k] >= 0; k++) {
			run = merge(sorted[k], run, next);
			sorted[k] = -1;
		}
		sorted[k] = run;
		places = Math.max(places, k + 1);
	}
	let all = -1;
	for (let k = 0; k < places; k++) {
		if (sorted[k] < 0) continue;
		all = all < 0 ? sorted[k] : merge(all, sorted[k], next);
		sorted[k] = -1;
	}
	return all;
}

/** Two rising lists become one. */
function merge(a: number, b: number, next: Int32Array): number {
	const first = Math.min(a, b);
	let one = next[first];
	let other = Math.max(a, b);
	let last = first;
	while (one >= 0 && other >= 0) {
		if (one < other) {
			next[last] = one;
			last = one;
			one = next[one];
		} else {
			next[last] = other;
			last = other;
			other = next[other];
		}
	}
	next[last] = one >= 0 ? one : other;
	return first;
}
