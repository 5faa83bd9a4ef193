// What every solver of programmes must say, of ordinary ones and of those at the edge.

import { beforeAll, describe, expect, test } from "vitest";
import {
	type LinearAnswer,
	type LinearProgram,
	type LinearSolvers,
	loadLinearSolvers,
	solveLinearProgram,
} from "../../../optimizers/index.js";

type Variable = LinearProgram["variables"][number];
type Constraint = LinearProgram["constraints"][number];

const minimize = (variables: Variable[], constraints: Constraint[] = []): LinearProgram => ({
	sense: "minimize",
	variables,
	constraints,
});
const maximize = (variables: Variable[], constraints: Constraint[] = []): LinearProgram => ({
	...minimize(variables, constraints),
	sense: "maximize",
});
const x: Variable = { name: "x", cost: 1 };
const y: Variable = { name: "y", cost: 1 };
const between = (low: number, high: number, terms: Constraint["terms"], name = "row"): Constraint => ({
	name,
	low,
	high,
	terms,
});
const atMost = (high: number, terms: Constraint["terms"], name = "most"): Constraint => ({
	name,
	high,
	terms,
});
const atLeast = (low: number, terms: Constraint["terms"], name = "least"): Constraint => ({
	name,
	low,
	terms,
});

const named = (costs: number[]): Variable[] => costs.map((cost, j) => ({ name: `x${j}`, cost }));

