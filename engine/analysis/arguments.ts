// The checks of arguments that analyses have in common. `caller`: the function that is named in the message.

/** Throws RangeError unless the level lies in (0, 1), or in [least, 1). */
export function checkLevel(caller: string, level: number, least = 0): void {
	if ((least > 0 ? level >= least : level > 0) && level < 1) return;
	throw new RangeError(`${caller}: level must lie in ${least > 0 ? `[${least}` : "(0"}, 1), got ${level}`);
}

/** The value, where it is a whole number of at least `least`. Throws RangeError else. */
export function wholeNumber(caller: string, name: string, value: unknown, least: number): number {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
	throw new RangeError(`${caller}: ${name} must be a whole number from ${least} on, got ${value}`);
}

/** The value, where it is one of the words. Throws RangeError else. */
export function oneOf<Word extends string>(
	caller: string,
	name: string,
	value: Word,
	words: readonly Word[],
): Word {
	if (words.includes(value)) return value;
	throw new RangeError(`${caller}: ${name} must be one of ${words.join(", ")}, got ${value}`);
}

/** Throws RangeError for no values, or one that is not finite. */
export function checkFinite(caller: string, values: ArrayLike<number>): void {
	if (!(values?.length > 0)) throw new RangeError(`${caller}: no values`);
	for (let i = 0; i < values.length; i++) {
		if (!Number.isFinite(values[i])) {
			throw new RangeError(`${caller}: value ${i} must be finite, got ${values[i]}`);
		}
	}
}
