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

/** Memory for two bits of each pair of nodes: n ≤ 65,535, better a few thousands. */
export function growingBalls(graph: Graph): GrowingBalls {
	const { nodeCount: n, offsets, neighbors } = graph;
	const nodes = Uint16Array.from({ length: n }, (_, node) => node);
	// Sets of nodes are rows of bits.
	const words = Math.ceil(n / 32);
	let balls = new Uint32Array(n * words);
	let smaller = new Uint32Array(n * words);
	/** Balls that have stopped to grow: they are the same among the smaller ones. */
	const full = new Uint8Array(n);
	const shrink = () => {
		balls.fill(0);
		full.fill(0);
		for (const node of nodes) balls[node * words + (node >>> 5)] = 1 << (node & 31);
	};
	/** A ball and those of its node's neighbors are the ball of a radius larger by one. */
	const widen = () => {
		[balls, smaller] = [smaller, balls];
		for (const node of nodes) {
			if (full[node]) continue;
			const ball = node * words;
			for (let w = ball; w < ball + words; w++) balls[w] = smaller[w];
			for (let i = offsets[node]; i < offsets[node + 1]; i++)
				for (let w = ball, from = neighbors[i] * words; w < ball + words; w++, from++)
					balls[w] |= smaller[from];
			full[node] = 1;
			for (let w = ball; w < ball + words; w++) if (balls[w] !== smaller[w]) full[node] = 0;
		}
	};
	const eccentricity = new Uint32Array(n);
	shrink();
	for (let radius = 1; full.includes(0); radius++) {
		widen();
		for (const node of nodes) if (!full[node]) eccentricity[node] = radius;
	}
	shrink();
	/** Nodes in no box yet; those of them that lie in the balls of all nodes of the box in hand, and the words that hold any. */
	const left = new Uint32Array(words);
	const open = new Uint32Array(words);
	const openWords = new Uint16Array(words);
	const covered = new Uint32Array(words);

	return {
		diameter: eccentricity.reduce((most, radius) => Math.max(most, radius), 0),
		fromTheEdge: inwards(),
		grow: widen,
		smallestFirst() {
			const size = Uint16Array.from(nodes, (node) => bitsOf(balls, node * words, words));
			return nodes.slice().sort((a, b) => size[a] - size[b] || a - b);
		},
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
		const distance = new Uint32Array(n).fill(UNREACHED);
		let length = 0;
		for (const node of nodes.slice().sort((a, b) => eccentricity[b] - eccentricity[a] || a - b)) {
			if (placed[node]) continue;
			const first = length;
			// The nodes of its component, nearest first.
			length += breadthFirst(graph, node, distance, order.subarray(first));
			for (let i = first; i < length; i++) placed[order[i]] = 1;
		}
		return order;
	}
}

/** How many bits of so many words are set. */
function bitsOf(sets: Uint32Array, from: number, words: number): number {
	let count = 0;
	for (let w = from; w < from + words; w++) for (let bits = sets[w]; bits !== 0; bits &= bits - 1) count++;
	return count;
}
