// Linear and mixed-integer programmes from textbooks, with their published optima.

import { type LinearProgram, solveLinearProgram } from "../../optimizers/index.js";
import type { KnownResult } from "./known-result.js";

/** Costs in order, and rows of [coefficients in order, low, high]. */
function programOf(
	sense: LinearProgram["sense"],
	costs: readonly number[],
	rows: readonly (readonly [coefficients: readonly number[], low: number, high: number])[],
	more: { readonly high?: number; readonly integer?: boolean } = {},
): LinearProgram {
	const name = (j: number) => `x${j + 1}`;
	return {
		sense,
		variables: costs.map((cost, j) => ({ name: name(j), cost, ...more })),
		constraints: rows.map(([coefficients, low, high], i) => ({
			name: `row${i + 1}`,
			low,
			high,
			terms: Object.fromEntries(coefficients.map((one, j) => [name(j), one])),
		})),
	};
}

const none = Infinity;

const wyndor = programOf(
	"maximize",
	[3, 5],
	[
		[[1, 0], -none, 4],
		[[0, 2], -none, 12],
		[[3, 2], -none, 18],
	],
);

const dakota = programOf(
	"maximize",
	[60, 30, 20],
	[
		[[8, 6, 1], -none, 48],
		[[4, 2, 1.5], -none, 20],
		[[2, 1.5, 0.5], -none, 8],
		[[0, 1, 0], -none, 5],
	],
);

const beale = programOf(
	"minimize",
	[-0.75, 150, -0.02, 6],
	[
		[[0.25, -60, -1 / 25, 9], -none, 0],
		[[0.5, -90, -1 / 50, 3], -none, 0],
		[[0, 0, 1, 0], -none, 1],
	],
);

/** Maximize Σ 2^(n−j)·x_j under 2·Σ_{j<i} 2^(i−j)·x_j + x_i ≤ 5^i: Dantzig's rule visits all 2^n vertices. */
function kleeMinty(n: number): LinearProgram {
	const power = (base: number, exponent: number): number =>
		exponent === 0 ? 1 : base * power(base, exponent - 1);
	const indexes = Array.from({ length: n }, (_, j) => j + 1);
	return programOf(
		"maximize",
		indexes.map((j) => power(2, n - j)),
		indexes.map((i) => [
			indexes.map((j) => (j < i ? power(2, i - j + 1) : j === i ? 1 : 0)),
			-none,
			power(5, i),
		]),
	);
}

const knapsack = programOf("maximize", [16, 22, 12, 8], [[[5, 7, 4, 3], -none, 14]], {
	high: 1,
	integer: true,
});

const optimum = async (program: LinearProgram) => (await solveLinearProgram(program)).objective ?? Number.NaN;
const dual = async (program: LinearProgram, constraint: string) =>
	(await solveLinearProgram(program)).duals?.[constraint] ?? Number.NaN;

const hillier = "Hillier and Lieberman, Introduction to Operations Research, 3.1";
const winston = "Winston, Operations Research: Applications and Algorithms, 4th ed. (2004)";

export const programmes: readonly KnownResult[] = [
	{
		name: "LP: Wyndor Glass, profit",
		expected: 36,
		tolerance: 1e-7,
		source: hillier,
		find: () => optimum(wyndor),
	},
	{
		name: "LP: Wyndor Glass, shadow price of plant 2",
		expected: 1.5,
		tolerance: 1e-7,
		source: hillier,
		find: () => dual(wyndor, "row2"),
	},
	{
		name: "LP: Dakota Furniture, revenue",
		expected: 280,
		tolerance: 1e-6,
		source: `${winston}, 4.3`,
		find: () => optimum(dakota),
	},
	{
		name: "LP: Dakota Furniture, shadow price of carpentry",
		expected: 10,
		tolerance: 1e-6,
		source: `${winston}, 6.8`,
		find: () => dual(dakota, "row3"),
	},
	{
		name: "LP: Beale's cycling example",
		expected: -0.05,
		tolerance: 1e-9,
		source: "Beale (1955), Naval Research Logistics Quarterly 2",
		find: () => optimum(beale),
	},
	{
		name: "LP: Klee–Minty cube in 10 dimensions",
		expected: 9_765_625,
		tolerance: 1,
		source: "Klee and Minty (1972); 5^10",
		find: () => optimum(kleeMinty(10)),
	},
	{
		name: "MIP: Stockco's knapsack",
		expected: 42,
		tolerance: 0,
		source: `${winston}, 9.2`,
		find: () => optimum(knapsack),
	},
];
