// Evaluations: what a model gave at the points of a design, some of them failed, some repeated.

import { wholeNumber } from "./arguments.js";
import type { Point } from "./designs/space.js";

type Value = number | null | undefined;

/** What came of a point: a number, or one for each replication. What is not finite, or absent, has failed. */
export type Evaluation = Value | readonly Value[];

/** A model as a function of a point, and of the number 0, 1, … of the replication. */
export type Evaluate = (point: Point, replication: number) => Value;
export type EvaluateLater = (point: Point, replication: number) => Promise<Value>;

export interface Evaluations {
	/** For each point as many values as it has replications, NaN where failed. */
	readonly values: readonly Float64Array[];
	/** How many replications a point has at most. */
	readonly replications: number;
	/** How many evaluations there were, replications counted singly, and how many of them failed. */
	readonly evaluations: number;
	readonly failed: number;
}

/** Numbers as they are, NaN for what failed. */
export function readEvaluations(outcomes: ArrayLike<Evaluation>): Evaluations {
	const lists = Array.from(outcomes, (outcome) => (isList(outcome) ? outcome : [outcome]));
	const replications = lists.reduce((most, { length }) => Math.max(most, length), 1);
	const values = lists.map((list) =>
		Float64Array.from({ length: replications }, (_, r) => finiteOrNaN(list[r])),
	);
	const evaluations = lists.reduce((sum, { length }) => sum + length, 0);
	const good = values.reduce((sum, list) => sum + list.filter(Number.isFinite).length, 0);
	return { values, replications, evaluations, failed: evaluations - good };
}

/**
 * What `finish` makes of the model's answers at every point, each replication. All are asked for at once where it answers later: then a promise.
 * An error that the model throws is passed on.
 */
export function evaluateAll<Result>(
	caller: string,
	f: Evaluate | EvaluateLater,
	points: readonly Point[],
	replications: number,
	finish: (outcomes: readonly Evaluation[]) => Result,
): Result | Promise<Result> {
	wholeNumber(caller, "replications", replications, 1);
	const asked = points.map((point) => Array.from({ length: replications }, (_, r) => f(point, r)));
	const isNow = (list: (typeof asked)[number]): list is Value[] =>
		list.every((value) => !(value instanceof Promise));
	return asked.every(isNow)
		? finish(asked)
		: Promise.all(asked.map((list) => Promise.all(list))).then(finish);
}

/** A number where it is finite, else NaN. */
const finiteOrNaN = (value: unknown): number =>
	typeof value === "number" && Number.isFinite(value) ? value : NaN;

const isList = (outcome: Evaluation): outcome is readonly Value[] => Array.isArray(outcome);
