// Transformation paths: exact ramps, steps between stages, the same as interventions written by hand.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codedScalars, settings } from "../../agents/settings.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { runSpec } from "../../scenarios/build.js";
import { scalarsOf } from "../../scenarios/build-scalars.js";
import { builtIn } from "../../scenarios/built-in.js";
import { levers, leverValue } from "../../scenarios/levers.js";
import { parseScenario } from "../../scenarios/parse.js";
import { paths } from "../../scenarios/paths/index.js";
import type { PathStep } from "../../scenarios/paths/transformation-path.js";
import { models } from "../../scenarios/registry.js";
import { few, plain } from "../agents/worlds.js";
import { faultsOf } from "./text.js";

const twin = [...few, "twin.preset=standard", "warmUp=20", "ticks=80"];
/** The same in modules whose borders are open to all that may cross, with makers short of money and hours. */
const organized = [
	...twin,
	"modules={size: 2, overhead: 0.2}",
	"boundaries={on: true, labor: {low: 0.1, high: 0.9}, funds: {low: 0.1}, material: {low: 0.1}}",
	"cloud.stage=pooledNetwork",
	"economics.capacity=1.1",
	"economics.startWeeks=1",
	"stages.Fans.item=part",
	"stages.Case.item=part",
];
/** A supplier of two makers, whose orders may announce each other. */
const associated = [
	...twin,
	...plain,
	"stages.Final_Assembly.upstream.Engine=1",
	"stages.Main_Assembly.upstream.Engine=2",
];
const searching = [...twin, "innovation.on=true", "sharing.weight=0.5"];
const scenarioOf = (sets: readonly string[], path?: readonly PathStep[] | string) =>
	parseScenario(builtIn.bulldozer ?? "", "b.yaml", [
		...sets,
		...(path === undefined ? [] : [`path=${JSON.stringify(path)}`]),
	]);
const specOf = (sets: readonly string[], path?: readonly PathStep[] | string): RunSpec =>
	runSpec(scenarioOf(sets, path), { seed: "path" });
const hashOf = (spec: RunSpec) => execute(models, spec).hash;

/** The value of a column of `settings` in every tick of a run. */
function courseOf(spec: RunSpec, column: string, from: number): number[] {
	let value = from;
	return Array.from({ length: spec.ticks }, (_, tick) => {
		for (const one of spec.interventions ?? [])
			if (one.tick === tick && one.target === `settings.${column}`) value = one.value;
		return value;
	});
}

describe("every lever", () => {
	test("moves columns that settings have and scenarios set", () => {
		const scalars = codedScalars(scalarsOf(scenarioOf([])));
		for (const { name, columns } of levers) {
			expect(columns.length, name).toBeGreaterThan(0);
			for (const column of columns) {
				expect(Object.keys(settings.groups.fixed), name).toContain(column);
				expect(scalars[column], name).toBeTypeOf("number");
			}
		}
		expect(new Set(levers.map(({ name }) => name)).size).toBe(levers.length);
	});

	test("has the values 0, 1, … for its stages, and no others", () => {
		for (const lever of levers) {
			lever.stages?.forEach((stage, value) => {
				expect(leverValue(lever, stage)).toBe(value);
			});
			expect(leverValue(lever, "nowhere")).toBeUndefined();
			expect(leverValue(lever, lever.high + 0.5)).toBeUndefined();
			if (lever.moves !== "linear") expect(leverValue(lever, lever.low + 0.5)).toBeUndefined();
		}
	});

	const values = levers.flatMap((lever) => {
		const now = codedScalars(scalarsOf(scenarioOf(twin)))[lever.columns[0] as string] as number;
		const others = lever.stages ?? [
			Math.min(lever.high, now + (lever.moves === "linear" ? 0.2 : 3)),
			lever.low,
		];
		return others.filter((to) => leverValue(lever, to) !== now).map((to) => [lever.name, to] as const);
	});
	// Settings are part of the hash: what must change is what the run records.
	const recorded = (spec: RunSpec) =>
		JSON.stringify(execute(models, spec).recording.series.map(({ values }) => [...values]));
	const bases = [twin, organized, searching, associated].map((sets) => ({
		sets,
		before: recorded(specOf(sets)),
	}));
	test.each(values)("%s to %s changes a run", (lever, to) => {
		const changed = bases.some(({ sets, before }) => {
			const spec = specOf(sets, [{ lever, to, at: 0, over: 0 }]);
			return spec.interventions?.length !== 0 && recorded(spec) !== before;
		});
		expect(changed).toBe(true);
	});
});

