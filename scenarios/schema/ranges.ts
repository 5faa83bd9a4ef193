// The ranges that several keys share, and where a default is from.

import { z } from "zod";

export const share = z.number().min(0).max(1);
export const positive = z.number().positive();
export const nonNegative = z.number().min(0);
export const count = z.int().min(1).max(1_000_000);
/** Units of goods, small enough that sums over a run stay exact. */
export const units = z.int().min(0).max(100_000_000);
/** Weeks and ticks that no run outlasts: beyond, one means never. */
export const LONG = 1_000_000;
/** Demand per day or tick; one unit in a million says in effect that nobody asks. */
export const rate = z.number().min(1e-6).max(1e8);
/** Labor of a job: from a few seconds to a life's work. */
export const jobHours = z.number().min(0.001).max(1e5);
/** Contracted hours over those needed: above, as good as unlimited. */
export const capacityFactor = z.number().min(1e-6).max(1e4);
/** In a logit of logs: above, the better offer is taken whatever else. */
export const logitWeight = z.number().min(0).max(1000);
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
