// Normal and Gumbel draws by table: near the exact quantile, strictly rising, the same through either door.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { log, log1p, normalQuantile } from "../../engine/math/index.js";
import { gumbel, gumbelTable, normal, normalTable } from "../../engine/random/continuous.js";
import { fillNormals, purpose, streamKey, word } from "../../engine/random/index.js";
import { octaveTable } from "../../engine/random/octave-table.js";

/** Of word w: its share of probability above 0 or, for the upper half, below 1; exact. */
const tailOf = (word: number) => (Math.min(word, 0xffffffff - word) + 0.5) / 2 ** 32;
const isUpper = (word: number) => word >= 2 ** 31;
const exactNormal = (word: number) => (isUpper(word) ? -1 : 1) * normalQuantile(tailOf(word));
const exactGumbel = (word: number) => -log(-(isUpper(word) ? log1p(-tailOf(word)) : log(tailOf(word))));

type Draw = (word: number) => number;
/** [name, draw, exact quantile, bound of the error, pieces an octave] */
const cases: [string, Draw, Draw, number, number][] = [
	["normal", normal, exactNormal, 1.6e-8, 16],
	["gumbel", gumbel, exactGumbel, 2.5e-9, 32],
];

/** The first word of every piece of both halves, and the last before it. */
function borders(pieces: number): number[] {
	const words = new Set([0, 0x7fffffff, 0x80000000, 0xffffffff]);
	for (let octave = 0; octave < 32; octave++)
		for (let piece = 0; piece < pieces; piece++) {
			const first = Math.ceil((2 ** octave * (1 + piece / pieces) - 1) / 2);
			for (const word of [first - 1, first]) if (word >= 0) words.add(word).add(0xffffffff - word);
		}
	return [...words];
}

describe.each(cases)("%s", (_name, draw, exact, bound, pieces) => {
	test("lies within its bound of the exact quantile, and comes near the bound", () => {
		let worst = 0;
		const look = (word: number) => {
			worst = Math.max(worst, Math.abs(draw(word) - exact(word)));
		};
		borders(pieces).forEach(look);
		for (let word = 0; word < 2 ** 32; word += 10_007) look(word);
		for (let octave = 0; octave < 31; octave++)
			for (let k = 0; k < 2048; k++) {
				const word = Math.floor(2 ** octave * (1 + k / 2048));
				look(word);
				look(0xffffffff - word);
			}
		expect(worst).toBeLessThan(bound);
		expect(worst).toBeGreaterThan(0.9 * bound);
	});

	test("is exact to rounding at both extremes, where each word has a piece to itself", () => {
		for (let word = 0; word < pieces / 2; word++)
			for (const either of [word, 0xffffffff - word])
				expect(Math.abs(draw(either) / exact(either) - 1)).toBeLessThan(1e-15);
	});

	test("rises strictly from word to word across every border", () => {
		for (const border of borders(pieces)) {
			const last = Math.min(0xffffffff, border + 4);
			for (let word = Math.max(1, border - 4); word <= last; word++)
				if (!(draw(word) > draw(word - 1))) expect.fail(`at word ${word}`);
		}
	});

	test("takes a word with or without its sign", () => {
		for (const word of borders(pieces)) expect(draw(word | 0)).toBe(draw(word));
	});
});

test("every cubic is monotone on its piece, and a word's step far above rounding", () => {
	const tables: [Float64Array, number, 1 | -1][] = [
		[normalTable, 16, 1],
		[gumbelTable.subarray(0, 4096), 32, 1],
		[gumbelTable.subarray(4096), 32, -1],
	];
	for (const [table, pieces, sense] of tables) {
		expect(table.length).toBe(32 * pieces * 4);
		const end = 2 ** 31 / pieces;
		for (let i = 0; i < table.length; i += 4) {
			const [, c1, c2, c3] = table.subarray(i, i + 4);
			const slope = (t: number) => sense * (c1 + t * (2 * c2 + t * 3 * c3));
			const turn = -c2 / (3 * c3);
			const flattest = Math.min(slope(0), slope(end), turn > 0 && turn < end ? slope(turn) : Infinity);
			// Two words are 2^(32 − octave) apart in t; a draw of size 23 is rounded to 4e-15 at each of six operations.
			const step = flattest * 2 ** (32 - Math.floor(i / (4 * pieces)));
			if (!(step > 1e-10)) expect.fail(`piece ${i / 4}: ${step}`);
		}
	}
});

test("the inverted word gives exactly −z", () => {
	const bits = fc.integer({ min: 0, max: 0xffffffff });
	fc.assert(fc.property(bits, (word) => normal(~word >>> 0) === -normal(word) && normal(word) !== 0));
	for (const word of borders(16)) expect(normal(0xffffffff - word)).toBe(-normal(word));
});

test("a table read as its description says gives the draws, bit for bit", () => {
	const read = (table: Float64Array, pieces: number, tail: number) => {
		const octave = Math.floor(Math.log2(tail)) + 33;
		const along = (tail * 2 ** (33 - octave) - 1) * pieces;
		const piece = Math.floor(along);
		const t = ((along - piece) * 2 ** 31) / pieces;
		const [c0, c1, c2, c3] = table.subarray(4 * (pieces * octave + piece));
		return c0 + t * (c1 + t * (c2 + t * c3));
	};
	const bits = fc.integer({ min: 0, max: 0x7fffffff });
	const scale = fc.integer({ min: 0, max: 30 });
	fc.assert(
		fc.property(bits, scale, (bits, scale) => {
			const low = bits >>> scale;
			const tail = tailOf(low);
			expect(normal(low)).toBe(read(normalTable, 16, tail));
			expect(gumbel(low)).toBe(read(gumbelTable, 32, tail));
			expect(gumbel(0xffffffff - low)).toBe(read(gumbelTable.subarray(4096), 32, tail));
		}),
		{ numRuns: 5000 },
	);
});

test("a function that is a cubic comes back as itself", () => {
	const table = octaveTable((p) => p * (1 - p) * (2 + p), 4);
	for (let octave = 0; octave < 32; octave++)
		for (let piece = 0; piece < 4; piece++)
			for (const share of [0, 0.25, 0.5, 0.9]) {
				const [c0, c1, c2, c3] = table.subarray(4 * (4 * octave + piece));
				const t = share * 2 ** 29;
				const p = 2 ** (octave - 33) * (1 + (piece + share) / 4);
				const value = c0 + t * (c1 + t * (c2 + t * c3));
				expect(Math.abs(value / (p * (1 - p) * (2 + p)) - 1)).toBeLessThan(1e-14);
			}
});

test("fillNormals gives normal(word) to every agent of the range and touches nothing else", () => {
	const stream = streamKey(5, 6, purpose("test.normals"));
	const from = fc.integer({ min: 0, max: 2 ** 31 - 2000 });
	const length = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 505, max: 1600 }));
	const tick = fc.integer({ min: 0, max: 2 ** 22 - 1 });
	const index = fc.integer({ min: 0, max: 1023 });
	fc.assert(
		fc.property(from, length, tick, index, (from, length, tick, index) => {
			const out = new Float64Array(length + 2).fill(77);
			fillNormals(out, stream, from, from + length, tick, index);
			const expected = out.map((_, i) => (i < length ? normal(word(stream, from + i, tick, index)) : 77));
			expect(out).toEqual(expected);
		}),
	);
});
