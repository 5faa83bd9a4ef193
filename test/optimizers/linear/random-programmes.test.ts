// Random small programmes: both solvers say what looking at every vertex and every whole number says.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinearProgram, solveLinearProgram } from "../../../optimizers/index.js";
import { enumerate } from "./enumeration.js";

const small = fc.integer({ min: -5, max: 5 });
const sense = fc.constantFrom("minimize" as const, "maximize" as const);

const programme = (
	variables: fc.Arbitrary<Omit<LinearProgram["variables"][number], "name">[]>,
): fc.Arbitrary<LinearProgram> =>
	fc
		.tuple(
			variables,
			sense,
			small,
			fc.array(
				fc.tuple(
					small,
					small,
					fc.constantFrom("≤", "≥", "=", "between"),
					fc.array(small, { minLength: 4, maxLength: 4 }),
				),
				{ maxLength: 4 },
			),
		)
		.map(([list, sense, constant, rows]) => ({
			sense,
			constant,
			variables: list.map((one, j) => ({ name: `x${j}`, ...one })),
			constraints: rows.map(([a, b, kind, coefficients], i) => ({
				name: `row${i}`,
				...(kind === "≤" && { high: 2 * a }),
				...(kind === "≥" && { low: 2 * a }),
				...(kind === "=" && { low: a, high: a }),
				...(kind === "between" && { low: Math.min(a, b), high: Math.max(a, b) }),
				terms: Object.fromEntries(list.map((_, j) => [`x${j}`, coefficients[j] as number])),
			})),
		}));

const bounds = fc.oneof(
	fc.constant({}),
	fc.constant({ low: -Infinity }),
	fc.record({ low: fc.constant(-Infinity), high: small }),
	fc.tuple(small, small).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
);
const continuous = fc.tuple(small, bounds).map(([cost, ends]) => ({ cost, ...ends }));
const whole = fc
	.tuple(small, fc.integer({ min: -2, max: 1 }), fc.integer({ min: 0, max: 4 }))
	.map(([cost, low, more]) => ({ cost, low, high: low + more, integer: true }));

/** Every status occurs, and each solver gives the one that enumeration gives, with its objective. */
async function expectEnumerated(programs: fc.Arbitrary<LinearProgram>, count: number): Promise<void> {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(programs, async (program) => {
			const expected = enumerate(program);
			seen.add(expected.status);
			for (const solver of ["javascript-lp-solver", "highs"] as const) {
				const found = await solveLinearProgram(program, { solver });
				expect(found.status, solver).toBe(expected.status);
				if (expected.status === "optimal") expect(found.objective, solver).toBeCloseTo(expected.objective, 5);
			}
		}),
		{ numRuns: count },
	);
	expect([...seen].sort()).toEqual(["infeasible", "optimal", "unbounded"]);
}

test("1,000 linear programmes of up to 3 variables, bounded, free, empty, infeasible or unbounded", () =>
	expectEnumerated(programme(fc.array(continuous, { maxLength: 3 })), 1000));

test("1,000 mixed-integer programmes of up to 4 variables", () => {
	const variables = fc.tuple(fc.array(whole, { minLength: 1, maxLength: 3 }), fc.option(continuous));
	return expectEnumerated(programme(variables.map(([list, one]) => (one ? [...list, one] : list))), 1000);
});
