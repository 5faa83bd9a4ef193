// The columns of a sensed stock: what the twin believes and how sure it is, and what it measures.

import { column } from "../engine/world/kind.js";

export const sensed = {
	believed: column("f64", "units", "what decisions read"),
	believedVariance: column("f64", "units²", "how unsure that is"),
	estimate: column("f64", "units", "the twin's estimate x^"),
	variance: column("f64", "units²", "v of the estimate"),
	unseen: column("f64", "units", "expected hidden loss that the estimate has not seen"),
	books: column("f64", "units", "last count plus recorded flows"),
	booksVariance: column("f64", "units²", "v of the books"),
	flow: column("f64", "units", "recorded flows so far"),
	pastFlow: column("f64", "units", "recorded flows up to the last ticks", "lag"),
	countedAt: column("i32", "tick", "of the last count"),
	countOffset: column("i32", "ticks", "place of its counts in the round"),
	stamp: column("i32", "tick", "of the freshest message used, or count"),
	sent: column("u8", "flag", "a message arrived in this tick"),
} as const;

/** The same of what is no stock: hours at work, over those that plans count on, and the macro factor. */
export const sensedLevels = {
	believedAtWork: column("f64", "1", "hours at work over those that plans count on, as decisions read it"),
	atWorkEstimate: column("f64", "1", "the twin's estimate of it"),
	atWorkVariance: column("f64", "1", "v of the estimate"),
	atWorkSent: column("u8", "flag", "a message of it arrived in this tick"),
	believedMacro: column("f64", "1", "z as decisions read it; 1 where makers do not follow it"),
} as const;

/** What messages are made from: the truth of the last ticks. */
export const measured = {
	pastStock: column("i32", "units", "true stock of the last ticks, to be sent", "lag"),
	reported: column("i32", "units", "stock as last sent, moved on by recorded flows"),
} as const;

export const measuredLevels = {
	pastAtWork: column("f64", "1", "hours at work of the last ticks, over those that plans count on", "lag"),
	reportedAtWork: column("f64", "1", "the same as last sent"),
} as const;
