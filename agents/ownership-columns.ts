// Columns of firms whose owners may change.

import { column } from "../engine/world/kind.js";

/** What became of a firm in a tick. */
export const FATE = { goesOn: 0, newOwner: 1, exit: 2, entry: 3 } as const;

export const ownership = {
	insolventFor: column("i32", "ticks", "with less cash than its credit line allows"),
	fate: column("i32", "code", "of this tick, one of FATE"),
} as const;
