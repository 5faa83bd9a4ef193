// §6.2 Boundary functions: how permeable the border between two modules is for one channel, by how much it is needed.

import { exp } from "../engine/math/exp.js";
import type { BoundaryScalars, Channel } from "./parameters.js";

/** The range of x: what is needed beyond it opens the border no further. */
const LEAST = -1;
const MOST = 2;

export interface Boundary {
	readonly low: number;
	readonly high: number;
	readonly slope: number;
	readonly middle: number;
}

/** b(x) = lo + (hi − lo)/(1 + exp(−k (x − x0))), x clipped to [−1, 2]; in [lo, hi], and rising in x for hi ≥ lo. */
export function permeability({ low, high, slope, middle }: Boundary, x: number): number {
	const need = Math.max(LEAST, Math.min(MOST, x));
	return low + (high - low) / (1 + exp(-slope * (need - middle)));
}

/** The boundary function of a channel as the settings have it now. */
export function boundaryOf<C extends Channel>(
	rules: { readonly [K in keyof BoundaryScalars<C>]: Float64Array },
	channel: C,
): Boundary {
	const now = (name: "Low" | "High" | "Slope" | "Middle") =>
		(rules as Record<string, Float64Array>)[`${channel}${name}`]?.[0] ?? 0;
	return { low: now("Low"), high: now("High"), slope: now("Slope"), middle: now("Middle") };
}
