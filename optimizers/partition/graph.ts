// A weighted graph as partition sees it: compressed rows, each edge from both its ends, equal edges added up.

/** Node v has the arcs offsets[v] … offsets[v + 1] − 1, none of them to itself, no target twice. */
export interface Graph {
	readonly nodes: number;
	readonly offsets: Uint32Array;
	readonly targets: Uint32Array;
	readonly weights: Float64Array;
	/** Weight inside a node: its self-loops, or of a node that stands for many, all edges among them. */
	readonly loops: Float64Array;
}

/**
 * The graph of a list of edges. Direction is lost: an edge from i to j and one from j to i are one edge of the
 * weight of both.
 */
export function graphOf(
	nodes: number,
	sources: ArrayLike<number>,
	targets: ArrayLike<number>,
	weightOf: (edge: number) => number,
): Graph {
	const offsets = new Uint32Array(nodes + 1);
	const loops = new Float64Array(nodes);
	const edges = sources.length;
	for (let e = 0; e < edges; e++) {
		if (sources[e] === targets[e]) continue;
		offsets[sources[e] + 1]++;
		offsets[targets[e] + 1]++;
	}
	for (let v = 0; v < nodes; v++) offsets[v + 1] += offsets[v];
	const next = offsets.slice();
	const ends = new Uint32Array(offsets[nodes]);
	const weights = new Float64Array(offsets[nodes]);
	for (let e = 0; e < edges; e++) {
		const a = sources[e];
		const b = targets[e];
		const weight = weightOf(e);
		if (a === b) {
			loops[a] += weight;
			continue;
		}
		ends[next[a]] = b;
		weights[next[a]++] = weight;
		ends[next[b]] = a;
		weights[next[b]++] = weight;
	}
	return withoutDoubles({ nodes, offsets, targets: ends, weights, loops });
}

/** Arcs of one row to one target become one arc. Overwrites what it is given. */
function withoutDoubles({ nodes, offsets, targets, weights, loops }: Graph): Graph {
	const place = new Int32Array(nodes).fill(-1);
	let count = 0;
	let from = 0;
	for (let v = 0; v < nodes; v++) {
		const begin = count;
		const to = offsets[v + 1];
		for (let arc = from; arc < to; arc++) {
			const target = targets[arc];
			if (place[target] >= begin) weights[place[target]] += weights[arc];
			else {
				place[target] = count;
				targets[count] = target;
				weights[count++] = weights[arc];
			}
		}
		from = to;
		offsets[v + 1] = count;
	}
	return { nodes, offsets, targets: targets.subarray(0, count), weights: weights.subarray(0, count), loops };
}
