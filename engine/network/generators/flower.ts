// The (u,v)-flowers: graphs that look the same at every scale (Rozenfeld, Havlin & ben-Avraham 2007).

import type { WeightedLinks } from "../graph.js";

/**
 * Generation 1 is the cycle of u + v nodes; each next one replaces every edge by two paths, of u and of v edges. It has (u + v)^n
 * edges; nodes of earlier generations keep their numbers. Its box-covering dimension tends to ln(u + v)/ln u where 2 ≤ u ≤ v; with
 * u = 1 it is a small world and has none.
 * @throws RangeError for paths of less than one edge, two paths of one edge, a generation below 1, more than 2^24 edges
 */
export function flower(u: number, v: number, generation: number): WeightedLinks {
	const whole = [u, v, generation].every((value) => Number.isInteger(value) && value >= 1);
	if (!whole || u + v < 3)
		throw new RangeError(
			`flower: u, v and generation must be whole numbers ≥ 1, u and v not both 1, got ${u}, ${v} and ${generation}`,
		);
	let edges = 1;
	for (let g = 0; g < generation && edges <= 1 << 24; g++) edges *= u + v;
	if (edges > 1 << 24) throw new RangeError("flower: more than 2^24 edges");
	let nodeCount = 2;
	let sources = [0];
	let targets = [1];
	for (let g = 0; g < generation; g++) {
		const from: number[] = [];
		const to: number[] = [];
		for (let e = 0; e < sources.length; e++) {
			for (const length of [u, v]) {
				let node = sources[e];
				for (let step = 1; step <= length; step++) {
					from.push(node);
					node = step === length ? targets[e] : nodeCount++;
					to.push(node);
				}
			}
		}
		[sources, targets] = [from, to];
	}
	return { nodeCount, sources, targets };
}
