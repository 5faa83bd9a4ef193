// Places for the nodes of a supply network: a column per tier, ordered so that few edges cross.

import type { SupplyNetwork } from "./picture.js";

const SWEEPS = 24;
/** Counting crossings takes the square of the edges; larger networks keep the last order. */
const MOST_COUNTED = 1500;

/** The nodes of each tier from top to bottom, tiers from 1 on. Barycenter method (Sugiyama, Tagawa & Toda 1981). */
export function columnsOf({ nodes, edges }: SupplyNetwork): number[][] {
	const tiers = [...new Set(nodes.map(({ tier }) => tier))].sort((a, b) => a - b);
	let columns = tiers.map((tier) => [...nodes.keys()].filter((node) => nodes[node]?.tier === tier));
	const buyers: number[][] = nodes.map(() => []);
	const suppliers: number[][] = nodes.map(() => []);
	for (const { from, to } of edges) {
		buyers[from]?.push(to);
		suppliers[to]?.push(from);
	}
	let best = columns;
	let fewest = crossings(columns, edges);
	for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
		columns = sweep % 2 === 0 ? swept(columns, buyers) : swept([...columns].reverse(), suppliers).reverse();
		const count = crossings(columns, edges);
		if (count < fewest || edges.length > MOST_COUNTED) {
			best = columns;
			fewest = count;
		}
	}
	return best;
}

/** Column by column, each node at the mean height of its neighbors. */
function swept(columns: readonly (readonly number[])[], neighbors: readonly number[][]): number[][] {
	const height = heights(columns);
	return columns.map((column) => {
		const wish = new Map(column.map((node) => [node, barycenter(node, neighbors, height)]));
		const sorted = [...column].sort((a, b) => (wish.get(a) as number) - (wish.get(b) as number));
		sorted.forEach((node, i) => {
			height.set(node, (i + 0.5) / sorted.length);
		});
		return sorted;
	});
}

function heights(columns: readonly (readonly number[])[]): Map<number, number> {
	return new Map(
		columns.flatMap((column) => column.map((node, i) => [node, (i + 0.5) / column.length] as const)),
	);
}

function barycenter(
	node: number,
	neighbors: readonly number[][],
	height: ReadonlyMap<number, number>,
): number {
	const mine = neighbors[node] as number[];
	if (mine.length === 0) return height.get(node) as number;
	return mine.reduce((sum, neighbor) => sum + (height.get(neighbor) as number), 0) / mine.length;
}

function crossings(columns: readonly (readonly number[])[], edges: SupplyNetwork["edges"]): number {
	if (edges.length > MOST_COUNTED) return Number.POSITIVE_INFINITY;
	const height = heights(columns);
	const tier = new Map(columns.flatMap((column, c) => column.map((node) => [node, c] as const)));
	const lines = edges.map(({ from, to }) => ({
		tiers: `${tier.get(from)} ${tier.get(to)}`,
		from: height.get(from) as number,
		to: height.get(to) as number,
	}));
	let count = 0;
	for (let i = 0; i < lines.length; i++)
		for (let j = 0; j < i; j++) {
			const a = lines[i] as (typeof lines)[number];
			const b = lines[j] as (typeof lines)[number];
			if (a.tiers === b.tiers && (a.from - b.from) * (a.to - b.to) < 0) count++;
		}
	return count;
}
