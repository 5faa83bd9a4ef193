// The world: one block of memory with a versioned header, and typed views on it.

import type { AgentKind, ColumnGroups, ColumnViews, ElementArray } from "./kind.js";
import { describe, type Layout, parseLayout, viewOf } from "./layout.js";

/** "FTWN" read as a little-endian word: a block written on a machine of the other order is refused. */
const MAGIC = 0x4e575446;
export const FORMAT_VERSION = 1;

const WORD = { magic: 0, version: 1, byteLength: 2, description: 3, tick: 4, key0: 5, key1: 6 };
const HEADER_WORDS = 8;

/**
 * All state of a run. `columns[table][name]` are views on `buffer`; nothing else holds state, so to copy
 * the bytes is to save, fork or rewind. Shared memory where the platform has it.
 */
export interface World {
	readonly buffer: ArrayBufferLike;
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

export function newBuffer(byteLength: number): ArrayBufferLike {
	return typeof SharedArrayBuffer === "undefined"
		? new ArrayBuffer(byteLength)
		: new SharedArrayBuffer(byteLength);
}

/** A fresh block for a layout: header and description written, all columns zero. */
export function newWorld(layout: Layout, key: Key): World {
	const buffer = newBuffer(layout.byteLength);
	const text = describe(layout.rows, layout.columns);
	const header = new Uint32Array(buffer, 0, HEADER_WORDS);
	header[WORD.magic] = MAGIC;
	header[WORD.version] = FORMAT_VERSION;
	header[WORD.byteLength] = layout.byteLength;
	header[WORD.description] = text.length;
	const bytes = new Uint8Array(buffer, HEADER_WORDS * 4, text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	const world = viewWorld(buffer, layout);
	setKey(world, key);
	return world;
}

/** Views on a block whose layout is known. */
export function viewWorld(buffer: ArrayBufferLike, layout: Layout): World {
	const tables: Record<string, Record<string, ElementArray>> = {};
	for (const table of Object.keys(layout.rows)) tables[table] = {};
	for (const { table, name, type, offset, length } of layout.columns)
		(tables[table] as Record<string, ElementArray>)[name] = viewOf(buffer, type, offset, length);
	const header = new Uint32Array(buffer, 0, HEADER_WORDS);
	return { buffer, layout, header, rows: layout.rows, columns: tables };
}

/**
 * The layout that a block carries.
 * @throws RangeError when the bytes are no block, of another version, or not whole.
 */
export function readLayout(buffer: ArrayBufferLike): Layout {
	if (buffer.byteLength < HEADER_WORDS * 4)
		throw new RangeError(`not a world: ${buffer.byteLength} bytes are less than its header`);
	const header = new Uint32Array(buffer, 0, HEADER_WORDS);
	if (header[WORD.magic] !== MAGIC) throw new RangeError("not a world: the first four bytes are not FTWN");
	if (header[WORD.version] !== FORMAT_VERSION)
		throw new RangeError(
			`a world of format ${header[WORD.version]}; this version reads format ${FORMAT_VERSION}`,
		);
	if (header[WORD.byteLength] !== buffer.byteLength)
		throw new RangeError(`a torn world: ${buffer.byteLength} bytes of ${header[WORD.byteLength]}`);
	const rest = new Uint8Array(buffer, HEADER_WORDS * 4);
	let text = "";
	for (const byte of rest.subarray(0, header[WORD.description])) text += String.fromCharCode(byte);
	const layout = parseLayout(text);
	if (layout.byteLength !== buffer.byteLength)
		throw new RangeError(
			`a damaged world: its columns need ${layout.byteLength} bytes, not ${buffer.byteLength}`,
		);
	return layout;
}
