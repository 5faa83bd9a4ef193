// Places for the nodes of a supply network: a column per tier, ordered so that few edges cross.

import type { SupplyNetwork } from "./picture.js";

/** Sweeps over the columns; the order settles within a few. */
const SWEEPS = 12;

/** The nodes of each tier from top to bottom, tiers from 1 on. Barycenter method (Sugiyama, Tagawa & Toda 1981). */
export function columnsOf({ nodes, edges }: SupplyNetwork): number[][] {
	const tiers = [...new Set(nodes.map(({ tier }) => tier))].sort((a, b) => a - b);
	const columns = tiers.map((tier) => [...nodes.keys()].filter((node) => nodes[node]?.tier === tier));
	const neighbors: number[][] = nodes.map(() => []);
	for (const { from, to } of edges) {
		neighbors[from]?.push(to);
		neighbors[to]?.push(from);
	}
	const height = new Array<number>(nodes.length).fill(0);
	for (const column of columns) spread(column, height);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const order = sweep % 2 === 0 ? columns : [...columns].reverse();
		for (const column of order) {
			const wish = new Map(column.map((node) => [node, barycenter(node, neighbors, height)]));
			column.sort((a, b) => (wish.get(a) as number) - (wish.get(b) as number) || a - b);
			spread(column, height);
		}
	}
	return columns;
}

function spread(column: readonly number[], height: number[]): void {
	column.forEach((node, i) => {
		height[node] = (i + 0.5) / column.length;
	});
}

function barycenter(node: number, neighbors: readonly number[][], height: readonly number[]): number {
	const mine = neighbors[node] as number[];
	if (mine.length === 0) return height[node];
	return mine.reduce((sum, neighbor) => sum + height[neighbor], 0) / mine.length;
}
