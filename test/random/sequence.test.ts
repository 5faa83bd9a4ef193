// A sequence of draws goes on from where it was left, and each draw is as likely as another.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";

const shuffling = purpose("test.shuffling");
const words = (draws: { word(): number }, n: number) => Array.from({ length: n }, () => draws.word());

describe("a sequence", () => {
	test("goes on after any number of words as if it had drawn them", () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(50), (seed, taken) => {
				const one = sequence(seed, shuffling);
				words(one, taken);
				expect(one.taken).toBe(taken);
				expect(words(sequence(seed, shuffling, taken), 9)).toEqual(words(one, 9));
			}),
		);
	});

	test("differs by seed and purpose, and does not repeat beyond 2^32 blocks", () => {
		const first = words(sequence("a", shuffling), 4);
		expect(words(sequence("b", shuffling), 4)).not.toEqual(first);
		expect(words(sequence("a", purpose("test.other")), 4)).not.toEqual(first);
		expect(words(sequence("a", shuffling, 2 ** 33), 4)).not.toEqual(first);
	});

	test("below(n) and shuffle give each outcome its share", () => {
		const draws = sequence("shares", shuffling);
		const orders = new Map<string, number>();
		const rounds = 24_000;
		for (let i = 0; i < rounds; i++) {
			const order = draws.shuffle([1, 2, 3, 4]).join("");
			orders.set(order, (orders.get(order) ?? 0) + 1);
		}
		expect(orders.size).toBe(24);
		const chiSquare = [...orders.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
		// χ² with 23 degrees of freedom exceeds 58.6 once in 15,000.
		expect(chiSquare).toBeLessThan(58.6);
		expect(chiSquare).toBeGreaterThan(5);
	});
});
