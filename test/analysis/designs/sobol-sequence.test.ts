// The Sobol' sequence: its table of directions, published points, and the balance that makes it good, plain and scrambled.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directionNumbers } from "../../../engine/analysis/designs/direction-numbers.js";
import { MOST_DIMENSIONS } from "../../../engine/analysis/designs/sobol-sequence.js";
import { sobolSequence } from "../../../engine/analysis/index.js";

const table = directionNumbers.split(/[;\n]+/).map((row) => row.split(" ").map(Number));

describe("the table of Joe & Kuo", () => {
	test("has as many rows as dimensions but one", () => {
		expect(table.length + 1).toBe(MOST_DIMENSIONS);
		expect(MOST_DIMENSIONS).toBe(512);
	});

	test("every m_i is odd and below 2^i", () => {
		for (const [, ...m] of table)
			m.forEach((value, i) => {
				expect(value % 2).toBe(1);
				expect(value).toBeLessThan(2 ** (i + 1));
			});
	});

	test("every polynomial is primitive, no two are the same, and degrees never fall", () => {
		const seen = new Set<number>();
		let last = 1;
		for (const [inner, ...m] of table) {
			const degree = m.length;
			const polynomial = 2 ** degree + 2 * inner + 1;
			expect(inner).toBeLessThan(2 ** Math.max(degree - 1, 0));
			let power = 1;
			let order = 0;
			do {
				power *= 2;
				if (power >= 2 ** degree) power ^= polynomial;
				order++;
			} while (power !== 1);
			expect(order, `${polynomial}`).toBe(2 ** degree - 1);
			expect(degree).toBeGreaterThanOrEqual(last);
			expect(seen.has(polynomial)).toBe(false);
			seen.add(polynomial);
			last = degree;
		}
	});

	test("Sobol's property A holds in all 512 dimensions: the first digits of the directions have full rank", () => {
		const firstDigits = ([inner, ...m]: number[]) => {
			const digits = m.map((value, i) => Math.floor(value / 2 ** i) & 1);
			for (let i = m.length; i < MOST_DIMENSIONS; i++) {
				let digit = digits[i - m.length];
				for (let k = 1; k < m.length; k++) digit ^= (inner >> (m.length - 1 - k)) & digits[i - k] & 1;
				digits.push(digit);
			}
			return BigInt(`0b${digits.join("")}`);
		};
		const left = [1n << BigInt(MOST_DIMENSIONS - 1), ...table.map(firstDigits)];
		let rank = 0;
		for (let bit = BigInt(MOST_DIMENSIONS); bit-- > 0n; ) {
			const pivot = left.findIndex((row) => (row >> bit) & 1n);
			if (pivot < 0) continue;
			const [row] = left.splice(pivot, 1);
			left.forEach((other, i) => {
				if ((other >> bit) & 1n) left[i] = other ^ row;
			});
			rank++;
		}
		expect(rank).toBe(512);
	});
});

// Sixteenths of the first 16 points in 10 dimensions; the first three are printed at the table's home (Joe & Kuo, program sobol.cc).
const published = `
0 0 0 0 0 0 0 0 0 0
8 8 8 8 8 8 8 8 8 8
12 4 4 4 12 12 4 12 12 12
4 12 12 12 4 4 12 4 4 4
6 6 10 14 6 2 6 14 14 10
14 14 2 6 14 10 14 6 6 2
10 2 14 10 10 14 2 2 2 6
2 10 6 2 2 6 10 10 10 14
3 5 15 7 9 5 7 15 15 5
11 13 7 15 1 13 15 7 7 13
15 1 11 3 5 9 3 3 3 9
7 9 3 11 13 1 11 11 11 1
5 3 5 9 15 7 1 1 1 15
13 11 13 1 7 15 9 9 9 7
9 7 1 13 3 11 5 13 13 3
1 15 9 5 11 3 13 5 5 11`;

const powers = (most: number) => Array.from({ length: most + 1 }, (_, m) => 2 ** m);

/** How many points lie in each of the boxes into which these numbers of parts cut the cube. */
function counts(points: readonly (readonly number[])[], parts: readonly number[]): number[] {
	const found: number[] = Array(parts.reduce((a, b) => a * b, 1)).fill(0);
	for (const point of points) found[parts.reduce((box, p, j) => box * p + Math.floor(point[j] * p), 0)]++;
	return found;
}

const everywhere = (found: number[], count: number) => found.every((one) => one === count);

