// Draws one after another, for whoever is alone with them: optimizers, resampling, designs.

import { normal, uniform } from "./continuous.js";
import { keyFromText } from "./seed.js";
import { type Purpose, streamKey } from "./stream.js";
import { threefryWord } from "./threefry.js";

/** A sequence of random draws. What it gives next depends on seed, purpose and the number of words taken alone. */
export interface Sequence {
	/** Words taken so far: to go on later, give it to `sequence`. */
	readonly taken: number;
	/** An unsigned 32-bit word. */
	word(): number;
	/** Uniform on (0, 1). */
	uniform(): number;
	/** Standard normal. */
	normal(): number;
	/** A whole number 0 … count − 1, each as likely to within count/2^32; count 1 … 2^32. */
	below(count: number): number;
	/** Put in random order, in place (Fisher & Yates; Durstenfeld 1964). */
	shuffle<T extends { readonly length: number; [index: number]: unknown }>(list: T): T;
}

/** The sequence of a text seed for a purpose, after `taken` words (0 … 2^53). A purpose is for sequences or for streams, not for both. */
export function sequence(seed: string, purpose: Purpose, taken = 0): Sequence {
	const { k0, k1 } = streamKey(...keyFromText(seed), purpose);
	let count = taken;
	const word = () => {
		const block = Math.floor(count / 2);
		return threefryWord(k0, k1, block | 0, (block / 4294967296) | 0, (count++ % 2) as 0 | 1);
	};
	const below = (limit: number) => Math.floor((word() / 4294967296) * limit);
	return {
		get taken() {
			return count;
		},
		word,
		uniform: () => uniform(word()),
		normal: () => normal(word()),
		below,
		shuffle(list) {
			for (let i = list.length - 1; i > 0; i--) {
				const j = below(i + 1);
				const kept = list[i];
				list[i] = list[j];
				list[j] = kept;
			}
			return list;
		},
	};
}
