// The ranges that several keys share, and where a default is from.

import { z } from "zod";

export const share = z.number().min(0).max(1);
export const positive = z.number().positive();
export const nonNegative = z.number().min(0);
export const count = z.int().min(1).max(1_000_000);
/** Units of goods, small enough that sums over a run stay exact. */
export const units = z.int().min(0).max(100_000_000);
/** Autocorrelation of a stationary series. */
export const correlation = z.number().gt(-1).lt(1);

/** Where the default of a key is from; it stands in the JSON Schema and in docs/odd.md. */
export interface Provenance {
	readonly from: "assumed" | "cited" | "measured";
	/** The publication, or how it was measured. */
	readonly source?: string;
}
/** A judgment without a source. */
export const assumed: Readonly<Record<string, unknown>> & Provenance = { from: "assumed" };
/** As published: author, year, where. */
export const cited = (source: string): Readonly<Record<string, unknown>> & Provenance => ({
	from: "cited",
	source,
});
/** Chosen after runs of this model: how, with what result. */
export const measured = (source: string): Readonly<Record<string, unknown>> & Provenance => ({
	from: "measured",
	source,
});
