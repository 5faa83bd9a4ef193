// Threefry-2x32-20: a block of two random words as a function of a key and a counter.

const PARITY = 0x1bd11bda;

/** Both words of a block, unsigned 32-bit; key (k0, k1), counter (c0, c1): 32-bit words, signed or not. */
export function threefry2x32(k0: number, k1: number, c0: number, c1: number): [number, number] {
	return [threefryWord(k0, k1, c0, c1, 0), threefryWord(k0, k1, c0, c1, 1)];
}

/**
 * One word of a block, unsigned 32-bit, without allocating. 20 rounds, a key word added after every fourth
 * (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"). Written out: a loop over the rounds is several times slower.
 */
export function threefryWord(k0: number, k1: number, c0: number, c1: number, which: 0 | 1): number {
	k0 |= 0;
	k1 |= 0;
	const k2 = PARITY ^ k0 ^ k1;
	let x0 = (c0 + k0) | 0;
	let x1 = (c1 + k1) | 0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
	x0 = (x0 + k1) | 0;
	x1 = (x1 + k2 + 1) | 0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
	x0 = (x0 + k2) | 0;
	x1 = (x1 + k0 + 2) | 0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
	x0 = (x0 + k0) | 0;
	x1 = (x1 + k1 + 3) | 0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
	x0 = (x0 + k1) | 0;
	x1 = (x1 + k2 + 4) | 0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
	x0 = (x0 + x1) | 0;
	x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
	x0 = (x0 + k2) | 0;
	x1 = (x1 + k0 + 5) | 0;
	return (which === 0 ? x0 : x1) >>> 0;
}
