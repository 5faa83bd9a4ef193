// What a bench finds: figures with a unit and a direction, and how they are shown and compared.

import { textTable } from "../text/text-table.js";
import { number } from "../text/wording.js";

export interface Figure {
	readonly value: number;
	readonly unit: string;
	/** Which way is good. */
	readonly better: "more" | "less";
}
export type Figures = Readonly<Record<string, Figure>>;

/** A number that is known beforehand, and what was found. */
export interface Check {
	readonly expected: number;
	readonly found: number;
	readonly tolerance: number;
	readonly pass: boolean;
}

/** The one document of a bench; a bench of a model has more. */
export interface BenchDocument {
	readonly name: string;
	readonly threads: number;
	readonly figures: Figures;
	readonly check: Readonly<Record<string, Check>>;
}

export const more = (value: number, unit: string): Figure => ({
	value: rounded(value),
	unit,
	better: "more",
});
export const less = (value: number, unit: string): Figure => ({
	value: rounded(value),
	unit,
	better: "less",
});

/** Four digits: the fifth differs from run to run. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

export function within(expected: number, found: number, tolerance: number): Check {
	return { expected, found, tolerance, pass: Math.abs(found - expected) <= tolerance };
}

/** Figures, beside those of an earlier measurement if there is one. */
export function figuresTable(figures: Figures, before?: Figures): string {
	const columns = [
		{ title: "figure" },
		{ title: "value", right: true },
		{ title: "unit" },
		...(before ? [{ title: "before", right: true }, { title: "ratio", right: true }, { title: "" }] : []),
	];
	const rows = Object.entries(figures).map(([name, figure]) => {
		const row = [name, number(figure.value), figure.unit];
		const old = before?.[name];
		return old ? [...row, number(old.value), ...comparison(figure, old)] : row;
	});
	return textTable(columns, rows);
}

/** Within this the machine's noise decides. */
const NOISE = 0.05;

function comparison({ value, better }: Figure, before: Figure): [ratio: string, verdict: string] {
	const ratio = value / before.value;
	const gain = better === "more" ? ratio : 1 / ratio;
	const verdict = gain > 1 + NOISE ? "better" : gain < 1 - NOISE ? "WORSE" : "as before";
	return [ratio.toFixed(2), verdict];
}

export function checksTable(checks: BenchDocument["check"]): string {
	return textTable(
		[
			{ title: "check" },
			{ title: "expected", right: true },
			{ title: "found", right: true },
			{ title: "tolerance", right: true },
			{ title: "" },
		],
		Object.entries(checks).map(([name, { expected, found, tolerance, pass }]) => [
			name,
			number(expected),
			number(found),
			number(tolerance),
			pass ? "pass" : "FAIL",
		]),
	);
}
