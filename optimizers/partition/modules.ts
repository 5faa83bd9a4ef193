// The modules of a graph while they change: who is in which, their sizes and loads, and which are empty.

import type { Level } from "./level.js";

export interface Modules {
	/** The module of each node, 0 … nodes − 1. */
	readonly of: Uint32Array;
	readonly counts: Uint32Array;
	readonly sizes: Float64Array;
	readonly loads: Float64Array;
	/** Empty modules, the first `emptyCount` of the list. */
	readonly empty: Uint32Array;
	emptyCount: number;
}

/** @param of the module of each node, 0 … nodes − 1; it becomes part of the result and changes with it */
export function modulesOf({ nodes, sizes, width, loads, loadWidth }: Level, of: Uint32Array): Modules {
	const counts = new Uint32Array(nodes);
	const moduleSizes = new Float64Array(nodes * width);
	const moduleLoads = new Float64Array(nodes * loadWidth);
	for (let v = 0; v < nodes; v++) {
		counts[of[v]]++;
		add(moduleSizes, of[v] * width, sizes, v * width, width);
		add(moduleLoads, of[v] * loadWidth, loads, v * loadWidth, loadWidth);
	}
	const empty = new Uint32Array(nodes);
	let emptyCount = 0;
	for (let m = nodes - 1; m >= 0; m--) if (counts[m] === 0) empty[emptyCount++] = m;
	return { of, counts, sizes: moduleSizes, loads: moduleLoads, empty, emptyCount };
}

export function add(to: Float64Array, i: number, from: Float64Array, j: number, width: number): void {
	for (let k = 0; k < width; k++) to[i + k] += from[j + k];
}

export function subtract(to: Float64Array, i: number, from: Float64Array, j: number, width: number): void {
	for (let k = 0; k < width; k++) to[i + k] -= from[j + k];
}

/** Takes a node out of its module, as if it stood nowhere. */
export function takeOut(modules: Modules, { sizes, width, loads, loadWidth }: Level, v: number): void {
	const m = modules.of[v];
	modules.counts[m]--;
	subtract(modules.sizes, m * width, sizes, v * width, width);
	subtract(modules.loads, m * loadWidth, loads, v * loadWidth, loadWidth);
}

/** Puts a node that was taken out into a module. An empty one must be the last of the list. */
export function putInto(
	modules: Modules,
	{ sizes, width, loads, loadWidth }: Level,
	v: number,
	m: number,
): void {
	const from = modules.of[v];
	if (m !== from) {
		if (modules.counts[m] === 0) modules.emptyCount--;
		if (modules.counts[from] === 0) modules.empty[modules.emptyCount++] = from;
	}
	modules.of[v] = m;
	modules.counts[m]++;
	add(modules.sizes, m * width, sizes, v * width, width);
	add(modules.loads, m * loadWidth, loads, v * loadWidth, loadWidth);
}
