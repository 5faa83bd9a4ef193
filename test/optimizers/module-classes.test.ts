// Module classes: the programme's answer is the best of all that there are, and what it says of the others is true.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOf } from "../../optimizers/classes/problem.js";
import { assignClasses, type ClassProblem, type ModuleClass, moduleClasses } from "../../optimizers/index.js";

/** Every choice of classes that are offered, and that the limits allow, the slow way. */
function* allowed(problem: ClassProblem): Generator<ModuleClass[]> {
	const { places, pairs = [], budget = Infinity, delay = Infinity } = problem;
	const count = places.length;
	for (let code = 0; code < 3 ** count; code++) {
		const choice = places.map((_, i) => moduleClasses[Math.floor(code / 3 ** i) % 3] as ModuleClass);
		const terms = places.map(({ offered }, i) => offered[choice[i] as ModuleClass]);
		if (terms.includes(undefined)) continue;
		const isIn = (component: string, family: string) => {
			const at = places.findIndex((place) => place.component === component && place.family === family);
			return at < 0 ? undefined : choice[at] !== "optional";
		};
		const mixed = places.some((a, i) =>
			places.some((b, j) => a.component === b.component && (choice[i] === "base") !== (choice[j] === "base")),
		);
		const families = [...new Set(places.map(({ family }) => family))];
		const fits = families.every((family) =>
			pairs.every(({ first, second, rule }) => {
				const [a, b] = [isIn(first, family), isIn(second, family)];
				if (a === undefined || b === undefined) return true;
				return rule === "excludes" ? !(a && b) : !a || b;
			}),
		);
		const late = families.some(
			(family) =>
				places.reduce((sum, one, i) => sum + (one.family === family ? (terms[i]?.delay ?? 0) : 0), 0) > delay,
		);
		const spent = terms.reduce((sum, one) => sum + (one?.investment ?? 0), 0);
		if (!mixed && fits && !late && spent <= budget) yield choice;
	}
}

const whole = (most: number) => fc.nat(most);
const terms = fc.record({ cost: fc.integer({ min: -20, max: 60 }), investment: whole(4), delay: whole(3) });
const offered = fc
	.record({ base: fc.option(terms), mandatory: fc.option(terms), optional: fc.option(terms) })
	.map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, one]) => one !== null)))
	.filter((drawn) => Object.keys(drawn).length > 0);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Up to three components in up to three families, six places at most; roots over any of them. */
const problems: fc.Arbitrary<ClassProblem> = fc
	.uniqueArray(
		fc.record({ component: fc.constantFrom("A", "B", "C"), family: fc.constantFrom("x", "y", "z") }),
		{
			selector: ({ component, family }) => component + family,
			minLength: 1,
			maxLength: 6,
		},
	)
	.chain((names) =>
		fc.record({
			places: fc.tuple(...names.map((name) => offered.map((one) => ({ ...name, offered: one })))),
			roots: fc.array(
				fc.record({
					weight: whole(9),
					constant: whole(9),
					amounts: fc.uniqueArray(
						fc.record({
							place: fc.nat(names.length - 1),
							class: fc.constantFrom(...moduleClasses),
							amount: whole(30),
						}),
						{ selector: (one) => `${one.place} ${one.class}`, maxLength: 8 },
					),
				}),
				{ maxLength: 4 },
			),
			pairs: maybe(
				fc.array(
					fc.record({
						first: fc.constantFrom("A", "B"),
						second: fc.constantFrom("B", "C"),
						rule: fc.constantFrom("excludes" as const, "requires" as const),
					}),
					{ maxLength: 2 },
				),
			),
			budget: maybe(whole(12)),
			delay: maybe(whole(5)),
		}),
	)
	.map(({ pairs, budget, delay, ...rest }) => ({
		...rest,
		...(pairs && { pairs: pairs.filter(({ first, second }) => first !== second) }),
		...(budget !== undefined && { budget }),
		...(delay !== undefined && { delay }),
	}));

/** The cheapest of them, or undefined where there is none. */
function best(problem: ClassProblem, such: (choice: ModuleClass[]) => boolean = () => true) {
	let least: number | undefined;
	for (const choice of allowed(problem)) {
		const cost = such(choice) ? costOf(problem, choice) : Infinity;
		if (cost < (least ?? Infinity)) least = cost;
	}
	return least;
}