describe("a ramp", () => {
	test("is the straight line from the scenario's value, and ends exactly at its goal", () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(share, share, fc.nat(20), fc.integer({ min: 1, max: 30 }), (from, to, at, over) => {
				const sets = [...twin, `twin.coverage=${from}`];
				const course = courseOf(specOf(sets, [{ lever: "coverage", to, at, over }]), "coverage", from);
				course.forEach((value, tick) => {
					const k = Math.min(over, Math.max(0, tick - 20 - at));
					if (k === 0 || k === over) expect(value).toBe(k === 0 ? from : to);
					else expect(value).toBe(from + ((to - from) * k) / over);
				});
			}),
		);
	});

	test("of whole ticks goes through whole numbers only, each no further than ½ from the line", () => {
		const course = courseOf(specOf(twin, [{ lever: "lag", to: 6, at: 4, over: 20 }]), "lag", 1);
		course.forEach((value, tick) => {
			const line = 1 + (5 * Math.min(20, Math.max(0, tick - 24))) / 20;
			expect(Number.isInteger(value)).toBe(true);
			expect(Math.abs(value - line)).toBeLessThanOrEqual(0.5);
		});
		expect(course.at(-1)).toBe(6);
	});

	test("begins where the step before has ended, in any order of writing", () => {
		const steps: PathStep[] = [
			{ lever: "coverage", to: 0.2, at: 30, over: 10 },
			{ lever: "coverage", to: 1, at: 10, over: 20 },
		];
		const course = courseOf(specOf(twin, steps), "coverage", 0.6);
		expect(course[30]).toBe(0.6);
		expect(course[40]).toBe(0.6 + 0.4 / 2);
		expect(course[50]).toBe(1);
		expect(course[55]).toBe(1 + (0.2 - 1) / 2);
		expect(course[60]).toBe(0.2);
	});

	test("counts weeks whatever a tick is", () => {
		const steps = [{ lever: "coverage", to: 1, at: 5, over: 2 }];
		const course = courseOf(specOf([...twin, "tick.days=3.5"], steps), "coverage", 0.6);
		expect(course.slice(30, 36)).toEqual(
			[0.6, 0.7, 0.8, 0.6 + 0.4 * 0.75, 1, 1].map((v) => expect.closeTo(v)),
		);
	});

	test("of stages is one step", () => {
		const steps = [{ lever: "authority", to: "observe", at: 7, over: 0 }];
		expect(specOf(twin, steps).interventions).toEqual([{ tick: 27, target: "settings.authority", value: 0 }]);
	});
});

describe("a path", () => {
	const steps: PathStep[] = [
		{ lever: "coverage", to: 1, at: 5, over: 4 },
		{ lever: "authority", to: "act", at: 12, over: 0 },
	];

	test("is the same as its interventions written by hand", () => {
		const byHand = [
			...[1, 2, 3].map((k) => ({
				tick: 25 + k,
				target: "settings.coverage",
				value: 0.6 + ((1 - 0.6) * k) / 4,
			})),
			{ tick: 29, target: "settings.coverage", value: 1 },
			{ tick: 32, target: "settings.authority", value: 2 },
		];
		expect(hashOf(specOf(twin, steps))).toBe(hashOf({ ...specOf(twin), interventions: byHand }));
		expect(hashOf(specOf(twin, steps))).not.toBe(hashOf(specOf(twin)));
	});

	test("whose levers go where the scenario has them changes nothing", () => {
		const now = codedScalars(scalarsOf(scenarioOf(twin)));
		const path = levers.map(({ name, columns, moves }, at): PathStep => {
			return { lever: name, to: now[columns[0] as string] as number, at, over: moves === "at once" ? 0 : at };
		});
		expect(hashOf(specOf(twin, path))).toBe(hashOf(specOf(twin)));
		expect(hashOf(specOf(twin, "statusQuo"))).toBe(hashOf(specOf(twin)));
	});

	test("that makes messages later than ever before finds room for them", () => {
		const late = execute(models, specOf(twin, [{ lever: "lag", to: 30, at: 5, over: 10 }]));
		expect(late.audit).toEqual({ goods: 0, money: 0 });
		const age = late.recording.series.find(({ name }) => name === "twin");
		expect(age?.values.at(-5)).toBeGreaterThan(10);
	});

	test("pays for setting up the stages that it instruments, each once", () => {
		const alone = [...plain, ...few, "warmUp=20", "ticks=60", "twin.preset=perfect", "twin.coverage=0"];
		const free = [...alone, "twin.cost={perStageWeek: 0, perMessage: 0, setUp: 0}"];
		const dear = [...alone, "twin.cost={perStageWeek: 0, perMessage: 0, setUp: 1000}"];
		const steps: PathStep[] = [
			{ lever: "coverage", to: 1, at: 5, over: 11 },
			{ lever: "coverage", to: 0, at: 20, over: 0 },
			{ lever: "coverage", to: 1, at: 22, over: 0 },
		];
		const profits = (sets: string[]) => {
			const { recording } = execute(models, specOf(sets, steps));
			const { values, labels } = recording.series.find(({ name }) => name === "profit") as never as {
				values: Float64Array;
				labels: string[];
			};
			return Array.from({ length: 60 }, (_, t) => values[t * labels.length] as number);
		};
		const paid = profits(free).map((profit, t) => profit - (profits(dear)[t] as number));
		expect(paid.reduce((sum, dollars) => sum + dollars, 0)).toBeCloseTo(22 * 1000);
		// Two stages a week from week 6 on.
		expect(paid.map(Math.round).slice(24, 38)).toEqual([0, 0, ...Array(11).fill(2000), 0]);
	});
});

