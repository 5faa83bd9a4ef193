// A transformation path as data: which lever goes where, from when, over how long.

export interface PathStep {
	/** By its name in `scenarios/levers.ts`. */
	readonly lever: string;
	/** The value that it goes to, or the name of a stage. */
	readonly to: number | string;
	/** Weeks after the warm-up at which it begins to move, and weeks that it takes; 0 is at once. */
	readonly at: number;
	readonly over: number;
}

export interface TransformationPath {
	readonly name: string;
	/** One line for tables and reports. */
	readonly title: string;
	readonly steps: readonly PathStep[];
}