describe.each([
	["plain", undefined],
	["scrambled", "7"],
	["scrambled otherwise", "8"],
])("the sequence, %s", (_name, seed) => {
	test("each factor has one of the first 2^m points, and of every later 2^m, in each 2^m-th part", () => {
		const points = sobolSequence({ dimension: MOST_DIMENSIONS, n: 1024, seed });
		for (let j = 0; j < MOST_DIMENSIONS; j++) {
			const column = points.map((point) => [point[j]]);
			for (const n of [64, 1024])
				for (let i = 0; i < 1024; i += n)
					expect(everywhere(counts(column.slice(i, i + n), [n]), 1)).toBe(true);
		}
	});

	test("the first two factors: one of 2^m points in each box of area 2^-m, however shaped", () => {
		const points = sobolSequence({ dimension: 2, n: 1024, seed });
		for (const p of powers(10)) expect(everywhere(counts(points, [p, 1024 / p]), 1)).toBe(true);
	});

	test("any two of the first 20 factors: as many of 4096 points in each of 8 × 8 squares", () => {
		const points = sobolSequence({ dimension: 20, n: 4096, seed });
		for (let i = 0; i < 20; i++)
			for (let j = 0; j < i; j++) {
				const pairs = points.map((point) => [point[i], point[j]]);
				expect(everywhere(counts(pairs, [8, 8]), 64)).toBe(true);
			}
	});

	test("twelve factors: one of the first 4096 points in each orthant", () => {
		const points = sobolSequence({ dimension: 12, n: 4096, seed });
		expect(everywhere(counts(points, Array(12).fill(2)), 1)).toBe(true);
	});

	test("goes on where it ended", () => {
		const all = sobolSequence({ dimension: 3, n: 300, seed });
		fc.assert(
			fc.property(fc.nat(299), (skip) => {
				expect(sobolSequence({ dimension: 3, n: 300 - skip, skip, seed })).toEqual(all.slice(skip));
			}),
			{ numRuns: 30, seed: 1 },
		);
		const last = sobolSequence({ dimension: 2, n: 1, skip: 2 ** 32 - 1, seed });
		expect(last[0].every((u) => u >= 0 && u < 1)).toBe(true);
	});
});

describe("published points", () => {
	test("the first sixteen in ten dimensions", () => {
		const expected = published
			.trim()
			.split("\n")
			.map((row) => row.split(" ").map((x) => Number(x) / 16));
		expect(sobolSequence({ dimension: 10, n: 16 })).toEqual(expected);
	});
});

describe("scrambling", () => {
	test("makes each point uniform: over 2,000 seeds the tenth point's mean and variance are those of (0, 1)", () => {
		const values = Array.from(
			{ length: 2000 },
			(_, s) => sobolSequence({ dimension: 3, n: 1, skip: 9, seed: `${s}` })[0],
		);
		for (let j = 0; j < 3; j++) {
			const mean = values.reduce((sum, point) => sum + point[j], 0) / 2000;
			const square = values.reduce((sum, point) => sum + point[j] ** 2, 0) / 2000;
			expect(Math.abs(mean - 1 / 2)).toBeLessThan((4 * Math.sqrt(1 / 12)) / Math.sqrt(2000));
			expect(Math.abs(square - 1 / 3)).toBeLessThan((4 * Math.sqrt(4 / 45)) / Math.sqrt(2000));
		}
	});

	test("integrates a smooth function 50 times closer than as many random points would", () => {
		// The integral of ∏ (1 + (x_j − ½)) over five factors is 1, its variance (13/12)^5 − 1.
		const squares = Array.from({ length: 20 }, (_, s) => {
			const points = sobolSequence({ dimension: 5, n: 1024, seed: `${s}` });
			const mean = points.reduce((sum, point) => sum + point.reduce((p, x) => p * (x + 0.5), 1), 0) / 1024;
			return (mean - 1) ** 2;
		});
		const rms = Math.sqrt(squares.reduce((a, b) => a + b, 0) / 20);
		expect(rms).toBeLessThan(Math.sqrt(((13 / 12) ** 5 - 1) / 1024) / 50);
	});

	test("never gives an end of the range", () => {
		for (const point of sobolSequence({ ranges: [[0, 1]], n: 4096, seed: "ends" }))
			expect(point[0] > 0 && point[0] < 1).toBe(true);
	});
});

test.each([
	[{ dimension: 513, n: 1 }, /at most 512/],
	[{ dimension: 0, n: 1 }, /dimension/],
	[{ dimension: 1, n: 0 }, /n must be/],
	[{ dimension: 1, n: 1.5 }, /n must be/],
	[{ dimension: 1, n: 2, skip: 2 ** 32 - 1 }, /2\^32/],
	[{ dimension: 1, n: 2, skip: -1 }, /skip/],
	[{ n: 1 }, /needs ranges, .* or dimension/],
	[{ n: 1, dimension: 2, ranges: [[0, 1]] as const }, /2 factors need as many ranges, got 1/],
	[{ n: 1, ranges: [] }, /one for each factor/],
	[{ n: 1, ranges: [0, 1] as unknown as [] }, /ranges\[0\] must be \[low, high\]/],
	[{ n: 1, ranges: [[1, 1]] as const }, /ranges\[0\]/],
	[{ n: 1, ranges: [[0, Infinity]] as const }, /ranges\[0\]/],
	[
		{
			n: 1,
			ranges: [
				[0, 1],
				[NaN, 1],
			] as const,
		},
		/ranges\[1\]/,
	],
])("bad arguments are named: %j", (options, message) => {
	expect(() => sobolSequence(options)).toThrow(RangeError);
	expect(() => sobolSequence(options)).toThrow(message);
});
