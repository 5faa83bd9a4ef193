// From a text seed to a key.

import seedrandom from "seedrandom";

/** The key of a seed, two unsigned 32-bit words. Always of the text: 7 and "7" are one seed. Microseconds: once per run, never per agent. */
export function keyFromText(seed: string): readonly [number, number] {
	const generator = seedrandom(String(seed));
	const k0 = generator.int32() >>> 0;
	const k1 = generator.int32() >>> 0;
	return [k0, k1];
}
