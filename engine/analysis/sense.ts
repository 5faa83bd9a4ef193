// Whether more is better or less.

export type Sense = "maximize" | "minimize" | "max" | "min";

/** 1 where more is better, −1 where less is. `name`: the caller, for the RangeError thrown for another word. */
export function signOf(sense: Sense, name: string): 1 | -1 {
	if (sense === "maximize" || sense === "max") return 1;
	if (sense === "minimize" || sense === "min") return -1;
	throw new RangeError(`${name}: sense must be maximize (max) or minimize (min), got ${sense}`);
}
