// Draws of a segment are the draws of its agents one by one, compiled or not.

import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
	compiledDraws,
	drawWords,
	plainDraws,
	SEGMENT,
	type SegmentDraws,
} from "../../engine/kernels/draw-segments.js";
import { word } from "../../engine/random/stream.js";

afterEach(() => {
	vi.unstubAllGlobals();
});

const bits = fc.integer({ min: 0, max: 0xffffffff });
const ranges = fc
	.tuple(fc.oneof(fc.nat(40), fc.nat(0xffffffff)), fc.oneof(fc.nat(70), fc.nat(SEGMENT)))
	.map(([from, length]) => [from, Math.min(from + length, 2 ** 32)] as const);
const calls = fc.record({
	stream: fc.record({ k0: bits, k1: bits }),
	range: ranges,
	tick: fc.nat(2 ** 22 - 1),
	index: fc.nat(1023),
});

const forms: [string, SegmentDraws | undefined][] = [
	["compiled", compiledDraws()],
	["plain", plainDraws()],
];

describe.each(forms)("%s", (_name, draws) => {
	if (!draws) throw new Error("this platform has no vectors, and the test has no subject");

	test("words are those of the agents, for any range, tick and index", () => {
		fc.assert(
			fc.property(calls, ({ stream, range: [from, to], tick, index }) => {
				const words = draws.drawWords(stream, from, to, tick, index);
				const expected = Array.from({ length: to - from }, (_, i) => word(stream, from + i, tick, index));
				expect([...words.subarray(0, to - from)]).toEqual(expected);
			}),
			{ numRuns: 500 },
		);
	});

	test("the array is one and the same, with room for a segment", () => {
		const stream = { k0: 1, k1: 2 };
		const first = draws.drawWords(stream, 0, 8, 0, 0);
		expect(first.length).toBe(SEGMENT);
		expect(draws.drawWords(stream, 3, 3 + SEGMENT, 0, 0)).toBe(first);
		expect(first[SEGMENT - 1]).toBe(word(stream, 2 + SEGMENT, 0, 0));
		expect(() => draws.drawWords(stream, 3, 4 + SEGMENT, 0, 0)).toThrow(
			new RangeError(`a segment has at most ${SEGMENT} agents, not ${SEGMENT + 1}`),
		);
	});
});

test("what the engine exports is the compiled form here, and the plain one where code cannot be compiled", async () => {
	const memoryOf = ({ drawWords: draw }: Pick<SegmentDraws, "drawWords">) =>
		draw({ k0: 1, k1: 2 }, 0, 1, 0, 0).buffer.byteLength;
	expect(memoryOf({ drawWords })).toBe(65536);
	const refusing = {
		Module: class {
			constructor() {
				throw new Error("no vectors");
			}
		},
	};
	for (const platform of [undefined, refusing]) {
		vi.stubGlobal("WebAssembly", platform);
		expect(compiledDraws()).toBeUndefined();
		vi.resetModules();
		expect(memoryOf(await import("../../engine/kernels/draw-segments.js"))).toBe(4 * SEGMENT);
	}
});
