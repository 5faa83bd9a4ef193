// The cells of the makers, level in level, and an order of the makers in which every cell is a block.

import type { HierarchyParameters } from "../agents/parameters.js";
import type { NumberedArc, WrittenStage } from "./bill-of-materials.js";
import { addressOf } from "./network.js";
import type { Scenario } from "./schema.js";

const keys = ["cluster", "enterprise", "module"] as const;

/** Cells as generated; else as the stages say them; else one of all. */
export function hierarchyOf(
	{ network }: Scenario,
	written: readonly WrittenStage[],
	arcs: readonly NumberedArc[],
): HierarchyParameters {
	const said = keys.filter((key) => written.some((stage) => stage[key] !== undefined));
	if (network) {
		const addresses = written.map((_, i) => addressOf(network, i));
		return numbered(network.levels, addresses, arcs, (level, address) => {
			return `${network.levels[level]} ${address.slice(0, level + 1).join(".")}`;
		});
	}
	if (said.length === 0) return numbered(["cluster"], written, arcs, () => "all");
	return numbered(said, written, arcs, (level, stage) => {
		return said
			.slice(0, level + 1)
			.map((key) => stage[key] ?? `no ${key}`)
			.join(" / ");
	});
}

/** Cells numbered as they first come, by a name that tells those of one level apart. */
function numbered<T>(
	names: readonly string[],
	makers: readonly T[],
	arcs: readonly NumberedArc[],
	nameOf: (level: number, maker: T) => string,
): HierarchyParameters {
	const levels = names.map((name, level) => {
		const cells = new Map<string, number>();
		const cellOf = makers.map((maker) => {
			const cell = nameOf(level, maker);
			const known = cells.get(cell) ?? cells.size;
			cells.set(cell, known);
			return known;
		});
		return { name, cells: [...cells.keys()], cellOf };
	});
	const cellOf = levels.map((level) => level.cellOf);
	return {
		levels: levels.map(({ name, cells }) => ({ name, cells })),
		cellOf,
		place: places(makers.length, cellOf, arcs),
	};
}

/** Cell by cell from the largest; within one, each maker is followed by its suppliers, and these by theirs, as far as they are new. */
function places(
	count: number,
	cellOf: readonly (readonly number[])[],
	arcs: readonly NumberedArc[],
): number[] {
	const along = alongArcs(count, arcs);
	const order = [...along.keys()].sort((a, b) => {
		const level = cellOf.findIndex((cells) => cells[a] !== cells[b]);
		return level < 0 ? along[a] - along[b] : cellOf[level][a] - cellOf[level][b];
	});
	const place = new Array<number>(count);
	order.forEach((maker, at) => {
		place[maker] = at;
	});
	return place;
}

/** The turn of each maker in a depth-first walk from those whom no maker buys from. */
function alongArcs(count: number, arcs: readonly NumberedArc[]): number[] {
	const suppliers: number[][] = Array.from({ length: count }, () => []);
	const bought = new Uint8Array(count);
	for (const { buyer, supplier } of arcs) {
		suppliers[buyer].push(supplier);
		bought[supplier] = 1;
	}
	const turn = new Array<number>(count).fill(-1);
	const ahead = [...bought.keys()].filter((maker) => !bought[maker]).reverse();
	for (let next = 0; ahead.length > 0; ) {
		const maker = ahead.pop() as number;
		if (turn[maker] >= 0) continue;
		turn[maker] = next++;
		ahead.push(...suppliers[maker].slice().reverse());
	}
	return turn;
}
