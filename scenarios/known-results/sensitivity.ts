// Sensitivity indices of functions whose indices are known exactly.

import { analysis, math } from "../../engine/index.js";
import type { KnownResult } from "./known-result.js";

/** Sobol' points; a thousand resamples would only give intervals, which are not asked for here. */
const SCHEME = { n: 4096, seed: "known results", resamples: 1 };

/** sin x + 7 sin² y + .1 z⁴ sin x on [−π, π]³. */
function ishigami() {
	const f = ([x, y, z]: readonly number[]) =>
		math.sin(x) * (1 + 0.1 * math.pow(z, 4)) + 7 * math.pow(math.sin(y), 2);
	const ranges = [-1, 0, 1].map(() => [-Math.PI, Math.PI] as const);
	return analysis.sobolIndices(f, { ranges, ...SCHEME }).indices;
}

/** ∏ (|4x − 2| + a)/(1 + a) on the unit cube. */
function gFunction() {
	const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
	const f = (x: readonly number[]) =>
		a.reduce((product, ai, i) => (product * (Math.abs(4 * x[i] - 2) + ai)) / (1 + ai), 1);
	return analysis.sobolIndices(f, { dimension: a.length, ...SCHEME }).indices;
}

type Indices = ReturnType<typeof ishigami>;

const known = (
	functionName: string,
	source: string,
	indices: () => Indices,
	rows: readonly (readonly [kind: "first" | "total", factor: number, expected: number])[],
): KnownResult[] =>
	rows.map(([kind, factor, expected]) => ({
		name: `${functionName}: ${kind === "first" ? "first-order" : "total"} index of factor ${factor + 1}`,
		expected,
		tolerance: 0.01,
		source,
		find: () => indices()[factor][kind]?.value ?? Number.NaN,
	}));

export const sensitivity: readonly KnownResult[] = [
	...known("Ishigami function, a 7, b .1", "Ishigami & Homma 1990", ishigami, [
		["first", 0, 0.313905],
		["first", 1, 0.442411],
		["total", 0, 0.557589],
		["total", 2, 0.243684],
	]),
	...known("Sobol' g function, a 0, 1, 4.5, 9, 99 …", "Sobol' 1993; Saltelli et al. 2010", gFunction, [
		["first", 0, 0.716192],
		["total", 0, 0.787144],
	]),
	{
		name: "Sobol' sequence: tenth coordinate of the sixteenth point",
		expected: 0.6875,
		tolerance: 0,
		source: "Joe & Kuo 2008",
		find: () => analysis.sobolSequence({ dimension: 10, n: 16 })[15][9],
	},
];
