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

test("units do not matter: rows, variables and costs in other powers of ten, the same answer", async () => {
	const powers = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 4, maxLength: 4 });
	const programs = programme(fc.array(continuous, { minLength: 1, maxLength: 4 }));
	await fc.assert(
		fc.asyncProperty(
			programs,
			powers,
			powers,
			fc.integer({ min: -6, max: 6 }),
			async (program, rows, columns, costs) => {
				const unit = (j: number) => 10 ** (columns[j] as number);
				const unitOf = new Map(program.variables.map(({ name }, j) => [name, unit(j)]));
				const scaled: LinearProgram = {
					...program,
					constant: 0,
					variables: program.variables.map(({ name, cost, low = 0, high = Infinity }, j) => ({
						name,
						cost: (cost / unit(j)) * 10 ** costs,
						low: low * unit(j),
						high: high * unit(j),
					})),
					constraints: program.constraints.map(({ name, low = -Infinity, high = Infinity, terms }, i) => {
						const row = 10 ** (rows[i] as number);
						const scaledTerms = Object.entries(terms).map(([v, one]) => [
							v,
							(one / (unitOf.get(v) ?? 1)) * row,
						]);
						return { name, low: low * row, high: high * row, terms: Object.fromEntries(scaledTerms) };
					}),
				};
				for (const solver of ["javascript-lp-solver", "highs"] as const) {
					const expected = await solveLinearProgram({ ...program, constant: 0 }, { solver });
					const found = await solveLinearProgram(scaled, { solver });
					expect(found.status).toBe(expected.status);
					if (found.status === "optimal")
						expect((found.objective as number) / 10 ** costs).toBeCloseTo(expected.objective as number, 5);
				}
			},
		),
		{ numRuns: 500 },
	);
});
