// A chance decided by comparing words is the chance decided by comparing uniform numbers.

import fc from "fast-check";
import { expect, test } from "vitest";
import { uniform } from "../../engine/random/continuous.js";
import { threshold } from "../../engine/random/threshold.js";

const TOP = 2 ** 32;
const words = (near: number) =>
	[0, 1, near - 2, near - 1, near, near + 1, TOP - 1].filter((w) => w >= 0 && w < TOP);
const agrees = (p: number) => {
	const bound = threshold(p);
	for (const word of words(bound)) expect(word < bound).toBe(uniform(word) < p);
};

test("for any probability", () => {
	fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), agrees));
});

test("for those that words hit exactly, and their neighbors", () => {
	const word = fc.nat(TOP - 1);
	const next = fc.constantFrom(-Number.EPSILON, 0, Number.EPSILON);
	fc.assert(fc.property(word, next, (w, e) => agrees(Math.max(0, Math.min(1, uniform(w) * (1 + e))))));
	for (const p of [0, 2 ** -1074, 2 ** -34, 2 ** -33, 2 ** -33 * (1 + Number.EPSILON), 2 ** -32, 0.5, 1])
		agrees(p);
});

test("never and always", () => {
	expect(threshold(0)).toBe(0);
	expect(threshold(1)).toBe(TOP);
});
