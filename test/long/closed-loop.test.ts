// What the closed loop is worth, and how much of that hangs on what the twin sees: the tables of docs/optimize/closed-loop.md.
// Seeds were fixed here before anything was run with them.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import { openPool } from "../../engine/experiment/pool.js";
import type { RunResult, RunSpec } from "../../engine/experiment/run-spec.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { Intervention } from "../../engine/schedule/intervention.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { parseScenario } from "../../scenarios/parse.js";
import { adaptive } from "../../scenarios/paths/adaptive.js";
import type { PathStep } from "../../scenarios/paths/transformation-path.js";

const seeds = Array.from({ length: 20 }, (_, k) => `closed loop, held out ${k + 1}`);
const YEAR = 52;
const shocks =
	"shocks=[{kind: supply, at: 130, weeks: 13, size: 0.7}, {kind: technology, at: 234, weeks: 1, size: 1}]";

const { href } = new URL("../../scenarios/entry-node/worker.js", import.meta.url);
const pool = openPool({ spawn: () => spawnThread(href), lanes: [1, 1] });
afterAll(() => pool.close());

const told = {
	area: "efficacy in the years from both shocks on",
	supply: "… from the supply shock on",
	technology: "… from the technology shock on",
	efficacy: "efficacy after warm-up",
	adaptability: "adaptability, each by its own year before",
	profit: "profit, $ a week",
	changesMade: "changes made",
};
type Numbers = Readonly<Record<keyof typeof told, number>> & {
	/** What the loop did, but for its own memory. */
	readonly changes: readonly Intervention[];
};

function numbersOf({ recording, outcomes, interventions }: RunResult, { parameters }: RunSpec): Numbers {
	const efficacy = valuesOf(seriesOf(recording, "efficacy"), 0);
	const [supply = 0, technology = 0] = (parameters as EcosystemParameters).shocks.map(({ from }) =>
		mean(efficacy.subarray(from, from + YEAR)),
	);
	const of = (name: string) => outcomes.find((one) => one.name === name)?.value ?? 0;
	return {
		...{ area: (supply + technology) / 2, supply, technology },
		...{ efficacy: of("efficacy"), adaptability: of("adaptability"), profit: of("profit") },
		changesMade: of("changesMade"),
		changes: interventions.filter(({ target }) => !target.startsWith("loop.")),
	};
}

/** All seeds, each with its own changes from outside. */
function runs(
	path: readonly PathStep[],
	sets: readonly string[],
	changes: readonly Numbers["changes"][] = [],
) {
	const all = ["ticks=468", shocks, ...sets, `path=${JSON.stringify(path)}`];
	const scenario = parseScenario(builtIn.bulldozer ?? "", "bulldozer", all);
	return Promise.all(
		seeds.map(async (seed, k) => {
			const spec = runSpec(scenario, { seed });
			const interventions = [...(spec.interventions ?? []), ...(changes[k] ?? [])];
			return numbersOf(await pool.run({ ...spec, interventions }), spec);
		}),
	);
}

/** All seeds, with the closed loop and without it, in worlds that are the same but for that. */
async function worth(steps: readonly PathStep[], sets: readonly string[] = []) {
	const [on, off] = await Promise.all([runs(steps, sets), runs(withoutLoop(steps), sets)]);
	return { on, off };
}

const withoutLoop = (steps: readonly PathStep[]) => steps.filter(({ lever }) => lever !== "systemLoop");

type Worth = Awaited<ReturnType<typeof worth>>;
function gainIn({ on, off }: Worth, name: keyof typeof told) {
	const [with_, without] = [on, off].map((runs) => runs.map((run) => run[name])) as [number[], number[]];
	const { mean: by, low, high } = pairedDifference(with_, without, 0.95);
	return { on: mean(with_), off: mean(without), by, low: low as number, high: high as number };
}

function print(found: Worth, name: keyof typeof told, title: string, digits = 4) {
	const { on, off, by, low, high } = gainIn(found, name);
	const [a, b, c, d, e] = [off, on, by, low, high].map((value) => value.toFixed(digits));
	const changes = mean(found.on.map(({ changesMade }) => changesMade)).toFixed(1);
	console.log(`| ${title} | ${a} | ${b} | ${c} | ${d} … ${e} | ${changes} |`);
}

describe("the path adaptive, against itself with the loop off, under a supply and a technology shock", () => {
	let found: Worth;
	beforeAll(async () => {
		found = await worth(adaptive.steps);
	}, 30 * 60_000);

	test("keeps more efficacy in the years after the shocks", () => {
		for (const name of Object.keys(told) as (keyof typeof told)[])
			print(found, name, told[name], name === "profit" ? 0 : 4);
		expect(gainIn(found, "area").low).toBeGreaterThan(0);
	});
});

describe("by what the twin sees", () => {
	const fromStart = adaptive.steps
		.filter(({ lever }) => ["senseCapacity", "boundaries", "systemLoop"].includes(lever))
		.map((step) => ({ ...step, at: 0 }));
	const twin = (coverage: number, lag: number) =>
		["preset=standard", `coverage=${coverage}`, `lag=${lag}`].map((set) => `twin.${set}`);
	const by = async (coverage: number, lag: number) => {
		const found = await worth(fromStart, twin(coverage, lag));
		print(found, "efficacy", `coverage ${coverage}, ${lag} ticks late`);
		return found;
	};

	test("a twin that sees nothing gives the loop nothing to know", async () => {
		const found = await by(0, 1);
		expect(found.on.map(({ efficacy }) => efficacy)).toEqual(found.off.map(({ efficacy }) => efficacy));
	});

	test("what it decides when it is believed all the same is worth no more in its own run than in another", async () => {
		for (const coverage of [0, 1]) {
			const sets = [...twin(coverage, 1), "closedLoop.trust=full"];
			const found = await worth(fromStart, sets);
			print(found, "efficacy", `coverage ${coverage}, believed in full`);
			const strange = found.on.map((_, k) => (found.on[(k + 1) % seeds.length] as Numbers).changes);
			const off = await runs(withoutLoop(fromStart), sets, strange);
			print({ on: found.on, off }, "efficacy", `coverage ${coverage}, against the changes of another run`);
			if (coverage > 0) continue;
			const { low, high } = gainIn({ on: found.on, off }, "efficacy");
			expect(low).toBeLessThan(0);
			expect(high).toBeGreaterThan(0);
		}
	});

	test.each([
		[0.3, 1],
		[0.6, 0],
		[0.6, 1],
		[0.6, 4],
		[0.6, 8],
		[1, 1],
	])("coverage %f, lag %i: the loop does no harm that can be shown", async (coverage, lag) => {
		expect(gainIn(await by(coverage, lag), "efficacy").high).toBeGreaterThan(0);
	});
});
