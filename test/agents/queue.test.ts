// Queues: whoever joins in a tick stands in them by id, in whatever order they came along.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinInbox, type Queues, takeFirst, takeJoiners } from "../../agents/queue.js";

const newQueues = (firms: number): Queues => ({
	queueHead: new Int32Array(firms).fill(-1),
	queueTail: new Int32Array(firms).fill(-1),
	inbox: new Int32Array(firms).fill(-1),
});

/** All that stands in a queue, taken out from its head. */
function empty(queues: Queues, firm: number, next: Int32Array): number[] {
	const ids: number[] = [];
	for (let id = takeFirst(queues, firm, next); id >= 0; id = takeFirst(queues, firm, next)) ids.push(id);
	return ids;
}

const byNumber = (a: number, b: number) => a - b;
/** Several ticks' joiners, nobody twice, each tick's in the order in which they came along. */
const ticks = fc
	.uniqueArray(fc.nat(400), { maxLength: 200 })
	.chain((ids) => fc.array(fc.nat(ids.length), { maxLength: 4 }).map((cuts) => ({ ids, cuts })))
	.map(({ ids, cuts }) => {
		const bounds = [0, ...cuts.sort(byNumber), ids.length];
		return bounds.slice(1).map((end, k) => ids.slice(bounds[k], end));
	});

describe("a queue", () => {
	it("has those of earlier ticks first and those of one tick by id, and tells how many joined", () => {
		fc.assert(
			fc.property(ticks, (joiners) => {
				const queues = newQueues(2);
				const next = new Int32Array(401).fill(-1);
				for (const ids of joiners) {
					for (const id of ids) joinInbox(queues.inbox, 1, id, id, next);
					expect(takeJoiners(queues, 1, next)).toBe(ids.length);
					expect(queues.inbox[1]).toBe(-1);
				}
				expect(empty(queues, 1, next)).toEqual(joiners.flatMap((ids) => [...ids].sort(byNumber)));
				expect(queues).toEqual(newQueues(2));
			}),
			{ numRuns: 300 },
		);
	});

	it("is the same where customers join in lists of several, and where nobody is without a firm", () => {
		const lists = fc.array(fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 9 }), { maxLength: 9 });
		fc.assert(
			fc.property(lists, (given) => {
				const queues = newQueues(1);
				const next = new Int32Array(1000).fill(-1);
				const ids = given.map((list, k) => list.map((id) => k * 100 + id));
				for (const list of ids) {
					for (let k = 1; k < list.length; k++) next[list[k - 1] as number] = list[k] as number;
					joinInbox(queues.inbox, 0, list[0] as number, list[list.length - 1] as number, next);
					joinInbox(queues.inbox, -1, 999, 999, next);
				}
				expect(takeJoiners(queues, 0, next)).toBe(ids.flat().length);
				expect(empty(queues, 0, next)).toEqual(ids.flat().sort(byNumber));
			}),
		);
	});
});
