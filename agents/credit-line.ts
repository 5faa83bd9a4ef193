// §4.8 The bank's line: how far a firm's cash may fall below zero. Who buys, plans, borrows elsewhere or can no longer pay is
// measured by the same.

type Rules = Readonly<Record<"creditTicks" | "assetCredit", Float64Array>>;

/** Cents: so many ticks of usual revenue, and a share of the book value of the machines that are the firm's own. */
export const creditLine = ({ creditTicks, assetCredit }: Rules, usualRevenue: number, assets = 0): number =>
	creditTicks[0] * usualRevenue + assetCredit[0] * assets;
