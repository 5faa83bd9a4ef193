// A level of the search: a graph whose nodes have sizes and loads. The nodes of the next one are sets of nodes of this one.

import type { Graph } from "./graph.js";
import { add } from "./modules.js";

export interface Level extends Graph {
	/** Sizes that the quality function knows, and loads that the limits know, row by row. */
	readonly sizes: Float64Array;
	readonly width: number;
	readonly loads: Float64Array;
	readonly loadWidth: number;
}

/** The graph of sets of nodes: set 0 … count − 1 of each node. */
export function aggregate(level: Level, setOf: Uint32Array, count: number): Level {
	const { nodes, offsets, targets, weights, width, loadWidth } = level;
	const begins = new Uint32Array(count + 1);
	for (let v = 0; v < nodes; v++) begins[setOf[v] + 1]++;
	for (let s = 0; s < count; s++) begins[s + 1] += begins[s];
	const members = new Uint32Array(nodes);
	const next = begins.slice();
	for (let v = 0; v < nodes; v++) members[next[setOf[v]]++] = v;

	const loops = new Float64Array(count);
	const sizes = new Float64Array(count * width);
	const loads = new Float64Array(count * loadWidth);
	const newOffsets = new Uint32Array(count + 1);
	const newTargets = new Uint32Array(targets.length);
	const newWeights = new Float64Array(targets.length);
	const place = new Int32Array(count).fill(-1);
	let arcs = 0;
	for (let s = 0; s < count; s++) {
		const begin = arcs;
		for (let i = begins[s]; i < begins[s + 1]; i++) {
			const v = members[i];
			loops[s] += level.loops[v];
			add(sizes, s * width, level.sizes, v * width, width);
			add(loads, s * loadWidth, level.loads, v * loadWidth, loadWidth);
			for (let arc = offsets[v]; arc < offsets[v + 1]; arc++) {
				const target = setOf[targets[arc]];
				if (target === s) loops[s] += weights[arc] / 2;
				else if (place[target] >= begin) newWeights[place[target]] += weights[arc];
				else {
					place[target] = arcs;
					newTargets[arcs] = target;
					newWeights[arcs++] = weights[arc];
				}
			}
		}
		newOffsets[s + 1] = arcs;
	}
	return {
		nodes: count,
		offsets: newOffsets,
		targets: newTargets.slice(0, arcs),
		weights: newWeights.slice(0, arcs),
		loops,
		sizes,
		width,
		loads,
		loadWidth,
	};
}