const optimal: [what: string, program: LinearProgram, objective: number, values?: Record<string, number>][] =
	[
		["nothing", minimize([]), 0, {}],
		["a constant alone", { ...maximize([]), constant: 5 }, 5],
		["a constraint without terms that holds", maximize([{ ...x, high: 2 }], [between(-1, 1, {})]), 2],
		[
			"no constraints",
			minimize([
				{ ...x, low: 3 },
				{ name: "y", cost: -1, high: 4 },
			]),
			-1,
			{ x: 3, y: 4 },
		],
		["zeros are values too", minimize([x, y]), 0, { x: 0, y: 0 }],
		["a variable that stands in no constraint", minimize([x, { ...y, low: 2 }], [atLeast(1, { x: 1 })]), 3],
		["below 0", minimize([{ ...x, low: -7 }]), -7, { x: -7 }],
		["free, held by a constraint", minimize([{ ...x, low: -Infinity }], [atLeast(-3, { x: 2 })]), -1.5],
		["only from above", maximize([{ ...x, low: -Infinity, high: -2 }]), -2],
		["an equation", minimize([x, { ...y, cost: 3 }], [between(4, 4, { x: 1, y: 2 })]), 4],
		["a range", maximize([x, y], [between(2, 5, { x: 1, y: 1 })]), 5],
		[
			"a fixed variable",
			maximize([{ ...x, low: 2, high: 2 }, y], [atMost(6, { x: 2, y: 1 })]),
			4,
			{ x: 2, y: 2 },
		],
		["a constant in the objective", { ...minimize([x], [atLeast(2, { x: 1 })]), constant: -10 }, -8],
		[
			"names that mean something to libraries",
			maximize(
				["result", "feasible", "bounded", "isIntegral", "__proto__", "constructor", ""].map((name, j) => ({
					name,
					cost: 1,
					high: j,
				})),
				[atMost(100, { result: 1, feasible: 1 }, "__proto__")],
			),
			21,
		],
		[
			"degenerate: many constraints through one vertex",
			maximize(
				[x, y],
				[1, 2, 3, 4, 5, 6, 7].map((k) => atMost(k, { x: k, y: k / 2 }, `row${k}`)),
			),
			2,
			{ x: 0, y: 2 },
		],
		// Where the simplex method with the largest coefficient goes around in circles.
		[
			"degenerate: Beale (1955)",
			minimize(named([-0.75, 150, -0.02, 6]), [
				atMost(0, { x0: 0.25, x1: -60, x2: -1 / 25, x3: 9 }, "a"),
				atMost(0, { x0: 0.5, x1: -90, x2: -1 / 50, x3: 3 }, "b"),
				atMost(1, { x2: 1 }, "c"),
			]),
			-0.05,
		],
		[
			"degenerate: Chvátal (1983)",
			maximize(named([10, -57, -9, -24]), [
				atMost(0, { x0: 0.5, x1: -5.5, x2: -2.5, x3: 9 }, "a"),
				atMost(0, { x0: 0.5, x1: -1.5, x2: -0.5, x3: 1 }, "b"),
				atMost(1, { x0: 1 }, "c"),
			]),
			1,
		],
		[
			"degenerate: Kuhn (in Balinski & Tucker 1969)",
			minimize(named([-2, -3, 1, 12]), [
				atMost(0, { x0: -2, x1: -9, x2: 1, x3: 9 }, "a"),
				atMost(0, { x0: 1 / 3, x1: 1, x2: -1 / 3, x3: -2 }, "b"),
				atMost(2, { x0: 2, x1: 3, x2: -1, x3: -12 }, "c"),
			]),
			-2,
		],
		[
			"a transport of which one constraint follows from the rest",
			minimize(
				[3, 1, 2, 4].map((cost, j) => ({ name: `t${j}`, cost })),
				[
					between(5, 5, { t0: 1, t1: 1 }, "a"),
					between(7, 7, { t2: 1, t3: 1 }, "b"),
					between(6, 6, { t0: 1, t2: 1 }, "c"),
					between(6, 6, { t1: 1, t3: 1 }, "d"),
				],
			),
			5 + 12 + 4,
		],
		["tiny numbers", maximize([{ name: "x", cost: 1e-9 }], [atMost(3e-11, { x: 1e-11 })]), 3e-9, { x: 3 }],
		["huge numbers", maximize([{ name: "x", cost: 1e9 }], [atMost(1e12, { x: 1e6 })]), 1e15, { x: 1e6 }],
		[
			"coefficients from 1e-10 to 1e6, none of which may be dropped",
			minimize(
				[x, { ...y, high: 1 }],
				[atLeast(3e-10, { x: 1e-10, y: 1e-10 }), atMost(1e7, { x: 1e6 }, "m")],
			),
			3,
		],
		[
			"whole numbers",
			maximize(
				[
					{ ...x, integer: true },
					{ ...y, integer: true },
				],
				[atMost(7, { x: 2, y: 2 })],
			),
			3,
		],
		[
			"a knapsack",
			maximize(
				[60, 100, 120].map((cost, j) => ({ name: `i${j}`, cost, high: 1, integer: true })),
				[atMost(50, { i0: 10, i1: 20, i2: 30 })],
			),
			220,
			{ i0: 0, i1: 1, i2: 1 },
		],
		[
			"whole numbers and others",
			minimize(
				[
					{ ...x, integer: true },
					{ ...y, cost: 0.5 },
				],
				[atLeast(2.5, { x: 1, y: 1 / 3 })],
			),
			2.75,
			{ x: 2, y: 1.5 },
		],
		[
			"a switch with a large constant, which must not be left at 1e-7",
			minimize(
				[
					{ ...x, high: 1, integer: true },
					{ name: "y", cost: -1, high: 100 },
				],
				[atMost(0, { x: -1e9, y: 1 })],
			),
			-99,
			{ x: 1, y: 100 },
		],
		["whole numbers from bounds that are not", maximize([{ ...x, low: -1.5, high: 2.5, integer: true }]), 2],
	];

const infeasible: [what: string, program: LinearProgram][] = [
	[
		"two constraints that exclude each other",
		minimize([x, y], [atLeast(3, { x: 1, y: 1 }), atMost(1, { x: 1, y: 1 })]),
	],
	["a constraint without terms that does not hold", maximize([x], [atLeast(1, {})])],
	["no variables, a constraint that does not hold", minimize([], [atMost(-1, {})])],
	["a variable's bounds that cross", minimize([{ ...x, low: 3, high: 2 }])],
	["a constraint's bounds that cross", minimize([x], [between(3, 2, { x: 1 })])],
	["it would be unbounded too", maximize([x, y], [atMost(-1, { y: 1 })])],
	["tiny bounds that exclude each other", maximize([x], [atMost(1e-9, { x: 1 }), atLeast(2e-9, { x: 1 })])],
	["no whole number between the bounds", maximize([{ ...x, low: 0.2, high: 0.8, integer: true }])],
	["an even number that is odd", minimize([{ ...x, high: 9, integer: true }], [between(7, 7, { x: 2 })])],
	["no whole point, and a ray", maximize([x, { ...y, high: 9, integer: true }], [between(1, 1, { y: 2 })])],
];

