// Building a world from populations and networks.

import type { CompressedLinks } from "../network/network.js";
import type { AgentKind, NetworkKind } from "./kind.js";
import { placeColumns, type Wanted, wantedColumns } from "./layout.js";
import { type Key, newWorld, type World } from "./world.js";

export interface PopulationPlan {
	readonly kind: AgentKind;
	readonly size: number;
	/** Elements per row of the columns whose width has a name. */
	readonly widths?: Readonly<Record<string, number>>;
	/** Bounds of the cells by which its rows are sorted (modules of a hierarchy), from 0 to `size`: no shard cuts one. */
	readonly cells?: ArrayLike<number>;
}
export interface NetworkPlan {
	readonly kind: NetworkKind;
	readonly links: CompressedLinks;
	readonly widths?: Readonly<Record<string, number>>;
}

const topology = ["offsets", "sources", "targets", "incomingOffsets", "incomingEdges"] as const;

/**
 * One block for all tables, in the order given; links are written, all other columns are zero.
 * @throws RangeError for a name twice, a size that is no count, cells that do not rise from 0 to it, or links of other
 * populations' sizes.
 */
export function buildWorld(
	populations: readonly PopulationPlan[],
	networks: readonly NetworkPlan[],
	key: Key,
): World {
	const rows: Record<string, number> = {};
	const wanted: Wanted[] = [];
	for (const { kind, size, widths = {}, cells } of populations) {
		nameTable(rows, kind.name, size);
		if (cells) wanted.push(cellsColumn(kind.name, size, cells));
		wanted.push(...wantedColumns(kind, size, widths));
	}
	for (const { kind, links, widths = {} } of networks) {
		const edges = links.targets.length;
		expectRows(rows, kind.from, links.offsets, kind.name);
		expectRows(rows, kind.to, links.incomingOffsets, kind.name);
		nameTable(rows, kind.name, edges);
		for (const name of topology)
			wanted.push({ table: kind.name, name, group: "links", type: "u32", length: links[name].length });
		wanted.push(...wantedColumns(kind, edges, widths));
	}
	const world = newWorld(placeColumns(rows, wanted), key);
	for (const { kind, cells } of populations)
		if (cells) (world.columns[kind.name].cells as Uint32Array).set(cells);
	for (const { kind, links } of networks)
		for (const name of topology) (world.columns[kind.name][name] as Uint32Array).set(links[name]);
	return world;
}

function cellsColumn(table: string, size: number, cells: ArrayLike<number>): Wanted {
	const rises = (c: number) => cells[c] > cells[c - 1];
	const whole = cells[0] === 0 && cells[cells.length - 1] === size;
	if (!whole || !Array.from(cells).every((_, c) => c === 0 || rises(c)))
		throw new RangeError(`${table}: cells must rise from 0 to ${size}`);
	return { table, name: "cells", group: "links", type: "u32", length: cells.length };
}

function nameTable(rows: Record<string, number>, name: string, count: number): void {
	if (Object.hasOwn(rows, name)) throw new RangeError(`two tables are called ${name}`);
	rows[name] = count;
}

function expectRows(rows: Record<string, number>, table: string, offsets: Uint32Array, name: string): void {
	const nodes = offsets.length - 1;
	if (rows[table] !== nodes)
		throw new RangeError(`${name} links ${nodes} rows of ${table}, which has ${rows[table] ?? "none"}`);
}
