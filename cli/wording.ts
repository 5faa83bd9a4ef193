// Numbers, times and sizes as people read them.

/** Four significant digits, thousands apart: 12,340 · 0.8451. */
export function number(value: number): string {
	if (value === 0) return "0";
	const size = Math.abs(value);
	if (size >= 1e15 || size < 1e-4) return value.toExponential(2);
	return Number(
		value.toPrecision(size >= 1000 ? Math.max(4, Math.ceil(Math.log10(size))) : 4),
	).toLocaleString("en-US", {
		maximumFractionDigits: 6,
	});
}

/** With its sign, also of a gain: +0.021. */
export const signed = (value: number) => `${value > 0 ? "+" : ""}${number(value)}`;

/** "0.71 … 0.74", or a dash where one run gives no interval. */
export function interval(
	low: number | null,
	high: number | null,
	write: (value: number) => string = number,
): string {
	return low === null || high === null ? "–" : `${write(low)} … ${write(high)}`;
}

export function duration(seconds: number): string {
	if (seconds < 1) return "1 s";
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
	return `${Number(size.toPrecision(2))} ${units[unit]}`;
}

/** "1 run", "20 runs". */
export const counted = (count: number, noun: string) =>
	`${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

const words: Readonly<Record<string, string>> = {
	efficacy: "efficacy",
	fillRate: "fill rate",
	profit: "profit",
	orderToDelivery: "order to delivery",
};

/** An outcome's name in words: "bullwhip, tier 3", "fill rate"; what is not known is split at its capitals. */
export function outcomeInWords(name: string): string {
	const tier = /^bullwhip(\d+)$/.exec(name)?.[1];
	if (tier) return `bullwhip, tier ${tier}`;
	return (
		words[name] ??
		name.replaceAll(/([a-z0-9])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
	);
}
