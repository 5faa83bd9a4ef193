// Shards: the fixed ranges of a table's rows that threads claim. They never depend on the number of threads.

import type { World } from "../world/world.js";

/** A shard holds whole groups of so many rows: no two threads write one cache line, or share a block of draws. */
const GRAIN = 64;
/** So many shards divide well among any usual number of threads. */
const USUAL_SHARDS = 64;
/** Fewer rows are not worth claiming. */
const FEWEST_ROWS = 256;
/** More rows fall out of a core's cache between the steps of a phase. */
const MOST_ROWS = 8192;

/**
 * Bounds of the shards of a table: shard s holds rows bounds[s] … bounds[s + 1] − 1; no row, no shard. Where the table
 * tells its cells (whole modules of the hierarchy), shards are made of whole cells; else they follow from the size.
 */
export function shardsOf(world: World, table: string): Uint32Array {
	const rows = world.rows[table];
	const cells = world.columns[table].cells as Uint32Array | undefined;
	const wished = Math.ceil(rows / USUAL_SHARDS / GRAIN) * GRAIN;
	const size = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, wished));
	const bounds = [0];
	if (cells) {
		for (let c = 1; c < cells.length; c++)
			if (cells[c] === rows || cells[c] - bounds[bounds.length - 1] >= size) bounds.push(cells[c]);
	} else for (let from = 0; from < rows; from += size) bounds.push(Math.min(rows, from + size));
	return Uint32Array.from(rows === 0 ? [0] : bounds);
}
