// A bar of text for a share.

const longest = 30;

/** A bar for a share 0 … 1; whatever is more than nothing shows. */
export const bar = (share: number): string =>
	share > 0 ? "█".repeat(Math.max(1, Math.round(longest * share))) : "";
