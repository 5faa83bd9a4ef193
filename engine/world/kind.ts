// What a population is made of: columns with a type, a unit and a meaning, sorted into groups.

/** Views by element type; ids are i32, ages and counts u16 or i32, money and exact sums f64. */
export interface ElementArrays {
	u8: Uint8Array;
	u16: Uint16Array;
	i32: Int32Array;
	u32: Uint32Array;
	f32: Float32Array;
	f64: Float64Array;
}
export type ElementType = keyof ElementArrays;
export type ElementArray = ElementArrays[ElementType];

/** Elements per row: a number, or the name of a width that the model gives when it builds a world. */
export type Width = number | string;

/**
 * One column. Row r of a column of width w holds elements r·w … r·w + w − 1. With a width of 1/n, n rows share an element: type u32 and
 * width 1/32 make a set of rows.
 */
export interface ColumnSpec<T extends ElementType = ElementType> {
	readonly type: T;
	readonly unit: string;
	readonly about: string;
	readonly width: Width;
}

/** Columns by group, then by name. The model names its groups; the kernel hashes and lists by them. */
export type ColumnGroups = Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;

/** A kind of agent: the rows of a population have these columns. */
export interface AgentKind<G extends ColumnGroups = ColumnGroups> {
	readonly name: string;
	readonly groups: G;
}

/** A kind of link between two populations: an edge has these columns. */
export interface NetworkKind<G extends ColumnGroups = ColumnGroups> extends AgentKind<G> {
	readonly from: string;
	readonly to: string;
}

type AllColumns<G, N extends keyof G> = N extends keyof G ? (columns: G[N]) => void : never;
type Merged<G, N extends keyof G> = AllColumns<G, N> extends (columns: infer C) => void ? C : never;

/** The typed views on the columns of the named groups (all groups unless told). */
export type ColumnViews<G extends ColumnGroups, N extends keyof G = keyof G> = {
	readonly [K in keyof Merged<G, N>]: Merged<G, N>[K] extends ColumnSpec<infer T> ? ElementArrays[T] : never;
};

/** Declare a column: `column("f64", "cents", "cash in hand")`, with a width where a row holds several. */
export function column<T extends ElementType>(
	type: T,
	unit: string,
	about: string,
	width: Width = 1,
): ColumnSpec<T> {
	return { type, unit, about, width };
}

export function agentKind<const G extends ColumnGroups>(name: string, groups: G): AgentKind<G> {
	return { name, groups };
}

export function networkKind<const G extends ColumnGroups>(
	name: string,
	from: AgentKind,
	to: AgentKind,
	groups: G,
): NetworkKind<G> {
	return { name, from: from.name, to: to.name, groups };
}
