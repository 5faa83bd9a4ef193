// The balls of all nodes of a small graph, that grow in step, and greedy covers and packings by them.

import { breadthFirst, UNREACHED } from "./distances.js";
import type { Graph } from "./graph.js";

export interface GrowingBalls {
	/** The largest distance between nodes that a path joins; 0 where there is no edge. */
	readonly diameter: number;
	/** All nodes, component by component, each from a node at its edge inwards. */
	readonly fromTheEdge: Uint16Array;
	/** Radii grow by one edge. They begin at 0: a ball is its node alone. */
	grow(): void;
	/** All nodes, those with the fewest nodes in their balls first. */
	smallestFirst(): Uint16Array;
	/** Puts each node, in turn, into the first box of which all nodes lie in its ball. @returns the number of boxes */
	cover(order: Uint16Array, boxOf: Uint16Array): number;
	/** How many nodes are found, in turn, that lie in no ball of one found before: as many boxes any cover needs. */
	spread(order: Uint16Array): number;
}

/** Memory for all pairs of nodes: n ≤ 65,535, better a few thousands. */
export function growingBalls(graph: Graph): GrowingBalls {
	const n = graph.nodeCount;
	// Row i: the nodes that i reaches, nearest first, and their distances.
	const nearest = new Uint16Array(n * n);
	const distances = new Uint16Array(n * n);
	const reached = new Uint32Array(n);
	const distance = new Uint32Array(n);
	for (let node = 0; node < n; node++) {
		const row = nearest.subarray(node * n, (node + 1) * n);
		reached[node] = breadthFirst(graph, node, distance.fill(UNREACHED), row);
		for (let i = 0; i < reached[node]; i++) distances[node * n + i] = distance[row[i]];
	}
	const eccentricity = (node: number) => distances[node * n + reached[node] - 1];
	const nodes = Uint16Array.from({ length: n }, (_, node) => node);

	let radius = 0;
	const size = new Uint32Array(n);
	// Sets of nodes are rows of bits.
	const words = Math.ceil(n / 32);
	const balls = new Uint32Array(n * words);
	const widen = () => {
		for (let node = 0; node < n; node++) {
			for (; size[node] < reached[node] && distances[node * n + size[node]] <= radius; size[node]++) {
				const inside = nearest[node * n + size[node]];
				balls[node * words + (inside >>> 5)] |= 1 << (inside & 31);
			}
		}
	};
	widen();
	/** Nodes in no box yet; those of them that lie in the balls of all nodes of the box in hand, and the words that hold any. */
	const left = new Uint32Array(words);
	const open = new Uint32Array(words);
	const openWords = new Uint16Array(words);
	const covered = new Uint32Array(words);

	return {
		diameter: nodes.reduce((most, node) => Math.max(most, eccentricity(node)), 0),
		fromTheEdge: inwards(),
		grow() {
			radius++;
			widen();
		},
		smallestFirst: () => nodes.slice().sort((a, b) => size[a] - size[b] || a - b),
		cover(order, boxOf) {
			// Box after box, which comes to the same as node after node: a box gets, in turn, all nodes left that it can.
			for (const node of order) left[node >>> 5] |= 1 << (node & 31);
			let boxes = 0;
			for (let first = 0; first < n; first++) {
				if (((left[order[first] >>> 5] >>> (order[first] & 31)) & 1) === 0) continue;
				open.set(left);
				let live = words;
				for (let w = 0; w < words; w++) openWords[w] = w;
				for (let i = first; live > 0; i++) {
					const node = order[i];
					const at = node >>> 5;
					const bit = 1 << (node & 31);
					if ((open[at] & bit) === 0) continue;
					boxOf[node] = boxes;
					left[at] &= ~bit;
					open[at] &= ~bit;
					const ball = node * words;
					let kept = 0;
					for (let k = 0; k < live; k++) {
						const w = openWords[k];
						const both = open[w] & balls[ball + w];
						open[w] = both;
						if (both !== 0) openWords[kept++] = w;
					}
					live = kept;
				}
				boxes++;
			}
			return boxes;
		},
		spread(order) {
			covered.fill(0);
			let found = 0;
			for (const node of order) {
				if ((covered[node >>> 5] >>> (node & 31)) & 1) continue;
				found++;
				for (let w = 0; w < words; w++) covered[w] |= balls[node * words + w];
			}
			return found;
		},
	};

	function inwards(): Uint16Array {
		const order = new Uint16Array(n);
		const placed = new Uint8Array(n);
		let length = 0;
		for (const node of nodes.slice().sort((a, b) => eccentricity(b) - eccentricity(a) || a - b)) {
			if (placed[node]) continue;
			for (let i = 0; i < reached[node]; i++) {
				const next = nearest[node * n + i];
				placed[next] = 1;
				order[length++] = next;
			}
		}
		return order;
	}
}
