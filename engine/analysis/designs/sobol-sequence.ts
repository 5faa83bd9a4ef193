// Sobol' sequence: points that fill the cube evenly, plain or scrambled.

import { type Sequence, sequence } from "../../random/sequence.js";
import { purpose } from "../../random/stream.js";
import { wholeNumber } from "../arguments.js";
import { directionNumbers } from "./direction-numbers.js";
import { rangesOf, type Space, scale } from "./space.js";

const SCRAMBLE = purpose("design.sobol-scramble");
const BITS = 32;
const rows = directionNumbers.split(/[;\n]+/).map((row) => row.split(" ").map(Number));

/** The most factors the table of direction numbers serves. */
export const MOST_DIMENSIONS = rows.length + 1;

export type SobolSequenceOptions = Space & {
	/** How many points. Powers of two keep the balance that makes the sequence good. */
	readonly n: number;
	/** Scrambles the points at random; left out, they are the plain sequence. */
	readonly seed?: string;
	/** How many points to leave out at the start: to go on where n others ended. */
	readonly skip?: number;
};

/**
 * Points skip … skip + n − 1 of the Sobol' sequence (Sobol' 1967) in the order of Antonov & Saleev (1979), directions of Joe & Kuo (2008):
 * up to 512 factors, 2^32 points. It begins with the origin, and nothing is left out unless asked: the first 2^m points of each factor lie one in each
 * 2^m-th part of its range, which dropping the origin would spoil (Owen 2020). Longer sequences begin with the shorter ones.
 *
 * With a seed: random linear scrambling and a digital shift (Matoušek 1998). Each point is then uniform on the open cube, the balance
 * stays, and means over several seeds are independent and unbiased. Throws RangeError above 512 factors or 2^32 points.
 */
export function sobolSequence({ n, seed, skip = 0, ...space }: SobolSequenceOptions): number[][] {
	const ranges = rangesOf("sobolSequence", space);
	if (ranges.length > MOST_DIMENSIONS) {
		throw new RangeError(`sobolSequence: at most ${MOST_DIMENSIONS} factors, got ${ranges.length}`);
	}
	const count = wholeNumber("sobolSequence", "n", n, 1);
	const first = wholeNumber("sobolSequence", "skip", skip, 0);
	if (first + count > 2 ** BITS) throw new RangeError("sobolSequence: skip + n must be at most 2^32");
	const draws = seed === undefined ? undefined : sequence(seed, SCRAMBLE);
	const columns = ranges.map((range, j) => {
		const plain = directions(j);
		const steps = draws ? scramble(plain, draws) : plain;
		// A scrambled point is the middle of its cell of width 2^-32, so never an end.
		const [shift, offset] = draws ? [draws.word(), 0.5] : [0, 0];
		return Array.from(digits(steps, shift, first, count), (x) => scale(range, (x + offset) / 2 ** BITS));
	});
	return Array.from({ length: count }, (_, i) => columns.map((column) => column[i]));
}

/** The direction of each binary digit of the point's number in a dimension 0, 1, …, as 32-bit fractions (Bratley & Fox 1988). */
function directions(dimension: number): Uint32Array {
	const v = new Uint32Array(BITS);
	if (dimension === 0) return v.map((_, i) => 1 << (BITS - 1 - i));
	const [inner, ...m] = rows[dimension - 1];
	const degree = m.length;
	for (let i = 0; i < BITS; i++) {
		if (i < degree) {
			v[i] = m[i] << (BITS - 1 - i);
			continue;
		}
		let x = v[i - degree] ^ (v[i - degree] >>> degree);
		for (let k = 1; k < degree; k++) if ((inner >>> (degree - 1 - k)) & 1) x ^= v[i - k];
		v[i] = x;
	}
	return v;
}

/** The directions times a random lower triangular matrix with ones on its diagonal: a digit changes by those before it. */
function scramble(steps: Uint32Array, draws: Sequence): Uint32Array {
	const matrix = Uint32Array.from({ length: BITS }, (_, i) => {
		const diagonal = 2 ** (BITS - 1 - i);
		return (draws.word() & -(2 * diagonal)) | diagonal;
	});
	return steps.map((step) => matrix.reduce((x, row, i) => x | (parity(row & step) << (BITS - 1 - i)), 0));
}

function parity(x: number): number {
	let folded = x ^ (x >>> 16);
	folded ^= folded >>> 8;
	folded ^= folded >>> 4;
	folded ^= folded >>> 2;
	return (folded ^ (folded >>> 1)) & 1;
}

/** Points first … first + count − 1 of one dimension, as unsigned 32-bit fractions: each differs by one direction from the last. */
function digits(steps: Uint32Array, shift: number, first: number, count: number): Uint32Array {
	const gray = (first ^ (first >>> 1)) >>> 0;
	let x = shift;
	for (let i = 0; i < BITS; i++) if ((gray >>> i) & 1) x ^= steps[i];
	return Uint32Array.from({ length: count }, (_, i) => {
		const value = x;
		const next = (first + i + 1) >>> 0;
		if (next !== 0) x ^= steps[BITS - 1 - Math.clz32(next & -next)];
		return value;
	});
}
