// The draws of a range are the draws of its agents one by one, compiled or not.

import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { compiledFills, fillWords, plainFills } from "../../engine/kernels/fills.js";
import { normal } from "../../engine/random/continuous.js";
import { word } from "../../engine/random/stream.js";

afterEach(() => {
	vi.unstubAllGlobals();
});

const bits = fc.integer({ min: 0, max: 0xffffffff });
/** Short ranges, ranges of several segments and their ends, anywhere up to the last agent. */
const ranges = fc
	.tuple(
		fc.oneof(fc.nat(40), bits),
		fc.oneof(fc.nat(100), fc.integer({ min: 1000, max: 1060 }), fc.nat(5000)),
	)
	.map(([from, length]) => [from, Math.min(from + length, 2 ** 32)] as const);
const calls = fc.record({
	stream: fc.record({ k0: bits, k1: bits }),
	range: ranges,
	tick: fc.nat(2 ** 22 - 1),
	index: fc.nat(1023),
});

const compiled = compiledFills();
if (!compiled) throw new Error("no vectors here: half of these tests have no subject");

describe.each([
	["compiled", compiled],
	["plain", plainFills],
])("%s", (_name, fills) => {
	test("words are those of the agents, for any range, tick and index, and nothing else is written", () => {
		fc.assert(
			fc.property(calls, ({ stream, range: [from, to], tick, index }) => {
				const out = new Uint32Array(to - from + 2).fill(77);
				fills.fillWords(out, stream, from, to, tick, index);
				const expected = out.map((_, i) => (i < to - from ? word(stream, from + i, tick, index) : 77));
				expect(out).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});

	test("so are normals", () => {
		fc.assert(
			fc.property(calls, ({ stream, range: [from, to], tick, index }) => {
				const out = new Float64Array(to - from + 2).fill(77);
				fills.fillNormals(out, stream, from, to, tick, index);
				const expected = out.map((_, i) =>
					i < to - from ? normal(word(stream, from + i, tick, index)) : 77,
				);
				expect(out).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});

	test("every octave of the tails has its normals: a million agents", () => {
		const stream = { k0: 7, k1: 9 };
		const [words, normals] = [new Uint32Array(1 << 20), new Float64Array(1 << 20)];
		fills.fillWords(words, stream, 1, 1 + words.length, 3, 0);
		fills.fillNormals(normals, stream, 1, 1 + words.length, 3, 0);
		const octaves = new Set<number>();
		let wrong = 0;
		words.forEach((one, i) => {
			if (!Object.is(normals[i], normal(one))) wrong++;
			octaves.add(Math.clz32(one) - Math.clz32(~one));
		});
		expect(wrong).toBe(0);
		// Tails down to 2^−17 on both sides at least.
		for (let octave = 1; octave < 17; octave++)
			for (const k of [octave, -octave]) expect(octaves).toContain(k);
	});
});

test("what the engine exports is compiled here, and plain where code cannot be compiled", async () => {
	expect(fillWords).not.toBe(plainFills.fillWords);
	const refusing = {
		Module: class {
			constructor() {
				throw new Error("no vectors");
			}
		},
	};
	for (const platform of [undefined, refusing]) {
		vi.stubGlobal("WebAssembly", platform);
		expect(compiledFills()).toBeUndefined();
		// A module anew.
		const file = new URL(`../../engine/kernels/fills.js?${String(platform)}`, import.meta.url);
		const there = (await import(file.href)) as typeof import("../../engine/kernels/fills.js");
		expect(there.fillWords).toBe(there.plainFills.fillWords);
		expect(there.fillNormals).toBe(there.plainFills.fillNormals);
	}
});
