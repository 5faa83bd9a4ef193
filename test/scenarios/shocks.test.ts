// Shocks: each begins and ends, hits what it says, leaves goods and money whole; outcomes tell how service comes back.

import { describe, expect, test } from "vitest";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { supply as supplyLinks } from "../../agents/manufacturer.js";
import { outcomesOf as outcomesOfRun, type RunView } from "../../agents/metrics/outcome-metric.js";
import { adaptability } from "../../agents/metrics/outcomes/adaptability.js";
import { agility } from "../../agents/metrics/outcomes/agility.js";
import { recovery } from "../../agents/metrics/outcomes/recovery.js";
import { serviceKept } from "../../agents/metrics/outcomes/service-kept.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { confidenceInterval } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import { execute } from "../../engine/experiment/session.js";
import { links } from "../../engine/network/network.js";
import type { Recording } from "../../engine/record/recording.js";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import { step } from "../../engine/schedule/simulate.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { shockKindNames } from "../../scenarios/shock-kinds.js";
import { few, outcome, plain, resultOf } from "../agents/worlds.js";
import { faultsOf } from "./text.js";

const short = [...few, "warmUp=20", "ticks=80"];
const interventionsOf = (shocks: string, sets = short) =>
	runSpec(parseScenario(builtIn.bulldozer ?? "", "b", [...sets, `shocks=${shocks}`]), { seed: "" })
		.interventions;
const supply = "manufacturer.capacityFactor";

describe("interventions of shocks", () => {
	test("begin the shock and end it, in weeks after the warm-up", () => {
		expect(interventionsOf("[{kind: demand, at: 10, weeks: 8, size: 1.3}]")).toEqual([
			{ tick: 30, target: "settings.demandFactor", value: 1.3 },
			{ tick: 38, target: "settings.demandFactor", value: 1 },
		]);
		const halfWeeks = [...short, "tick.days=3.5"];
		expect(interventionsOf("[{kind: freight, at: 10, weeks: 8, size: 2}]", halfWeeks)).toEqual([
			{ tick: 40, target: "settings.freightDelay", value: 4 },
			{ tick: 56, target: "settings.freightDelay", value: 0 },
		]);
	});

	test("of shocks that overlap multiply factors and add delays, and each end leaves the others", () => {
		const twice = (kind: string) =>
			`[{kind: ${kind}, at: 0, weeks: 20, size: 2}, {kind: ${kind}, at: 10, weeks: 20, size: 3}]`;
		const values = (shocks: string) => interventionsOf(shocks)?.map(({ tick, value }) => [tick, value]);
		expect(values(twice("demand"))).toEqual([
			[20, 2],
			[30, 6],
			[40, 3],
			[50, 1],
		]);
		expect(values(twice("freight"))).toEqual([
			[20, 2],
			[30, 5],
			[40, 3],
			[50, 0],
		]);
	});

	test("strike all makers, a tier or a stage", () => {
		const targets = (place: string) =>
			interventionsOf(`[{kind: supply, at: 0, weeks: 4, size: 0.5, place: ${place}}]`)?.map(
				({ target }) => target,
			);
		expect(targets("all")).toEqual([supply, supply]);
		expect(targets("Engine")).toEqual([`${supply}[8]`, `${supply}[8]`]);
		expect(new Set(targets("tier 2"))).toEqual(new Set([`${supply}[14]`, `${supply}[19]`, `${supply}[20]`]));
	});

	test("in one place do not end what goes on in another", () => {
		const found = interventionsOf(
			"[{kind: supply, at: 0, weeks: 9, size: 0.5}, {kind: supply, at: 2, weeks: 4, size: 0.2, place: Engine}]",
		);
		const engine = found?.filter(({ target }) => target === `${supply}[8]`);
		expect(engine?.map(({ tick, value }) => [tick, value])).toEqual([
			[20, 0.5],
			[22, 0.1],
			[26, 0.5],
			[29, 1],
		]);
		expect(found?.filter(({ target }) => target === `${supply}[9]`)).toHaveLength(2);
	});

	test("are none where the shock changes nothing or comes after the run", () => {
		expect(interventionsOf("[{kind: demand, at: 10, weeks: 8, size: 1}]")).toEqual([]);
		const late = parseScenario(builtIn.bulldozer ?? "", "b", [
			...short,
			"shocks=[{kind: demand, at: 50, weeks: 8, size: 2}]",
		]);
		expect(runSpec(late, { seed: "", ticks: 40 }).interventions).toEqual([]);
	});
});

