// The contract of an optimizer: ask for points, tell their values, until it has stopped.

export type Point = readonly number[];

/**
 * An algorithm as it reads in its paper: it yields the points that it wants to know and goes on with their values, in the same
 * order, none of them NaN. It counts no budget and keeps no best; where it could go on for ever, by restarts, it does.
 */
export type Search<V> =
	| Generator<readonly Point[], void, readonly V[]>
	| AsyncGenerator<readonly Point[], void, readonly V[]>;

/**
 * Why an optimizer stopped: the budget is used up, the target is reached, nothing better was found for `stall` evaluations, or
 * there is nothing else to try. "nothing finite" in place of any of these: no evaluation gave less than Infinity, and the best says nothing.
 */
export type Reason = "budget" | "target" | "stall" | "exhausted" | "nothing finite";

/** `V` is what a point is worth, a number or a number for each objective; `B` is what is best. Less is better. */
export interface Optimizer<V, B> {
	/** The points to evaluate, in any order or at once; the same again until they are told, none when it has stopped. */
	ask(): readonly Point[] | Promise<readonly Point[]>;
	/** A value for each point asked, in that order. @throws RangeError for another number of values. @throws TypeError for no numbers */
	tell(values: readonly V[]): void;
	/** Of what was evaluated. @throws Error before the first `tell` */
	readonly best: B;
	/** Points told so far. */
	readonly evaluations: number;
	readonly stopped: Reason | undefined;
	/** Ends the threads that it may have. */
	close(): Promise<void>;
}

/** Keeps what is best of all that was evaluated. */
export interface Incumbent<V, B> {
	/** A value that orders: NaN is the worst there is. @throws TypeError for what is no value */
	read(value: unknown): V;
	/** Takes what was evaluated; whether it is better than all before. */
	note(points: readonly Point[], values: readonly V[]): boolean;
	/** Points to evaluate again beside so many of the search, because values are noisy. */
	again(points: number): readonly Point[];
	readonly best: B;
	/** Whether anything but the worst was seen. */
	readonly found: boolean;
	readonly reached: boolean;
}

export interface Limits {
	/** Evaluations at most, ≥ 1. */
	readonly budget: number;
	/** Evaluations without anything better after which to stop, ≥ 1; never, unless told. */
	readonly stall?: number | undefined;
	/** A point of the search as it is evaluated; as it is, unless told. */
	readonly place?: (point: Point) => Point;
}

/** An optimizer of a search: all that is the same for every algorithm. */
export function openOptimizer<V, B>(
	search: Search<V>,
	incumbent: Incumbent<V, B>,
	{ budget, stall = Infinity, place = (point) => point }: Limits,
): Optimizer<V, B> {
	let evaluations = 0;
	let betterAt = 0;
	let stopped: Reason | undefined;
	/** Of the search among those asked; the rest are evaluated again. */
	let ofSearch = 0;
	let asked: readonly Point[] | undefined;
	let asking: readonly Point[] | Promise<readonly Point[]> | undefined;
	let values: readonly V[] = [];
	const stop = (reason: Reason) => {
		stopped = incumbent.found ? reason : "nothing finite";
	};

	function receive({ done, value }: IteratorResult<readonly Point[], void>): readonly Point[] {
		if (done) stop("exhausted");
		const points = value ?? [];
		const room = budget - evaluations;
		const again = done ? [] : incumbent.again(points.length).slice(0, room);
		ofSearch = Math.min(points.length, room - again.length);
		asked = [...points.slice(0, ofSearch).map(place), ...again];
		return asked;
	}

	return {
		ask() {
			if (stopped) return [];
			if (asking === undefined) {
				const next = search.next(values);
				asking = next instanceof Promise ? next.then(receive) : receive(next);
			}
			return asking;
		},
		tell(told) {
			if (!asked) throw new Error("tell: ask first");
			if (told.length !== asked.length)
				throw new RangeError(`tell: expected ${asked.length} values, as many as points, got ${told.length}`);
			const read = told.map((value) => incumbent.read(value));
			evaluations += read.length;
			if (incumbent.note(asked, read)) betterAt = evaluations;
			values = read.slice(0, ofSearch);
			asked = undefined;
			asking = undefined;
			if (incumbent.reached) stop("target");
			else if (evaluations >= budget) stop("budget");
			else if (evaluations - betterAt >= stall) stop("stall");
		},
		get best() {
			return incumbent.best;
		},
		get evaluations() {
			return evaluations;
		},
		get stopped() {
			return stopped;
		},
		async close() {
			await search.return();
		},
	};
}
