// Edges as a caller lists them.

export interface Edges {
	readonly nodeCount: number;
	/** Edge e joins node sources[e] and node targets[e], 0 … nodeCount − 1. An undirected edge is listed once. */
	readonly sources: ArrayLike<number>;
	readonly targets: ArrayLike<number>;
	/** One for each edge, finite, may be negative; 1 each where left out. Equal edges add up. */
	readonly weights?: ArrayLike<number> | undefined;
	/** Edge e goes from source to target. Default: false. */
	readonly directed?: boolean | undefined;
}
