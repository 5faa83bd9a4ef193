// The check of a confidence level.

/** Throws RangeError unless the level lies in (0, 1), or in [least, 1). `name`: the caller. */
export function checkLevel(name: string, level: number, least = 0): void {
	if ((least > 0 ? level >= least : level > 0) && level < 1) return;
	throw new RangeError(`${name}: level must lie in ${least > 0 ? `[${least}` : "(0"}, 1), got ${level}`);
}
