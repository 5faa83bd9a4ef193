// Bits of a double: exact splitting into fraction and exponent, and exact powers of two.

const float = new Float64Array([1]);
const word = new Uint32Array(float.buffer);
/** Which of the two words holds sign and exponent: 1 on little-endian machines, 0 on the others. */
const HIGH = word[1] === 0 ? 0 : 1;

const SMALLEST = -1074;
const powers = new Float64Array(1023 - SMALLEST + 1);
for (let k = 0, p = 1; k <= 1023; k++, p *= 2) powers[k - SMALLEST] = p;
for (let k = -1, p = 0.5; k >= SMALLEST; k--, p /= 2) powers[k - SMALLEST] = p;

/** 2^k, exact, for whole k from −1074 to 1023. */
export function powerOfTwo(k: number): number {
	return powers[k - SMALLEST];
}

/** Where `fraction` leaves the exponent of its last argument. */
export const exponent = new Int32Array(1);

/** m in [√½, √2) to 20 bits with x = m·2^k exactly, for 0 < x < ∞; k is left in `exponent[0]`. */
export function fraction(x: number): number {
	let lift = 1023;
	if (x < 2.2250738585072014e-308) {
		x *= 18014398509481984; // 2^54 lifts a subnormal number into the normal range
		lift += 54;
	}
	float[0] = x;
	// The addend carries into the exponent where the fraction's leading bits are those of √2 or more.
	const biased = (word[HIGH] + 0x95f62) >>> 20;
	exponent[0] = biased - lift;
	return x * powerOfTwo(1023 - biased);
}

/** a·b − p exactly, where p is a·b as rounded; |a|, |b| < 2^995 and no underflow (Dekker 1971). */
export function productError(a: number, b: number, p: number): number {
	const c = 134217729 * a; // 2^27 + 1 cuts a double into two halves of 26 bits
	const ah = c - (c - a);
	const al = a - ah;
	const d = 134217729 * b;
	const bh = d - (d - b);
	const bl = b - bh;
	return al * bl - (p - ah * bh - al * bh - ah * bl);
}
