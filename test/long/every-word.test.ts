// All 2^32 words, of which the other tests try some.

import { expect, test } from "vitest";
import { gumbel, normal } from "../../engine/random/index.js";

const draws = { normal, gumbel };

test.each(Object.entries(draws))("%s rises strictly from each word to the next", (_name, draw) => {
	let falls = 0;
	let last = -Infinity;
	for (let word = 0; word < 2 ** 32; word++) {
		const next = draw(word);
		if (!(next > last)) falls++;
		last = next;
	}
	expect(falls).toBe(0);
});
