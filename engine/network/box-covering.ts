// Box covering: how many boxes a network needs, box size by box size (Song, Havlin & Makse 2005).

import { type Sequence, sequence } from "../random/sequence.js";
import { purpose } from "../random/stream.js";
import type { Graph } from "./graph.js";
import { type GrowingBalls, growingBalls } from "./growing-balls.js";
import { powerLaw } from "./power-law.js";

export interface BoxCount {
	/** ℓ: a box is a set of nodes whose distances are all < ℓ. */
	readonly size: number;
	/** The fewest boxes found that cover all nodes. */
	readonly boxes: number;
	/** So many there must be: nodes found that are all ≥ ℓ apart. Where it equals `boxes`, no cover has fewer. */
	readonly atLeast: number;
}

export interface BoxCounts {
	/** The largest distance between nodes that a path joins; 0 where there is no edge. */
	readonly diameter: number;
	/** Counts ℓ after ℓ, each when it is asked for. */
	readonly counts: Iterable<BoxCount>;
}

export interface BoxCovering {
	/** For every ℓ from 2 to the diameter + 1, where each component is one box; none where there is no edge. */
	readonly counts: readonly BoxCount[];
	/** −exponent of the power law of boxes on ℓ; NaN for fewer than two sizes. */
	readonly dimension: number;
	readonly r2: number;
}

export interface BoxCoveringOptions {
	readonly seed: string;
	/** Coloring orders tried for each ℓ, unless fewer already prove that no cover is smaller; 200 if left out. */
	readonly orders?: number;
}

/** More nodes need more memory for all distances than is well spent. */
export const MOST_NODES_OF_BOX_COVERING = 2000;

/** All box counts, and the dimension fitted to them. @throws RangeError as `boxCounts` does */
export const boxCovering = (graph: Graph, options: BoxCoveringOptions): BoxCovering =>
	boxDimension([...boxCounts(graph, options).counts]);

/** The dimension of box counts. All of them enter the fit, so that no choice of scales lies in the answer. */
export function boxDimension(counts: readonly BoxCount[]): BoxCovering {
	const { exponent, r2 } = powerLaw(counts.map(({ size, boxes }) => [size, boxes]));
	return { counts, dimension: -exponent, r2 };
}

/**
 * The fewest boxes for each ℓ in turn, from 2 to the diameter + 1. Nodes that no path joins share no box. Boxes are the colors of a
 * greedy coloring, in which nodes ≥ ℓ apart differ (Song, Gallos, Havlin & Makse 2007). An order of nodes in ten is drawn; the
 * others take an earlier coloring class by class, which never needs more colors (Culberson 1992).
 * @throws RangeError for more than 2,000 nodes, or orders < 1
 */
export function boxCounts(graph: Graph, { seed, orders = 200 }: BoxCoveringOptions): BoxCounts {
	const { nodeCount } = graph;
	if (nodeCount > MOST_NODES_OF_BOX_COVERING)
		throw new RangeError(`boxCovering: at most ${MOST_NODES_OF_BOX_COVERING} nodes, got ${nodeCount}`);
	if (!(Number.isInteger(orders) && orders >= 1))
		throw new RangeError(`boxCovering: orders must be a whole number ≥ 1, got ${orders}`);
	const balls = growingBalls(graph);
	return { diameter: balls.diameter, counts: counting(balls, nodeCount, sequence(seed, orderDraws), orders) };
}

function* counting(
	balls: GrowingBalls,
	nodeCount: number,
	draws: Sequence,
	orders: number,
): Generator<BoxCount> {
	const boxOf = new Uint16Array(nodeCount);
	let least = nodeCount;
	for (let size = 2; size <= balls.diameter + 1; size++) {
		balls.grow();
		let order = balls.fromTheEdge;
		let [boxes, atLeast] = [0, 1];
		// A cover for the size before is one for this size, too.
		for (let tried = 0; tried < orders && atLeast < least; tried++) {
			if (tried === 1) order = balls.smallestFirst();
			else if (tried > 1 && tried % 10 === 0) order = draws.shuffle(order.slice());
			else if (tried > 1) order = classByClass(order, boxOf, boxes, draws);
			boxes = balls.cover(order, boxOf);
			least = Math.min(least, boxes);
			atLeast = Math.max(atLeast, balls.spread(order));
		}
		yield { size, boxes: least, atLeast };
	}
}

const orderDraws = purpose("graph.box-covering");

/** The nodes of one box after those of another, the boxes in an order that is drawn, or reversed, or by their numbers of nodes. */
function classByClass(order: Uint16Array, boxOf: Uint16Array, boxes: number, draws: Sequence): Uint16Array {
	const counts = new Uint32Array(boxes);
	for (const node of order) counts[boxOf[node]]++;
	const turn = Uint16Array.from({ length: boxes }, (_, box) => boxes - 1 - box);
	const way = draws.below(3);
	if (way === 0) draws.shuffle(turn);
	else if (way === 1) turn.sort((a, b) => counts[b] - counts[a] || b - a);
	const next = new Uint32Array(boxes);
	let begin = 0;
	for (const box of turn) {
		next[box] = begin;
		begin += counts[box];
	}
	const grouped = new Uint16Array(order.length);
	for (const node of order) grouped[next[boxOf[node]]++] = node;
	return grouped;
}
