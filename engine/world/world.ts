// The world: one block of memory with a versioned header, and typed views on it.

import { type Block, newBlock, type Posted } from "./block.js";
import { headerOf, readHeader, readLayout, WORD, writeHeader } from "./header.js";
import type { AgentKind, ColumnGroups, ColumnViews, ElementArray } from "./kind.js";
import { type Layout, viewOf } from "./layout.js";

/**
 * All state of a run. `columns[table][name]` are views on `buffer`; nothing else holds state, so to copy
 * the first `layout.byteLength` bytes is to save, fork or rewind. Shared memory where the platform has it,
 * and there `memory` is what compiled code works on.
 */
export interface World extends Block {
	readonly layout: Layout;
	readonly header: Uint32Array;
	readonly rows: Readonly<Record<string, number>>;
	readonly columns: Readonly<Record<string, Readonly<Record<string, ElementArray>>>>;
}

/** A key of the random streams: two unsigned 32-bit words. */
export type Key = readonly [number, number];

export const tickOf = (world: World): number => world.header[WORD.tick];
export function setTick(world: World, tick: number): void {
	world.header[WORD.tick] = tick;
}
export const keyOf = (world: World): Key => [world.header[WORD.key0], world.header[WORD.key1]];
export function setKey(world: World, key: Key): void {
	world.header[WORD.key0] = key[0];
	world.header[WORD.key1] = key[1];
}

/** The typed views on a kind's columns; take them as locals at the head of a step. */
export function columns<G extends ColumnGroups>(world: World, kind: AgentKind<G>): ColumnViews<G> {
	return world.columns[kind.name] as unknown as ColumnViews<G>;
}

/** A fresh block for a layout: header and description written, all columns zero. */
export function newWorld(layout: Layout, key: Key): World {
	const block = newBlock(layout.byteLength);
	writeHeader(block.buffer, layout);
	const world = viewWorld(block, layout);
	setKey(world, key);
	return world;
}

/** Views on a block whose layout is known. */
export function viewWorld({ buffer, memory }: Block, layout: Layout): World {
	const tables = Object.fromEntries(
		Object.keys(layout.rows).map((name) => [name, [] as [string, ElementArray][]]),
	);
	for (const { table, name, type, offset, length } of layout.columns)
		(tables[table] as [string, ElementArray][]).push([name, viewOf(buffer, type, offset, length)]);
	// Made at once: an object that grows by more than some dozens of names becomes a hash table, and each look at a column a search.
	const columns = Object.fromEntries(
		Object.entries(tables).map(([name, views]) => [name, Object.fromEntries(views)]),
	);
	return { buffer, memory, layout, header: headerOf(buffer), rows: layout.rows, columns };
}

/** What to post to another thread, for `openWorld` there: the same bytes, where memory can be shared. */
export const shareWorld = (world: World): Posted => world.memory ?? world.buffer;

/** The world of another thread, from what `shareWorld` gave there. @throws RangeError where it is none. */
export function openWorld(sent: Posted): World {
	const block =
		"buffer" in sent ? { buffer: sent.buffer, memory: sent } : { buffer: sent, memory: undefined };
	readHeader(block.buffer);
	return viewWorld(block, readLayout(block.buffer));
}