test("a supply shock strikes the makers of a cell of the hierarchy, and no others", () => {
	const city = ["network.branching=3", "customers.owners=900", "ticks=40", "warmUp=10"];
	const shock = 'shocks=[{kind: supply, at: 5, weeks: 4, size: 0.5, place: "cluster 2"}]';
	const scenario = parseScenario(builtIn["fractal-city"] ?? "", "f", [...city, shock]);
	const { interventions = [], parameters } = runSpec(scenario, { seed: "" });
	const { levels, cellOf } = (parameters as EcosystemParameters).hierarchy;
	const cell = levels[0]?.cells.indexOf("cluster 2") ?? -1;
	const within = (cellOf[0] as readonly number[]).flatMap((own, row) => (own === cell ? [row] : []));
	expect(within).toHaveLength(27);
	expect(new Set(interventions.map(({ target }) => target))).toEqual(
		new Set(within.map((row) => `manufacturer.capacityFactor[${row}]`)),
	);
});

const blows: Readonly<Record<string, string>> = {
	demand: "size: 1.5",
	supply: "size: 0.3",
	freight: "size: 2",
	policy: "size: 50, place: carbonPrice",
	technology: "size: 1",
};
test.each(shockKindNames)("a shock of kind %s changes the run, and nothing leaks", (kind) => {
	const shock = `shocks=[{kind: ${kind}, at: 10, weeks: 8, ${blows[kind]}}]`;
	const searching = [...short, "innovation.on=true"];
	const calm = resultOf("bulldozer", searching);
	const struck = resultOf("bulldozer", [...searching, shock]);
	expect(struck.hash).not.toBe(calm.hash);
	expect(struck.audit).toEqual({ goods: 0, money: 0 });
	expect(outcome(struck, "profit")).not.toBe(outcome(calm, "profit"));
});

test("policy adds to the price of carbon, and to the subsidy up to all that twins cost", () => {
	const policy = (place: string, size: number) =>
		interventionsOf(`[{kind: policy, at: 10, weeks: 8, size: ${size}, place: ${place}}]`, [
			...short,
			"sustainability.carbonPrice=20",
			"sustainability.twinSubsidy=0.5",
		]);
	// Cents per kg.
	expect(policy("carbonPrice", 30)).toEqual([
		{ tick: 30, target: "settings.carbonPrice", value: 5 },
		{ tick: 38, target: "settings.carbonPrice", value: 2 },
	]);
	expect(policy("twinSubsidy", 0.9)).toEqual([
		{ tick: 30, target: "settings.twinSubsidy", value: 1 },
		{ tick: 38, target: "settings.twinSubsidy", value: 0.5 },
	]);
});

test("drawn demand is multiplied while the shock lasts, and only then", () => {
	const sets = ["ticks=60", "warmUp=10", "demand.sd=0"];
	const result = resultOf("serial-chain", [...sets, "shocks=[{kind: demand, at: 10, weeks: 8, size: 1.3}]"]);
	const demand = result.recording.series.find(({ name }) => name === "demand")?.values ?? [];
	expect([...demand]).toEqual(Array.from({ length: 60 }, (_, t) => (t >= 20 && t < 28 ? 1300 : 1000)));
});

test("owners use their machines so much harder, and need others so much sooner", () => {
	const sets = ["warmUp=20", "ticks=60"];
	const shock = "shocks=[{kind: demand, at: 10, weeks: 10, size: 1.5}]";
	const series = (name: string, more: string[], replication: number) => {
		const { recording } = resultOf("bulldozer", [...sets, ...more], { replication });
		return [...(recording.series.find((one) => one.name === name)?.values ?? [])];
	};
	const z = series("macro", [], 0);
	expect(series("macro", [shock], 0)).toEqual(z.map((use, t) => (t >= 30 && t < 40 ? 1.5 * use : use)));
	const ordered = (more: string[]) =>
		mean(
			Array.from({ length: 6 }, (_, replication) => {
				const demand = series("demand", more, replication).slice(30, 40);
				return demand.reduce((sum, units) => sum + units, 0);
			}),
		);
	// The same weeks, used half as hard again; some of those in need now wait for shorter queues.
	const ratio = ordered([shock]) / ordered([]);
	expect(ratio).toBeGreaterThan(1.3);
	expect(ratio).toBeLessThan(1.6);
});

