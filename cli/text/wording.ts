// Numbers, times and sizes as people read them.

/** Four significant digits, thousands apart: 12,340 · 0.8451. */
export function number(value: number): string {
	return withDecimals(value, 3 - magnitude(value));
}

/** With the digits that a tolerance leaves meaning to, and no zeros at the end of decimals: 15.4635 · 10. */
export function toWithin(value: number, tolerance: number): string {
	const text = tolerance > 0 ? withDecimals(value, Math.min(8, 1 - magnitude(tolerance))) : number(value);
	return text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** A mean and its interval with the digits that the interval's width leaves meaning to: two of the half-width. */
export interface Estimate {
	readonly mean: string;
	/** "0.71 … 0.74"; a dash where one run gives no interval, "exact" where all runs agree. */
	readonly interval: string;
}

export function estimate(
	{ mean, low, high }: { mean: number; low: number | null; high: number | null },
	sign = false,
): Estimate {
	const plus = (value: number, decimals: number) =>
		`${sign && value > 0 ? "+" : ""}${withDecimals(value, decimals)}`;
	if (low === null || high === null || high - low <= Math.abs(mean) * 1e-9) {
		const interval = low === null || high === null ? "–" : "the same in all runs";
		return { mean: plus(mean, 3 - magnitude(mean)), interval };
	}
	const decimals = decimalsFor(mean, (high - low) / 2);
	const [from, to] = [plus(low, decimals), plus(high, decimals)];
	return { mean: plus(mean, decimals), interval: from === to ? within(decimals) : `${from} … ${to}` };
}

/** Two digits of the half-width, but no more than six of the mean: more say nothing to a reader. */
const decimalsFor = (mean: number, half: number) =>
	Math.min(1 - magnitude(half), 5 - magnitude(Math.max(Math.abs(mean), half)));

/** For an interval that is narrower than the last digit shown. */
const within = (decimals: number) => `± less than ${withDecimals(10 ** -Math.max(0, decimals), decimals)}`;

/** "0.783 ± 0.005": intervals of means lie evenly about them. */
export function plusMinus(found: { mean: number; low: number | null; high: number | null }): string {
	const { mean, low, high } = found;
	const half = low === null || high === null ? 0 : (high - low) / 2;
	if (half <= Math.abs(mean) * 1e-9) return number(mean);
	const decimals = decimalsFor(mean, half);
	const width = withDecimals(half, decimals);
	return `${estimate(found).mean} ${/[1-9]/.test(width) ? `± ${width}` : within(decimals)}`;
}

/** A percentage of two digits with its sign: +11 %. */
export const percentage = (share: number) => {
	const percent = 100 * share;
	return `${percent > 0 ? "+" : ""}${withDecimals(percent, Math.min(2, 1 - magnitude(percent)))} %`;
};

const magnitude = (value: number) => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))));

function withDecimals(value: number, decimals: number): string {
	if (value !== 0 && (Math.abs(value) >= 1e15 || decimals > 8)) return value.toExponential(2);
	const digits = Math.max(0, decimals);
	const text = value.toLocaleString("en-US", {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return text.replace(/^-(?=[0,.]*$)/, "").replace("-", "−");
}

export function duration(seconds: number): string {
	if (seconds < 1) return "less than 1 s";
	if (seconds < 100) return `${Math.ceil(seconds)} s`;
	const minutes = Math.ceil(seconds / 60);
	if (minutes < 100) return `${minutes} min`;
	return `${number(Math.round(minutes / 6) / 10)} h`;
}

export function fileSize(bytes: number): string {
	const units = ["bytes", "kB", "MB", "GB", "TB"];
	let size = bytes;
	let unit = 0;
	while (size >= 1000 && unit < units.length - 1) {
		size /= 1000;
		unit++;
	}
	return `${withDecimals(size, 1 - magnitude(size))} ${units[unit]}`;
}

/** "1 run", "20 runs". */
export const counted = (count: number, noun: string) =>
	`${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

const words: Readonly<Record<string, string>> = {
	efficacy: "efficacy",
	fillRate: "fill rate",
	profit: "profit",
	orderToDelivery: "order to delivery",
	winWin: "win-win",
};

/** An outcome's name in words: "tier-3 bullwhip", "fill rate"; what is not known is split at its capitals. */
export function outcomeInWords(name: string): string {
	const [, what, tier] = /^(bullwhip|cost)(\d+)$/.exec(name) ?? [];
	if (tier) return `tier-${tier} ${what}`;
	return (
		words[name] ??
		name.replaceAll(/([a-z0-9])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
	);
}

/** A word as a shell takes it. */
export const shellWord = (word: string) =>
	/^[\w./=:,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
