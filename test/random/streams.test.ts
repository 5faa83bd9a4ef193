// Draws that differ in seed, purpose, agent, tick or index have nothing to do with one another.

import { describe, expect, test } from "vitest";
import { uniform } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, type StreamKey, streamKey, word } from "../../engine/random/stream.js";

const N = 40_000;
const key = keyFromText("streams");
const wear = streamKey(...key, purpose("wear"));
const choice = streamKey(...key, purpose("choice"));
const other = streamKey(...keyFromText("streams 2"), purpose("wear"));

type Draw = (i: number) => number;
const at = (stream: StreamKey, agent: number, tick: number, index: number) =>
	uniform(word(stream, agent, tick, index));

/** √N times the correlation of two series of uniforms: standard normal when they are independent. */
function score(a: Draw, b: Draw): number {
	let sum = 0;
	for (let i = 0; i < N; i++) sum += (a(i) - 0.5) * (b(i) - 0.5);
	return (12 * sum) / Math.sqrt(N);
}

describe("uncorrelated within 4.5 standard errors", () => {
	const base: Draw = (i) => at(wear, i, 5, 0);
	const cases: [string, Draw, Draw][] = [
		["purposes", base, (i) => at(choice, i, 5, 0)],
		["seeds", base, (i) => at(other, i, 5, 0)],
		["ticks", base, (i) => at(wear, i, 6, 0)],
		["indexes", base, (i) => at(wear, i, 5, 1)],
		["neighbors in one block", (i) => at(wear, 2 * i, 5, 0), (i) => at(wear, 2 * i + 1, 5, 0)],
		["neighbors in two blocks", (i) => at(wear, 2 * i + 1, 5, 0), (i) => at(wear, 2 * i + 2, 5, 0)],
		["one agent's successive ticks", (i) => at(wear, 9, i, 0), (i) => at(wear, 9, i + 1, 0)],
		["tick against agent", (i) => at(wear, 2 * i, 1, 0), (i) => at(wear, 2, i, 0)],
	];
	test.each(cases)("%s", (_name, a, b) => {
		expect(Math.abs(score(a, b))).toBeLessThan(4.5);
		expect(score(a, a)).toBeGreaterThan(100);
	});
});

test("words fill 256 cells evenly: chi-squared (255 degrees of freedom) within 4.5 standard errors", () => {
	for (const shift of [0, 12, 24]) {
		const counts = new Float64Array(256);
		for (let i = 0; i < N; i++) counts[(word(wear, i, 3, 2) >>> shift) & 255]++;
		const chi = counts.reduce((sum, count) => sum + (count - N / 256) ** 2 / (N / 256), 0);
		expect(Math.abs(chi - 255) / Math.sqrt(2 * 255)).toBeLessThan(4.5);
	}
});

test("each bit of agent, tick, index and key flips about half of a word's bits (avalanche)", () => {
	const flips = (a: number, b: number) => {
		let count = 0;
		for (let x = (a ^ b) >>> 0; x !== 0; x &= x - 1) count++;
		return count;
	};
	const samples = 400;
	const changes: ((i: number, bit: number) => number)[] = [
		(i, bit) => word(wear, i ^ (2 << bit), i, 0),
		(i, bit) => word(wear, i, i ^ (1 << bit), 0),
		(i, bit) => word(wear, i, i, 1 << (bit % 10)),
		(i, bit) => word({ k0: wear.k0 ^ (1 << bit), k1: wear.k1 }, i, i, 0),
		(i, bit) => word({ k0: wear.k0, k1: wear.k1 ^ (1 << bit) }, i, i, 0),
	];
	for (const changed of changes) {
		for (let bit = 0; bit < 20; bit++) {
			let sum = 0;
			for (let i = 0; i < samples; i++) sum += flips(word(wear, i, i, 0), changed(i, bit));
			// 16 of 32 bits on average, standard error √8/√samples = .14
			expect(Math.abs(sum / samples - 16)).toBeLessThan(4.5 * 0.1415);
		}
	}
});
