// octaveTable: a quantile function as a table of cubics, on pieces that narrow as the tail does.

/** Probability of the first octave's start: half a word's share, 2^−33. */
const FIRST = 1 / 8589934592;
const INNER = Math.SQRT1_2;

/**
 * The quantile function over p in [2^−33, ½): 32 octaves, each cut into `pieces` (a power of two) of equal width, four numbers each. Piece k of octave e, from
 * p = 2^(e − 33)·(1 + k/pieces) on, stands at 4·(pieces·e + k): c0, c1, c2, c3 of c0 + t·(c1 + t·(c2 + t·c3)), t = 0 … 2^31/pieces along the piece.
 * Each cubic goes through the function at both ends, so that neighbors meet, and at 1 − √½ and √½ between them: Chebyshev's
 * nodes, which make the largest error least, stretched until the outer two fall on the ends.
 * Computed when the module is loaded, by exact functions only, hence the same bits everywhere: some 3 ms for a thousand pieces, which as literals
 * would be 90 KB of source and take about as long to read.
 */
export function octaveTable(quantile: (p: number) => number, pieces: number): Float64Array {
	const table = new Float64Array(32 * pieces * 4);
	const unit = pieces / 2147483648;
	let at = 0;
	let a = quantile(FIRST);
	for (let start = FIRST; start < 0.5; start *= 2) {
		const width = start / pieces;
		for (let piece = 0; piece < pieces; piece++) {
			const p = start + piece * width;
			const b = quantile(p + (1 - INNER) * width);
			const c = quantile(p + INNER * width);
			const d = quantile(p + width);
			// Newton's divided differences over the nodes 0, 1 − √½, √½, 1.
			const ab = (b - a) / (1 - INNER);
			const bc = (c - b) / (INNER - (1 - INNER));
			const cd = (d - c) / (1 - INNER);
			const abc = (bc - ab) / INNER;
			const abcd = (cd - bc) / INNER - abc;
			table[at] = a;
			table[at + 1] = (ab - (1 - INNER) * (abc - INNER * abcd)) * unit;
			table[at + 2] = (abc - abcd) * unit * unit;
			table[at + 3] = abcd * unit * unit * unit;
			at += 4;
			a = d;
		}
	}
	return table;
}
