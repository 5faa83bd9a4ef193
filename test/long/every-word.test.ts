// All 2^32 words, of which the other tests try some.

import { expect, test } from "vitest";
import { gumbel, normal } from "../../engine/random/index.js";

test("normal rises strictly from each word to the next", () => {
	let falls = 0;
	let last = -Infinity;
	for (let word = 0; word < 2 ** 32; word++) {
		const draw = normal(word);
		if (!(draw > last)) falls++;
		last = draw;
	}
	expect(falls).toBe(0);
});

test("so does gumbel", () => {
	let falls = 0;
	let last = -Infinity;
	for (let word = 0; word < 2 ** 32; word++) {
		const draw = gumbel(word);
		if (!(draw > last)) falls++;
		last = draw;
	}
	expect(falls).toBe(0);
});