describe("module classes", () => {
	test("cost as little as the cheapest of all choices, and so does the best without any one of them", async () => {
		let feasible = 0;
		await fc.assert(
			fc.asyncProperty(problems, async (problem) => {
				const answer = await assignClasses(problem);
				const least = best(problem);
				expect(answer.status).toBe(least === undefined ? "infeasible" : "optimal");
				if (answer.status !== "optimal") return;
				feasible++;
				expect([...allowed(problem)]).toContainEqual(answer.choice);
				expect(answer.cost).toBeCloseTo(least as number, 6);
				expect(costOf(problem, answer.choice)).toBe(answer.cost);
				for (const [i, runner] of answer.runners.entries()) {
					const second = best(problem, (choice) => choice[i] !== answer.choice[i]);
					expect(runner === undefined).toBe(second === undefined);
					if (runner) expect(answer.cost + runner.more).toBeCloseTo(second as number, 6);
				}
			}),
			{ numRuns: 40 },
		);
		expect(feasible).toBeGreaterThan(10);
	});

	/** Families that each have a stock of their own variant, weight 10 and variance 100, against one for all. */
	const pooled = (families: number, overSpecified: number): ClassProblem => ({
		places: Array.from({ length: families }, (_, f) => ({
			component: "engine",
			family: `family ${f}`,
			offered: { base: { cost: overSpecified }, mandatory: { cost: 0 } },
		})),
		roots: [
			{
				weight: 10,
				constant: 0,
				amounts: Array.from({ length: families }, (_, place) => ({ place, class: "base", amount: 100 })),
			},
			...Array.from({ length: families }, (_, place) => ({
				weight: 10,
				constant: 0,
				amounts: [{ place, class: "mandatory" as const, amount: 100 }],
			})),
		],
	});

	test("one stock of n equal independent demands costs √n of one, n stocks n of one (Eppen 1979)", async () => {
		for (const n of [2, 4, 9]) {
			const answer = await assignClasses(pooled(n, 0));
			expect(answer).toMatchObject({ status: "optimal", choice: Array(n).fill("base") });
			if (answer.status !== "optimal") return;
			expect(answer.cost).toBeCloseTo(100 * Math.sqrt(n), 9);
			expect(answer.runners[0]?.more).toBeCloseTo(100 * (n - Math.sqrt(n)), 6);
		}
	});

	test("two families share a component until over-specification costs more than pooling saves: 200 − 100√2 = 58.58, 29.29 each", async () => {
		expect(await assignClasses(pooled(2, 29.28))).toMatchObject({ choice: ["base", "base"] });
		expect(await assignClasses(pooled(2, 29.3))).toMatchObject({ choice: ["mandatory", "mandatory"] });
	});

	test("what costs next to nothing is weighed as what costs much is", async () => {
		for (const unit of [1e-40, 1, 1e12]) {
			const scaled = (problem: ClassProblem): ClassProblem => ({
				places: problem.places.map((place) => ({
					...place,
					offered: Object.fromEntries(
						Object.entries(place.offered).map(([one, { cost }]) => [one, { cost: cost * unit }]),
					),
				})),
				roots: problem.roots.map((root) => ({ ...root, weight: root.weight * unit })),
			});
			expect(await assignClasses(scaled(pooled(2, 29)))).toMatchObject({ choice: ["base", "base"] });
			expect(await assignClasses(scaled(pooled(2, 30)))).toMatchObject({
				choice: ["mandatory", "mandatory"],
			});
		}
	});

	const option = (component: string, extra: object = {}) => ({
		component,
		family: "truck",
		offered: { base: { cost: 50 }, optional: { cost: 10, investment: 7, delay: 2, ...extra } },
	});

	test("a budget for two options of three leaves out the one that saves least", async () => {
		const places = [option("cab"), option("crane", { cost: 20 }), option("winch")];
		const answer = await assignClasses({ places, roots: [], budget: 14 });
		expect(answer).toMatchObject({ choice: ["optional", "base", "optional"], cost: 70 });
	});

	test("a limit to the delay of a family does so in each family for itself", async () => {
		const places = [option("cab"), option("crane"), { ...option("cab"), family: "bus" }].map((one) => ({
			...one,
			component: `${one.component} of ${one.family}`,
		}));
		const answer = await assignClasses({ places, roots: [], delay: 3 });
		expect(answer).toMatchObject({ cost: 70 });
		if (answer.status === "optimal") expect(answer.choice[2]).toBe("optional");
	});

	test("what cannot be is said to be infeasible, and by which limit", async () => {
		const always = (component: string) => ({
			component,
			family: "truck",
			offered: { base: { cost: 1, investment: 3 } },
		});
		const places = [always("diesel"), always("battery")];
		const pairs = [{ first: "diesel", second: "battery", rule: "excludes" as const }];
		expect(await assignClasses({ places, roots: [], pairs, budget: 6 })).toEqual({
			status: "infeasible",
			because: ["pairs"],
		});
		expect(await assignClasses({ places, roots: [], budget: 5 })).toEqual({
			status: "infeasible",
			because: ["budget"],
		});
		expect(await assignClasses({ places, roots: [], pairs, budget: 5 })).toEqual({
			status: "infeasible",
			because: ["pairs", "budget"],
		});
	});

	test.each<[string, ClassProblem]>([
		["a place twice", { places: [option("cab"), option("cab")], roots: [] }],
		["a place without a class", { places: [{ component: "a", family: "b", offered: {} }], roots: [] }],
		["a cost that is no number", { places: [option("cab", { cost: Number.NaN })], roots: [] }],
		["a negative variance", { places: [], roots: [{ weight: 1, constant: -1, amounts: [] }] }],
		["a negative budget", { places: [], roots: [], budget: -1 }],
	])("%s is refused", async (_, problem) => {
		await expect(assignClasses(problem)).rejects.toThrow(RangeError);
	});
});