test("freight sent while a shock lasts arrives so much later; what is sent after it may overtake", () => {
	const chain = `
name: two
demand: {kind: normal}
ticks: 40
warmUp: 0
shocks: [{kind: freight, at: 10, weeks: 5, size: 2}]
stages:
  - {name: A, transportDays: 7, upstream: {B: 1}, demand: {meanPerDay: 10, sdPerDay: 3}}
  - {name: B}
`;
	const { parameters, interventions = [] } = runSpec(parseScenario(chain, "two"), { seed: "" });
	const world = ecosystem.build(parameters as EcosystemParameters, "two");
	const agenda = agendaOf(interventions);
	const { shipped, arrived } = links(world, supplyLinks);
	const expected = new Float64Array(50);
	for (let tick = 0; tick < 40; tick++) {
		intervene(world, agenda, tick);
		step(world, ecosystem);
		expect(audit(world)).toEqual({ goods: 0, money: 0 });
		const arrives = tick + (tick >= 10 && tick < 15 ? 3 : 1);
		expected[arrives] = (expected[arrives] as number) + (shipped[0] as number);
		// In the first tick arrives what was under way at the start.
		if (tick > 0) expect(arrived[0]).toBe(expected[tick]);
	}
	expect([...expected.slice(11, 13), ...expected.slice(16, 18)].map((units) => units > 0)).toEqual([
		false,
		false,
		true,
		true,
	]);
});

/** A recording of service and efficacy alone. */
function recorded(service: readonly number[], E: readonly number[]): Recording {
	const due = 1e9;
	return {
		ticks: service.length,
		series: [
			{
				name: "delivery",
				unit: "",
				about: "",
				labels: ["onTime", "due"],
				values: Float64Array.from(service.flatMap((share) => [share * due, due])),
			},
			{ name: "efficacy", unit: "", about: "", labels: ["efficacy"], values: Float64Array.from(E) },
		],
	};
}
const outcomesOf = (recording: Recording, shocks: EcosystemParameters["shocks"]) =>
	Object.fromEntries(
		outcomesOfRun([recovery, serviceKept, agility, adaptability], {
			recording,
			parameters: { shocks } as unknown as EcosystemParameters,
		} as RunView).map(({ name, value }) => [name, value]),
	);

describe("recovery", () => {
	const level = (length: number, value: number) => Array<number>(length).fill(value);
	const E = level(200, 0.8);

	test("is the length of a shock that is not felt", () => {
		const found = outcomesOf(recorded(level(200, 0.9), E), [{ from: 100, to: 108 }]);
		expect(found.recovery).toBe(8);
		expect(found.serviceKept).toBeCloseTo(1);
		expect(found.agility).toBeCloseTo(1 / (1 + 8 / 13));
		expect(found.adaptability).toBe(1);
	});

	test("lasts until service over four ticks is back at 95 %, and stays", () => {
		// Service falls to half for ticks 104 to 113: means of four ticks are whole again from 117 on.
		const service = [...level(104, 0.9), ...level(10, 0.45), ...level(86, 0.9)];
		const found = outcomesOf(recorded(service, E), [{ from: 100, to: 108 }]);
		expect(found.recovery).toBe(17);
		const lost = 10 * 0.5;
		expect(found.serviceKept).toBeCloseTo((17 - lost) / 17);
		// Three good ticks are not enough.
		const relapse = [...service];
		relapse[120] = 0.45;
		expect(outcomesOf(recorded(relapse, E), [{ from: 100, to: 108 }]).recovery).toBe(24);
	});

	test("is cut off where the run ends or the next shock begins", () => {
		const service = [...level(104, 0.9), ...level(96, 0.45)];
		expect(outcomesOf(recorded(service, E), [{ from: 100, to: 108 }]).recovery).toBe(100);
		const two = [
			{ from: 100, to: 108 },
			{ from: 150, to: 151 },
		];
		// Usual service before the second shock is what is left of it by then.
		const second = outcomesOf(recorded(service, E), two).recovery as number;
		expect(second).toBeLessThanOrEqual((50 + 50) / 2);
		expect(second).toBeGreaterThanOrEqual((50 + 1) / 2);
	});

	test("counts shocks that overlap as one", () => {
		const service = [...level(104, 0.9), ...level(26, 0.45), ...level(70, 0.9)];
		const overlapping = [
			{ from: 100, to: 108 },
			{ from: 104, to: 120 },
		];
		expect(outcomesOf(recorded(service, E), overlapping)).toEqual(
			outcomesOf(recorded(service, E), [{ from: 100, to: 120 }]),
		);
	});

	test("adaptability is the share of efficacy kept in the year from the shock on, and of no year that was not run", () => {
		const fallen = [...level(100, 0.8), ...level(26, 0.4), ...level(74, 0.9)];
		const shocks = [{ from: 100, to: 108 }];
		expect(outcomesOf(recorded(E, fallen), shocks).adaptability).toBeCloseTo(0.75);
		expect(outcomesOf(recorded(E.slice(50), fallen.slice(50)), [{ from: 100, to: 108 }])).not.toHaveProperty(
			"adaptability",
		);
	});

	test("is not told without a shock, nor of one that nothing came before", () => {
		expect(outcomesOf(recorded(E, E), [])).toEqual({});
		expect(outcomesOf(recorded(E, E), [{ from: 0, to: 9 }])).toEqual({});
	});
});