const unbounded: [what: string, program: LinearProgram][] = [
	["no constraints", maximize([x])],
	["a free variable", minimize([{ ...x, low: -Infinity }])],
	["along a ray", minimize([{ name: "x", cost: -1 }, y], [atMost(1, { x: 1, y: -2 })])],
	[
		"a gentle slope",
		maximize([
			{ name: "x", cost: 1e-9 },
			{ ...y, high: 1 },
		]),
	],
	[
		"in whole numbers",
		maximize(
			[
				{ ...x, integer: true },
				{ ...y, integer: true },
			],
			[atMost(1, { x: 1, y: -2 })],
		),
	],
];

let solvers: LinearSolvers;
beforeAll(async () => {
	solvers = await loadLinearSolvers();
});

describe.each(["javascript-lp-solver", "highs", "auto"] as const)("%s", (solver) => {
	const ends = (answer: LinearAnswer) => ({ status: answer.status, objective: answer.objective });

	test.each(optimal)("optimal: %s", async (_what, program, objective, values) => {
		const found = await solveLinearProgram(program, { solver });
		expect(found.status).toBe("optimal");
		expect(Math.abs((found.objective as number) - objective)).toBeLessThanOrEqual(1e-7 * Math.abs(objective));
		expect(Object.keys(found.values)).toEqual(program.variables.map(({ name }) => name));
		for (const [name, value] of Object.entries(values ?? {}))
			expect(found.values[name]).toBeCloseTo(value, 7);
		for (const { name, integer } of program.variables)
			if (integer) expect(Number.isInteger(found.values[name])).toBe(true);
		expect(ends(solvers.solve(program, { solver }))).toEqual(ends(found));
	});

	test.each(infeasible)("infeasible: %s", async (_what, program) => {
		expect(await solveLinearProgram(program, { solver })).toMatchObject({ status: "infeasible", values: {} });
	});

	test.each(unbounded)("unbounded: %s", async (_what, program) => {
		const found = await solveLinearProgram(program, { solver });
		expect(found).toMatchObject({ status: "unbounded", values: {} });
		expect(found).not.toHaveProperty("objective");
	});

	test.each(["minimize", "maximize"] as const)("duals are what one more of a bound is worth: %s", (sense) => {
		const sign = sense === "minimize" ? -1 : 1;
		const program = (right: number, top: number): LinearProgram => ({
			sense,
			variables: [
				{ name: "x", cost: 3 * sign },
				{ name: "y", cost: 5 * sign, high: top },
				{ name: "z", cost: -2 * sign, low: 1 },
			],
			constraints: [
				atMost(right, { x: 3, y: 2, z: -1 }),
				atLeast(-4, { z: -1 }),
				atMost(50, { x: 1 }, "loose"),
			],
		});
		const solve = (right: number, top: number) => solvers.solve(program(right, top), { solver });
		const found = solve(18, 6);
		const step = 0.01;
		const worth = (of: LinearAnswer) => ((of.objective as number) - (found.objective as number)) / step;
		expect(found.duals?.most).toBeCloseTo(worth(solve(18 + step, 6)), 8);
		expect(found.reducedCosts?.y).toBeCloseTo(worth(solve(18, 6 + step)), 8);
		expect(found.duals?.loose).toBe(0);
		expect(found.reducedCosts?.x).toBeCloseTo(0, 9);
		expect(Math.abs(found.duals?.most as number)).toBeGreaterThan(0.1);
	});

	test("of whole numbers there are no duals", () => {
		const found = solvers.solve(maximize([{ ...x, high: 2.5, integer: true }]), { solver });
		expect(found).not.toHaveProperty("duals");
	});

	test("a limit of nodes ends the search with what is found, and says so", () => {
		const items = Array.from({ length: 30 }, (_, j) => 1001 + 2 * j * j);
		const program = maximize(
			items.map((cost, j) => ({ name: `i${j}`, cost: cost + (j % 3), high: 1, integer: true })),
			[between(14_000, 14_002, Object.fromEntries(items.map((weight, j) => [`i${j}`, weight])))],
		);
		const found = solvers.solve(program, { solver, nodeLimit: 1 });
		expect(found.status).toBe("limit");
	});
});

