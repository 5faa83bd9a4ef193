// The optimization of an organization: what is known to be better is found, and what is said of it was not used to find it.

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { EcosystemParameters } from "../../agents/parameters.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { listStages } from "../../scenarios/bill-of-materials.js";
import { ecosystemParameters, runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import type { Runner } from "../../scenarios/optimize/evaluations.js";
import { fallenApart, limitsOf, renumbered } from "../../scenarios/optimize/limits.js";
import { constraintsOf, type ModuleLimits } from "../../scenarios/optimize/module-limits.js";
import { leastBudget, type Optimized, optimizeScenario } from "../../scenarios/optimize/optimize.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";

/** Hours are short at each of four makers now and then; whether pooling them pays depends on what meetings cost. */
const shop = (modules: string) =>
	parseScenario(
		`
name: shop
ticks: 40
warmUp: 16
demand: {kind: normal}
economics: {capacity: 1.05}
hidden: {availability: {sd: 1}}
boundaries: {on: true}
modules: ${modules}
stages:
  - {name: Press, cost: 400, leadDays: 7, upstream: {Casting: 1, Bolt: 4}, demand: {meanPerDay: 5, sdPerDay: 3}}
  - {name: Casting, cost: 300, leadDays: 7, upstream: {Ore: 2}}
  - {name: Bolt, cost: 20, leadDays: 7}
  - {name: Ore, cost: 50, leadDays: 7}
`,
		"shop",
	);
const apart = shop("{size: 1, overhead: 0.01}");

const scenarioOfMany = parseScenario(builtIn.bulldozer ?? "", "bulldozer");
const scenarioNames = listStages(scenarioOfMany).map(({ name }) => name);

const settings = {
	...{ modules: true, boundaries: false, seed: "t", ticks: 40, budget: 180 },
	...{ baselines: false, objectives: [] as string[] },
};

const here: Runner = async (spec) => execute(models, spec);

const moduleOf = ({ parameters }: RunSpec) =>
	(parameters as EcosystemParameters).stages.map(({ module }) => module);

/** Modules that a run begins with. */
const modulesIn = (spec: RunSpec) => new Set(moduleOf(spec)).size;

/** All that a result says, as plain data. */
const plainly = (optimized: Optimized) =>
	JSON.parse(
		JSON.stringify(optimized, (_, value) => (value instanceof Map ? [...value.entries()].sort() : value)),
	);

describe("modules", () => {
	test("come together where pooling hours saves more than meetings cost", async () => {
		const { after, before } = await optimizeScenario(apart, settings, here);
		expect(new Set(before.organization.moduleOf).size).toBe(4);
		expect(new Set(after.candidate.organization.moduleOf).size).toBe(1);
		expect(after.difference.low).toBeGreaterThan(0);
	});

	test("fall apart where meetings cost more, and what is best already stays", async () => {
		const dear = "overhead: 40, lending: false";
		const { after } = await optimizeScenario(shop(`{size: 4, ${dear}}`), settings, here);
		expect(new Set(after.candidate.organization.moduleOf).size).toBe(4);
		expect(after.difference.low).toBeGreaterThan(0);
		const again = await optimizeScenario(shop(`{size: 1, ${dear}}`), settings, here);
		expect(again.after.candidate).toBe(again.before);
		expect(again.after.difference).toMatchObject({ mean: 0, low: 0, high: 0 });
	});

	test("keep to the limits: of every search, and by whoever proposes", async () => {
		const ran: RunSpec[] = [];
		await optimizeScenario(
			shop("{size: 4, overhead: 0.01}"),
			{ ...settings, limits: { maxSize: 2, connected: true }, baselines: true, budget: 520 },
			(spec) => {
				ran.push(spec);
				return here(spec);
			},
		);
		const linked = new Set(["0,1", "0,2", "1,3"]);
		const others = ran.filter((spec) => modulesIn(spec) > 1);
		expect(others.length).toBeGreaterThan(50);
		for (const run of others) {
			const found = moduleOf(run);
			for (const m of new Set(found)) {
				const members = found.flatMap((one, i) => (one === m ? [i] : []));
				expect(members.length === 1 || linked.has(members.join())).toBe(true);
			}
		}
	});

	const asked = {
		minSize: 2,
		functions: { making: ["Press", "Ore"] },
		caps: { sales: { most: 60_000 }, space: { most: 5, amounts: { Casting: 3, Bolt: 3 } } },
	};
	/** Press and Ore apart, so are Casting and Bolt, for each needs one of the former and may have one of the latter. */
	const fits = (cut: readonly number[]) => cut[0] !== cut[3] && cut[1] !== cut[2] && new Set(cut).size === 2;

	test("have the functions and no more than the caps that a planner asks for, of every search", async () => {
		const ran: RunSpec[] = [];
		const all = { ...settings, limits: asked, baselines: true, budget: 660, objectives: ["efficacy"] };
		await optimizeScenario(shop("{size: 4, overhead: 0.01}"), all, (spec) => {
			ran.push(spec);
			return here(spec);
		});
		const others = ran.filter((spec) => modulesIn(spec) > 1);
		expect(others.length).toBeGreaterThan(10);
		for (const run of others) expect(fits(moduleOf(run))).toBe(true);
	});

	test("that a planner asks too much of are refused", () => {
		const parameters = ecosystemParameters(apart);
		const of = (limits: ModuleLimits) => () =>
			limitsOf(parameters, constraintsOf(apart, limits), [0, 1, 2, 3]).start;
		expect(of({ minSize: 3, maxSize: 3 })).toThrow(/at least 2 modules, and at most 1/);
		expect(of({ functions: { making: ["Bolt"] }, maxSize: 3 })).toThrow(/no partition can keep/);
		expect(of({ caps: { hours: { most: 1 } } })).toThrow(/alone has hours/);
	});

	test("of any labels end up with few moves where they have to, and stay where they need not", () => {
		const parameters = ecosystemParameters(scenarioOfMany);
		const limits = {
			minSize: 3,
			maxSize: 9,
			functions: { odd: scenarioNames.filter((_, i) => i % 2 === 1) },
		};
		const { within } = limitsOf(
			parameters,
			constraintsOf(scenarioOfMany, limits),
			parameters.stages.map(() => 0),
		);
		const keeps = (cut: readonly number[]) =>
			[...new Set(cut)].every((m) => {
				const members = cut.flatMap((one, i) => (one === m ? [i] : []));
				return members.length >= 3 && members.length <= 9 && members.some((i) => i % 2 === 1);
			});
		fc.assert(
			fc.property(fc.array(fc.nat(11), { minLength: 22, maxLength: 22 }), (labels) => {
				const cut = within(labels);
				expect(keeps(cut)).toBe(true);
				expect(within(cut)).toEqual(cut);
				if (keeps(labels)) expect(cut).toEqual(renumbered(labels));
			}),
			{ numRuns: 50 },
		);
	});

	test("of any labels end up within the limits", () => {
		const links = { nodeCount: 4, sources: [0, 0, 1], targets: [1, 2, 3] };
		fc.assert(
			fc.property(
				fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
				fc.integer({ min: 1, max: 4 }),
				(labels, maxSize) => {
					const cut = fallenApart(labels, links, { maxSize });
					for (const m of cut) expect(cut.filter((one) => one === m).length).toBeLessThanOrEqual(maxSize);
					// Nobody comes together who was apart.
					for (const i of labels.keys())
						for (const j of labels.keys()) if (labels[i] !== labels[j]) expect(cut[i]).not.toBe(cut[j]);
				},
			),
		);
	});
});

describe("boundary functions", () => {
	test("open where crossing costs, and stay as they are in channels where they change nothing", async () => {
		const { after, before } = await optimizeScenario(
			apart,
			{ ...settings, modules: false, boundaries: true, budget: 200 },
			here,
		);
		const [tuned, own] = [after.candidate.organization, before.organization];
		expect(tuned.moduleOf).toEqual(own.moduleOf);
		expect(after.difference.low).toBeGreaterThan(0);
		// Without a cloud no hour is lent beyond a module.
		for (const name of ["laborLow", "laborHigh", "laborSlope", "laborMiddle"] as const)
			expect(tuned.boundaries[name]).toBe(own.boundaries[name]);
		for (const channel of ["material", "labor", "funds", "information"] as const)
			expect(tuned.boundaries[`${channel}Low`]).toBeLessThanOrEqual(
				tuned.boundaries[`${channel}High`] as number,
			);
	});
});

describe("keys", () => {
	let ran: RunSpec[];
	let optimized: Optimized;
	beforeAll(async () => {
		ran = [];
		optimized = await optimizeScenario(apart, { ...settings, baselines: true, budget: 500 }, (spec) => {
			ran.push(spec);
			return here(spec);
		});
	});

	test("that are held out were never used before all was chosen", () => {
		const { keys } = optimized.heldOut;
		const chosen = [optimized.after, ...Object.values(optimized.baselines)].map(({ candidate }) => candidate);
		const last = new Set([optimized.before, ...chosen]).size * keys.length;
		expect(new Set(keys).size).toBe(keys.length);
		const used = ran.slice(0, -last).map(({ seed }) => seed);
		expect(used.filter((seed) => keys.includes(seed))).toEqual([]);
		expect(new Set(ran.slice(-last).map(({ seed }) => seed))).toEqual(new Set(keys));
	});

	test("are seeds: the scenario run with one gives what was measured of it", () => {
		for (const key of optimized.heldOut.keys.slice(0, 3)) {
			const { outcomes } = execute(models, runSpec(apart, { seed: key, ticks: settings.ticks }));
			const efficacy = outcomes.find(({ name }) => name === "efficacy")?.value;
			expect(optimized.before.measures.get(key)).toMatchObject({ outcomes: { efficacy } });
		}
	});

	test("count: no more runs than the budget, no run twice, as many for each search at most", () => {
		expect(optimized.evaluations).toBe(ran.length);
		expect(ran.length).toBeLessThanOrEqual(500);
		expect(new Set(ran.map((spec) => JSON.stringify(spec))).size).toBe(ran.length);
		expect(Object.keys(optimized.baselines)).toEqual(["leiden", "random", "genetic"]);
	});

	test("a budget that is too small is refused", async () => {
		const budget = leastBudget(settings) - 1;
		await expect(optimizeScenario(apart, { ...settings, budget }, here)).rejects.toThrow(RangeError);
	});
});

describe("a run that fails", () => {
	const failing =
		(fails: (spec: RunSpec) => boolean, how: "rejects" | "leaks"): Runner =>
		async (spec) => {
			if (!fails(spec)) return here(spec);
			if (how === "rejects") throw new Error("the run broke");
			return { ...(await here(spec)), audit: { goods: 3 } };
		};

	test.each([
		["rejects", /broke/],
		["leaks", /goods leaked: 3/],
	] as const)("is recorded where it %s, and its organization is not chosen", async (how, reason) => {
		const together = (spec: RunSpec) => modulesIn(spec) === 1 && spec.seed === "t/search/1";
		const { after, failures } = await optimizeScenario(apart, settings, failing(together, how));
		expect(failures.length).toBeGreaterThan(0);
		for (const failure of failures) {
			expect(failure.reason).toMatch(reason);
			expect(failure.key).toBe("t/search/1");
			expect(failure.candidate).not.toBe(after.candidate.number);
		}
	});

	test("of the scenario as it is ends the optimization", async () => {
		await expect(
			optimizeScenario(
				apart,
				settings,
				failing(({ model }) => model === "ecosystem", "rejects"),
			),
		).rejects.toThrow(/the scenario as it is cannot be run.*broke/);
	});
});

test("results do not depend on the order in which runs arrive", async () => {
	const waiting: (() => void)[] = [];
	const lastFirst: Runner = async (spec) => {
		const result = await here(spec);
		await new Promise<void>((resolve) => {
			waiting.push(resolve);
			setTimeout(() => waiting.pop()?.(), 0);
		});
		return result;
	};
	const asked = { ...settings, boundaries: true };
	expect(plainly(await optimizeScenario(apart, asked, lastFirst))).toEqual(
		plainly(await optimizeScenario(apart, asked, here)),
	);
});

test("of trade-offs none is better than another in every objective", async () => {
	const objectives = ["efficacy", "profit", "energyPerUnit"];
	const { front } = await optimizeScenario(
		apart,
		{ ...settings, boundaries: true, budget: 320, objectives },
		here,
	);
	expect(front.length).toBeGreaterThan(0);
	const better = (a: number[], b: number[]) =>
		a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a.join() !== b.join();
	const values = front.map(({ objectives }) => objectives.map(({ mean }) => mean));
	for (const a of values) for (const b of values) expect(better(a, b)).toBe(false);
});
