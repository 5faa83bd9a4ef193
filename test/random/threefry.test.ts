// Threefry-2x32-20 against the published known answers; one block, three forms.

import fc from "fast-check";
import { expect, test } from "vitest";
import { fillWords } from "../../engine/random/fill-words.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, streamKey, word } from "../../engine/random/stream.js";
import { threefry2x32, threefryWord } from "../../engine/random/threefry.js";

const bits = fc.integer({ min: 0, max: 0xffffffff });

test("known answers of Random123 (Salmon, Moraes, Dror & Shaw 2011)", () => {
	expect(threefry2x32(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
	const ones = 0xffffffff;
	expect(threefry2x32(ones, ones, ones, ones)).toEqual([0x1cb996fc, 0xbb002be7]);
	const answer = threefry2x32(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3);
	expect(answer).toEqual([0xc4923a9c, 0x483df7a0]);
});

test("signed and unsigned forms of the same words give the same block", () => {
	fc.assert(
		fc.property(bits, bits, bits, bits, (a, b, c, d) => {
			const block = threefry2x32(a, b, c, d);
			expect([
				threefryWord(a | 0, b | 0, c | 0, d | 0, 0),
				threefryWord(a | 0, b | 0, c | 0, d | 0, 1),
			]).toEqual(block);
		}),
	);
});

test("an agent's word is word (agent & 1) of block (agent >>> 1; tick, index)", () => {
	const stream = streamKey(1, 2, purpose("test"));
	const [even, odd] = threefry2x32(stream.k0, stream.k1, 21, 7 + 3 * 2 ** 22);
	expect([word(stream, 42, 7, 3), word(stream, 43, 7, 3)]).toEqual([even, odd]);
	const [, last] = threefry2x32(stream.k0, stream.k1, 2 ** 31 - 1, 0xffffffff);
	expect(word(stream, 2 ** 32 - 1, 2 ** 22 - 1, 1023)).toBe(last);
});

test("fillWords equals word for every range, tick and index", () => {
	const tick = fc.integer({ min: 0, max: 2 ** 22 - 1 });
	const index = fc.integer({ min: 0, max: 1023 });
	const from = fc.integer({ min: 0, max: 2 ** 31 - 20 });
	const length = fc.integer({ min: 0, max: 19 });
	fc.assert(
		fc.property(bits, bits, from, length, tick, index, (k0, k1, from, length, tick, index) => {
			const stream = { k0, k1 };
			const out = new Uint32Array(20).fill(77);
			fillWords(out, stream, from, from + length, tick, index);
			const expected = Array.from(out, (_, i) => (i < length ? word(stream, from + i, tick, index) : 77));
			expect(Array.from(out)).toEqual(expected);
		}),
		{ numRuns: 1000 },
	);
});

test("a text seed's key is seedrandom's first 8 bytes: 'hello.' gives its documented .9282578795792454", () => {
	const [k0, k1] = keyFromText("hello.");
	expect((k0 + Math.floor(k1 / 65536) / 65536) / 2 ** 32).toBeCloseTo(0.9282578795792454, 13);
	expect(keyFromText("hello.")).toEqual([k0, k1]);
	expect(keyFromText("hello")).not.toEqual([k0, k1]);
	expect(keyFromText(7 as unknown as string)).toEqual(keyFromText("7"));
});

test("a purpose's id is FNV-1a of its name: 'a' over the bytes 61 00", () => {
	const step = (hash: bigint, byte: bigint) => ((hash ^ byte) * 0x01000193n) & 0xffffffffn;
	expect(purpose("")).toEqual({ name: "", id: 0x811c9dc5 });
	expect(purpose("a").id).toBe(Number(step(step(0x811c9dc5n, 0x61n), 0n)));
	expect(purpose("customer.choice").id).not.toBe(purpose("customer.wear").id);
});