test("what a whole number switches on is off without it, however large the coefficient", () => {
	for (const most of [1e5, 1e7, 1e9, 1e12])
		for (const [cost, ofSwitch] of [
			[1, 1000],
			[1e-7, 1e7],
		]) {
			const program = minimize(
				[
					{ name: "flow", cost, low: 7 },
					{ name: "switch", cost: ofSwitch, high: 1, integer: true },
				],
				[atMost(0, { flow: 1, switch: -most })],
			);
			const values = { flow: 7, switch: 1 };
			expect(solvers.solve(program, { solver: "highs" })).toMatchObject({ status: "optimal", values });
		}
});

test("auto solves small programmes by javascript-lp-solver, large ones and whole numbers by HiGHS", () => {
	const many = (count: number) =>
		maximize(
			Array.from({ length: count }, (_, j) => ({ name: `v${j}`, cost: 1 })),
			[atMost(7, Object.fromEntries(Array.from({ length: count }, (_, j) => [`v${j}`, 1 + (j % 3)])))],
		);
	expect(solvers.solve(many(100))).toMatchObject({ status: "optimal", solver: "javascript-lp-solver" });
	expect(solvers.solve(many(101))).toMatchObject({ status: "optimal", solver: "highs" });
	expect(solvers.solve(maximize([{ ...x, high: 2, integer: true }]))).toMatchObject({ solver: "highs" });
});

test("the same programme gets the same answer to the last bit", () => {
	const program = optimal.at(-2)?.[1] as LinearProgram;
	expect(solvers.solve(program)).toEqual(solvers.solve(program));
});

test.each<[what: string, program: unknown, message: RegExp]>([
	["a sense", { ...minimize([x]), sense: "best" }, /sense: expected "minimize" or "maximize", got best/],
	["no list", { sense: "minimize", constraints: [] }, /variables: expected a list, got undefined/],
	["a name twice", minimize([x, x]), /variables: expected names that are all different, got "x" twice/],
	["a constraint twice", minimize([x], [atMost(1, {}), atMost(2, {})]), /"most" twice/],
	["an unknown variable", minimize([x], [atMost(1, { z: 1 })]), /constraint "most": .*got "z"/],
	[
		"NaN as a cost",
		minimize([{ ...x, cost: Number.NaN }]),
		/cost of variable "x": expected a finite number, got NaN/,
	],
	["an infinite cost", minimize([{ ...x, cost: Infinity }]), /cost of variable "x"/],
	["a coefficient", minimize([x], [atMost(1, { x: -Infinity })]), /coefficient of "x" in constraint "most"/],
	["a text", minimize([x], [atMost(1, { x: "2" as unknown as number })]), /coefficient .*got 2/],
	[
		"NaN as a bound",
		minimize([{ ...x, high: Number.NaN }]),
		/high of variable "x": expected a finite number or Infinity/,
	],
	[
		"low = ∞",
		minimize([{ ...x, low: Infinity }]),
		/low of variable "x": expected a finite number or -Infinity/,
	],
	["NaN on the right", minimize([x], [atLeast(Number.NaN, { x: 1 })]), /low of constraint "least"/],
])("bad input is refused by name: %s", async (_what, program, message) => {
	const ended = solveLinearProgram(program as LinearProgram);
	await expect(ended).rejects.toThrow(RangeError);
	await expect(ended).rejects.toThrow(message);
});

test("bad options are refused by name", async () => {
	const solve = (options: object) => solveLinearProgram(minimize([x]), options);
	await expect(solve({ solver: "cplex" })).rejects.toThrow(/solver: expected .*got cplex/);
	await expect(solve({ timeLimit: -1 })).rejects.toThrow(/timeLimit: expected seconds/);
	await expect(solve({ nodeLimit: Number.NaN })).rejects.toThrow(/nodeLimit/);
});
