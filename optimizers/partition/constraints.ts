// What modules must keep to, as a caller says it.

export type Label = string | number;

export interface Constraints {
	/** Bounds of every module's size: its number of nodes, or the sum of `nodeWeights` where these are given. */
	readonly minSize?: number | undefined;
	readonly maxSize?: number | undefined;
	/** Not negative, one for each node. */
	readonly nodeWeights?: ArrayLike<number> | undefined;
	/** The label of each node, or a list of them; every module must hold a node of each required label. */
	readonly labels?: ArrayLike<Label | readonly Label[]> | undefined;
	readonly requiredLabels?: readonly Label[] | undefined;
	/** Of each resource, a module's nodes may have `cap` together; `amounts`: not negative, one for each node. */
	readonly caps?: readonly Cap[] | undefined;
	/** Within its module every node reaches every other. */
	readonly connected?: boolean | undefined;
}

export interface Cap {
	/** In messages; else its place in the list. */
	readonly name?: string | undefined;
	readonly amounts: ArrayLike<number>;
	readonly cap: number;
}

/** No partition keeps to the constraints: none can (`proven`), or the search met none. */
export class InfeasibleConstraints extends RangeError {
	override readonly name = "InfeasibleConstraints";
	readonly proven: boolean;
	constructor(reason: string, proven: boolean) {
		super(`partition: ${reason}`);
		this.proven = proven;
	}
}
