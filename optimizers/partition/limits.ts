// Constraints as numbers: loads that add up over a module's nodes, and rules that bound them.

import type { Constraints, Label } from "./constraints.js";
import type { Level } from "./level.js";

export interface Rule {
	readonly what: string;
	readonly column: number;
	/** A module that has any unit must load at least this. */
	readonly low: number;
	readonly high: number;
}

/**
 * The first load of a node is 1 if it is a unit that constraints speak of, 0 if it is there for the search alone: a
 * place of a former module (see switching.ts).
 */
export interface Limits {
	readonly rules: readonly Rule[];
	readonly connected: boolean;
	/** By how much a module of these loads breaks the rules; 0 if it keeps to them. */
	excess(loads: Float64Array, i: number): number;
	/** By how much more the rules are broken when loads at b join those at a. */
	strain(a: Float64Array, i: number, b: Float64Array, j: number): number;
}

/** Breaking a rule by less, as a share of its bound, is rounding. */
export const ROUNDING = 1e-9;

export const isUnit = (level: Level, v: number): boolean => level.loads[v * level.loadWidth] > 0;

/** Sets of nodes, those of size 0 that stand for former modules each in a set of its own. */
export const placesApart = (level: Level, setOf: Uint32Array): Uint32Array =>
	setOf.map((set, v) => (isUnit(level, v) ? set : level.nodes + v));

export function limitsOf(rules: readonly Rule[], width: number, connected: boolean): Limits {
	const columns = Uint32Array.from(rules, ({ column }) => column);
	const lows = Float64Array.from(rules, ({ low }) => low);
	const highs = Float64Array.from(rules, ({ high }) => high);
	const both = new Float64Array(width);
	const excess = (loads: Float64Array, i: number) => {
		const isThere = loads[i] > 0;
		let sum = 0;
		for (let r = 0; r < columns.length; r++) {
			const load = loads[i + columns[r]];
			if (isThere && load < lows[r] * (1 - ROUNDING)) sum += (lows[r] - load) / lows[r];
			else if (load > highs[r] * (1 + ROUNDING) + Number.MIN_VALUE)
				sum += highs[r] > 0 ? (load - highs[r]) / highs[r] : 1 + load;
		}
		return sum;
	};
	return {
		rules,
		connected,
		excess,
		strain(a, i, b, j) {
			for (let k = 0; k < width; k++) both[k] = a[i + k] + b[j + k];
			return excess(both, 0) - excess(a, i);
		},
	};
}

/** Loads and rules of constraints. */
export function loadsOf(
	nodes: number,
	constraints: Constraints,
): { columns: ArrayLike<number>[]; rules: Rule[] } {
	const { minSize = 0, maxSize = Number.POSITIVE_INFINITY, nodeWeights, caps = [] } = constraints;
	const columns: ArrayLike<number>[] = [new Float64Array(nodes).fill(1)];
	const rules: Rule[] = [];
	const bound = (what: string, amounts: ArrayLike<number>, low: number, high: number) => {
		rules.push({ what, column: columns.length, low, high });
		columns.push(amounts);
	};
	if (minSize > 0 || maxSize < Number.POSITIVE_INFINITY)
		bound("size", nodeWeights ?? columns[0], minSize, maxSize);
	for (const [r, { name = `resource ${r}`, amounts, cap }] of caps.entries()) bound(name, amounts, 0, cap);
	for (const label of new Set(constraints.requiredLabels ?? [])) {
		const has = Float64Array.from({ length: nodes }, (_, v) => (hasLabel(constraints, v, label) ? 1 : 0));
		bound(`label ${label}`, has, 1, Number.POSITIVE_INFINITY);
	}
	return { columns, rules };
}

function hasLabel({ labels }: Constraints, v: number, label: Label): boolean {
	const of = labels?.[v];
	return Array.isArray(of) ? of.includes(label) : of === label;
}

/** Excess of all modules together, loads module by module. */
export function excessOf(limits: Limits, loads: Float64Array, width: number): number {
	let sum = 0;
	for (let i = 0; i < loads.length; i += width) sum += limits.excess(loads, i);
	return sum;
}