describe("the built-in paths", () => {
	test("are the seven of the design", () => {
		expect(paths.map(({ name }) => name)).toEqual([
			"statusQuo",
			"twinFirst",
			"serviceFirst",
			"cloudFirst",
			"modularFirst",
			"bigBang",
			"adaptive",
		]);
	});

	test.each(paths.map(({ name, steps }) => [name, steps] as const))("%s is right", (_, steps) => {
		const scenario = scenarioOf(few, steps);
		expect(scenario.path).toEqual(steps);
	});

	test("but for those that plan no end finish in the same state, and differ on the way", () => {
		const planned = paths.filter(({ name }) => name !== "statusQuo" && name !== "adaptive");
		const ends = planned.map(({ name }) => {
			const last = new Map<string, number>();
			for (const { target, value } of specOf(few, name).interventions ?? []) last.set(target, value);
			return JSON.stringify([...last].sort());
		});
		expect(new Set(ends).size).toBe(1);
		const ways = paths.map(({ name }) => JSON.stringify(specOf(few, name).interventions));
		expect(new Set(ways).size).toBe(paths.length);
	});
});

const wrong: [what: string, yaml: string, fault: string][] = [
	[
		"a name of no path",
		"path: twinFrist",
		'path: unknown value "twinFrist"; expected one of statusQuo, twinFirst, serviceFirst, cloudFirst, modularFirst, bigBang, adaptive or a list of at most 10000 elements; did you mean "twinFirst"?',
	],
	[
		"a lever that is none",
		"path: [{lever: coverge, to: 1, at: 0}]",
		`path[0].lever: unknown value "coverge"; expected one of ${levers.map(({ name }) => name).join(", ")}; did you mean "coverage"?`,
	],
	[
		"a value out of range",
		"path: [{lever: coverage, to: 1.5, at: 0}]",
		"path[0].to: coverage has no value 1.5; expected a number ≥ 0 and ≤ 1",
	],
	[
		"half a tick",
		"path: [{lever: lag, to: 1.5, at: 0}]",
		"path[0].to: lag has no value 1.5; expected a whole number ≥ 0 and ≤ 520",
	],
	[
		"a stage of no such name",
		"path: [{lever: authority, to: advice, at: 0}]",
		'path[0].to: authority has no stage "advice"; expected one of observe, advise, act; did you mean "advise"?',
	],
	[
		"a ramp between stages",
		"path: [{lever: authority, to: act, at: 0, over: 4}]",
		"path[0].over: 4 weeks, but authority goes from stage to stage at once; expected 0, or a step for each stage",
	],
	[
		"two steps of a lever at the same time",
		"path: [{lever: noise, to: 1, at: 9}, {lever: noise, to: 0.5, at: 3, over: 7}]",
		"path[0].at: noise is moved at week 3 over 7 weeks by another step; expected a week after it has come to 0.5",
	],
	[
		"a step after the end",
		"path: [{lever: noise, to: 1, at: 1000}]",
		"path[0].at: week 1000 after the warm-up is past the end; expected less than 936 weeks",
	],
];
test.each(wrong)("%s is one fault", (_what, yaml, fault) => {
	const text = `name: x\nstages: 2\n${yaml}\n`;
	const found = faultsOf(() => parseScenario(text, "f.yaml"));
	expect(found).toHaveLength(1);
	expect(found[0]?.replace(/^f\.yaml:3:\d+ /, "")).toBe(fault);
});
