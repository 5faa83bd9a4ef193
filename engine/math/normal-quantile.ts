// normalQuantile: the standard normal distribution's inverse, the same bits in every JavaScript engine.

import { log } from "./log.js";

/**
 * z with Φ(z) = p, for 0 ≤ p ≤ 1 (±Infinity at the ends, NaN outside). Relative error about 1e-15 for p as given; odd about ½: exactly
 * normalQuantile(1 − p) = −normalQuantile(p) where 1 − p is exact. Rational functions and constants
 * (as the nearest doubles) of algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37, 477–484).
 */
export function normalQuantile(p: number): number {
	const q = p - 0.5;
	if (q >= -0.425 && q <= 0.425) return q * central(0.180625 - q * q);
	const tail = q < 0 ? p : 1 - p;
	if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
	const r = Math.sqrt(-log(tail));
	const z = r <= 5 ? middle(r - 1.6) : far(r - 5);
	return q < 0 ? -z : z;
}

/** |p − ½| ≤ .425 */
function central(r: number): number {
	const a = 2509.0809287301227 * r + 33430.57558358813;
	const b = ((a * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946;
	const above = ((b * r + 1971.5909503065513) * r + 133.14166789178438) * r + 3.3871328727963665;
	const c = 5226.495278852854 * r + 28729.085735721943;
	const d = ((c * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751;
	const below = ((d * r + 687.1870074920579) * r + 42.31333070160091) * r + 1;
	return above / below;
}

/** tails down to e^−25 */
function middle(r: number): number {
	const a = 0.0007745450142783414 * r + 0.022723844989269184;
	const b = ((a * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045;
	const above = ((b * r + 5.769497221460691) * r + 4.630337846156546) * r + 1.4234371107496835;
	const c = 1.0507500716444169e-9 * r + 0.0005475938084995345;
	const d = ((c * r + 0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851;
	const below = ((d * r + 1.6763848301838038) * r + 2.053191626637759) * r + 1;
	return above / below;
}

/** tails below e^−25 */
function far(r: number): number {
	const a = 2.0103343992922881e-7 * r + 2.7115555687434876e-5;
	const b = ((a * r + 0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487;
	const above = ((b * r + 1.7848265399172913) * r + 5.463784911164114) * r + 6.657904643501103;
	const c = 2.0442631033899397e-15 * r + 1.421511758316446e-7;
	const d = ((c * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) * r + 0.014875361290850615;
	const below = ((d * r + 0.1369298809227358) * r + 0.599832206555888) * r + 1;
	return above / below;
}
