// Where each column lies in the block, and the description of that which the block itself carries.

import type { AgentKind, ElementArrays, ElementType } from "./kind.js";

/** One column's place: `length` elements of `type` from byte `offset` of the block. */
export interface Placement {
	readonly table: string;
	readonly name: string;
	readonly group: string;
	readonly type: ElementType;
	readonly offset: number;
	readonly length: number;
}

/** The whole block: rows of each table (population or network), columns in order, bytes in all. */
export interface Layout {
	readonly rows: Readonly<Record<string, number>>;
	readonly columns: readonly Placement[];
	readonly dataOffset: number;
	readonly byteLength: number;
}

export const bytesOf: Readonly<Record<ElementType, number>> = {
	u8: 1,
	u16: 2,
	i32: 4,
	u32: 4,
	f32: 4,
	f64: 8,
};

/** What a whole-number element can hold, lowest and highest; real-valued types have no entry. */
export const elementRanges: Readonly<Partial<Record<ElementType, readonly [number, number]>>> = {
	u8: [0, 0xff],
	u16: [0, 0xffff],
	i32: [-0x80000000, 0x7fffffff],
	u32: [0, 0xffffffff],
};

const views = {
	u8: Uint8Array,
	u16: Uint16Array,
	i32: Int32Array,
	u32: Uint32Array,
	f32: Float32Array,
	f64: Float64Array,
};

export function viewOf<T extends ElementType>(
	buffer: ArrayBufferLike,
	type: T,
	offset: number,
	length: number,
): ElementArrays[T] {
	return new views[type](buffer as ArrayBuffer, offset, length) as unknown as ElementArrays[T];
}

/** A column to place; network tables add columns that are not one row long each (offsets). */
export interface Wanted {
	readonly table: string;
	readonly name: string;
	readonly group: string;
	readonly type: ElementType;
	readonly length: number;
}

/** The columns of a kind for so many rows; a named width is looked up in `widths`. */
export function wantedColumns(
	kind: AgentKind,
	rows: number,
	widths: Readonly<Record<string, number>>,
): Wanted[] {
	return Object.entries(kind.groups).flatMap(([group, columns]) =>
		Object.entries(columns).map(([name, spec]) => {
			const width = typeof spec.width === "number" ? spec.width : widths[spec.width];
			if (width === undefined)
				throw new RangeError(`${kind.name}.${name}: width "${spec.width}" was not given`);
			return { table: kind.name, name, group, type: spec.type, length: Math.ceil(rows * width) };
		}),
	);
}

export const HEADER_BYTES = 32;
/** Up to a multiple of 8; no bit operation, which would make sizes from 2 GiB on negative. */
const align = (bytes: number) => Math.ceil(bytes / 8) * 8;

/**
 * Lay the columns one behind the other, each from a multiple of 8 bytes, after header and description.
 * @throws RangeError for a column twice, lengths that are no counts, or a block too large.
 */
export function placeColumns(rows: Readonly<Record<string, number>>, wanted: readonly Wanted[]): Layout {
	refuseImpossible(rows, wanted);
	// The description carries lengths only; offsets follow from them, so its size is known beforehand.
	const dataOffset = align(HEADER_BYTES + describe(rows, wanted).length);
	let offset = dataOffset;
	const columns = wanted.map((column) => {
		const placed = { ...column, offset };
		offset += align(column.length * bytesOf[column.type]);
		return placed;
	});
	if (offset > 0xffffffff)
		throw new RangeError(`a world of ${offset} bytes is past the block's limit of 4 GiB`);
	return { rows, columns, dataOffset, byteLength: offset };
}

function refuseImpossible(rows: Readonly<Record<string, number>>, wanted: readonly Wanted[]): void {
	for (const [table, count] of Object.entries(rows))
		if (!isCount(count)) throw new RangeError(`${table}: ${count} is no number of rows`);
	const names = new Set<string>();
	for (const { table, name, type, length } of wanted) {
		const id = JSON.stringify([table, name]);
		if (names.has(id)) throw new RangeError(`${table}.${name}: two columns have this name`);
		names.add(id);
		if (!Object.hasOwn(rows, table) || !Object.hasOwn(bytesOf, type) || !isCount(length))
			throw new RangeError(`${table}.${name}: no column can be ${length} elements of type ${type}`);
	}
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** The layout as text in ASCII, the form in which the block carries it. */
export function describe(rows: Readonly<Record<string, number>>, columns: readonly Wanted[]): string {
	const text = JSON.stringify({
		rows,
		columns: columns.map((c) => [c.table, c.name, c.group, c.type, c.length]),
	});
	return text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The layout from its text; the inverse of `describe`. @throws RangeError for any other text. */
export function parseLayout(text: string): Layout {
	try {
		const { rows, columns } = JSON.parse(text) as {
			rows: Record<string, number>;
			columns: [string, string, string, ElementType, number][];
		};
		return placeColumns(
			rows,
			columns.map(([table, name, group, type, length]) => ({ table, name, group, type, length })),
		);
	} catch (cause) {
		throw new RangeError("a damaged world: the description of its columns cannot be read", { cause });
	}
}
