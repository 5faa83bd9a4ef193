// A published or exact result of a method, to be found again by computing it (`fractwin verify`, docs/methods.md).

export interface KnownResult {
	readonly name: string;
	readonly expected: number;
	/** Largest |found − expected| that passes: 0 or rounding of the published digits where exact, sampling error where drawn. */
	readonly tolerance: number;
	readonly source: string;
	/** Computes it: never a constant. Seconds at most. */
	find(): number | Promise<number>;
}
