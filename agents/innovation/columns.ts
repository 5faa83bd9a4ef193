// §4.9 What a maker knows of its own way of making, and of how well it does with it.

import { column } from "../../engine/world/kind.js";

/** What a maker's search of a tick was; `none` if it did not search. */
export const SEARCH = { none: 0, local: 1, imitation: 2, jump: 3 } as const;

export const innovation = {
	genome: column("i32", "bits", "its way of making; the lowest bits are the core"),
	fitness: column("f64", "share", "f of the genome in the landscape of its tier"),
	epoch: column("i32", "1", "technology shocks that the fitness knows of"),
	aspiration: column("f64", "share", "margin that it thinks it should have"),
	trial: column("i32", "bits", "genome of the next tick: its own, or a better one that it found"),
	search: column("i32", "code", "of this tick, one of SEARCH"),
	searchCost: column("f64", "cents", "of this tick"),
} as const;