// MODEL §9, from a prototype: 16 ticks and .907 of the area; what 48 longer runs give stands in docs/odd.md.
test("bulldozer gets over the loss of 30 % of its hours for 8 weeks within a quarter or two", () => {
	const scenario = parseScenario(builtIn.bulldozer ?? "", "b", [
		...plain,
		"ticks=220",
		"shocks=[{kind: supply, at: 52, weeks: 8, size: 0.7}]",
	]);
	const runs = Array.from({ length: 24 }, (_, replication) =>
		execute(models, runSpec(scenario, { seed: "shock", replication })),
	);
	const over = (name: string) => {
		const values = runs.map((run) => outcome(run, name));
		const { low, high } = confidenceInterval(values, 0.95);
		return { low: low as number, high: high as number };
	};
	const T95 = over("recovery");
	expect(T95.low).toBeGreaterThan(8);
	expect(T95.high).toBeLessThan(16);
	const kept = over("serviceKept");
	expect(kept.low).toBeGreaterThan(0.9);
	expect(kept.high).toBeLessThan(1);
	expect(over("adaptability").high).toBeLessThan(1);
});

const wrong: [what: string, shock: string, fault: string][] = [
	[
		"a kind that is none",
		"{kind: supply chain, at: 1, weeks: 1, size: 1}",
		'shocks[0].kind: unknown value "supply chain"; expected one of demand, supply, freight, policy',
	],
	[
		"a size out of range",
		"{kind: supply, at: 1, weeks: 1, size: -0.1}",
		"shocks[0].size: -0.1 is too small for a shock of kind supply; expected a factor ≥ 0 and ≤ 10",
	],
	[
		"a size of years",
		"{kind: freight, at: 1, weeks: 1, size: 60}",
		"shocks[0].size: 60 is too large for a shock of kind freight; expected weeks ≥ 0 and ≤ 52",
	],
	[
		"no time",
		"{kind: demand, at: 1, weeks: 0, size: 1}",
		"shocks[0].weeks: 0 is too small; expected a number > 0 and ≤ 1000000",
	],
	[
		"a time after the end",
		"{kind: demand, at: 936, weeks: 1, size: 1}",
		"shocks[0].at: week 936 after the warm-up is past the end; expected less than 936 weeks",
	],
	[
		"no such place",
		"{kind: supply, at: 1, weeks: 1, size: 1, place: Engin}",
		'shocks[0].place: no place "Engin"; expected a stage, a cell, "tier 2", or "all"; did you mean "Engine"?',
	],
	[
		"no such tier",
		"{kind: supply, at: 1, weeks: 1, size: 1, place: teir 2}",
		'shocks[0].place: no place "teir 2"; expected a stage, a cell, "tier 2", or "all"; did you mean "tier 2"?',
	],
	[
		"a place of what has none",
		"{kind: demand, at: 1, weeks: 1, size: 1, place: Engine}",
		'shocks[0].place: no place "Engine"; expected all',
	],
	[
		"a place of the language",
		"{kind: policy, at: 1, weeks: 1, size: 1, place: constructor}",
		'shocks[0].place: no place "constructor"; expected carbonPrice or twinSubsidy',
	],
	[
		"a policy of nothing",
		"{kind: policy, at: 1, weeks: 1, size: 1}",
		'shocks[0].place: no place "all"; expected carbonPrice or twinSubsidy',
	],
];
test.each(wrong)("%s is one fault", (_what, shock, fault) => {
	const text = `${builtIn.bulldozer}\nshocks:\n  - ${shock}\n`;
	const line = text.split("\n").length - 1;
	const found = faultsOf(() => parseScenario(text, "f.yaml"));
	expect(found).toHaveLength(1);
	expect(found[0]?.replace(new RegExp(`^f\\.yaml:${line}:\\d+ `), "")).toContain(fault);
});

test("a shock that could change nothing is a fault", () => {
	const shocked = (text: string, kind: string) =>
		faultsOf(() => parseScenario(text, "f", [`shocks=[{kind: ${kind}, at: 1, weeks: 1, size: 0.5}]`]));
	expect(shocked(builtIn["beer-game"] ?? "", "supply")[0]).toContain(
		"supply: hours of work limit nothing here, so that losing some changes nothing",
	);
	expect(shocked(builtIn["serial-chain"] ?? "", "freight")[0]).toContain(
		"freight: nobody buys from another stage here, so that nothing travels",
	);
});
