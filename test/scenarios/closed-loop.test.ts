// The closed loop: a run is its spec and its log, whoever carries it out; it knows what the twin knows, and learns from what came true.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hypothesis, hypotheses } from "../../agents/closed-loop.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { cyclesOf } from "../../agents/metrics/cycles.js";
import { cycleRows } from "../../cli/text/cycles.js";
import { runWord, writeCheckpoint } from "../../engine/experiment/checkpoint.js";
import { openPool } from "../../engine/experiment/pool.js";
import type { RunResult, RunSpec } from "../../engine/experiment/run-spec.js";
import { closeRun, execute, leadRun, openRun } from "../../engine/experiment/session.js";
import type { Recording } from "../../engine/record/recording.js";
import { type Aside, rehearsalOf } from "../../engine/schedule/rehearsal.js";
import { newControl, Team } from "../../engine/schedule/team.js";
import { fork } from "../../engine/world/copy.js";
import type { World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { fallDetector } from "../../scenarios/closed-loop/detector.js";
import { changesOf } from "../../scenarios/closed-loop/moves.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { lineOf } from "../../scenarios/limiting-cases/limiting-case.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { few, outcome, worldOf } from "../agents/worlds.js";

const short = [...few, "ticks=80", "warmUp=10"];
const loop = "closedLoop={on: true, every: 10, horizon: 8, candidates: 3, threshold: 0.0002}";
const seeing = [...short, "twin.preset=standard", loop];
const specOf = (sets: readonly string[]): RunSpec =>
	runSpec(parseScenario(builtIn.bulldozer, "bulldozer", sets), { seed: "loop" });
const outsideIn = (spec: RunSpec) => execute({ ecosystem }, spec);
const alone = () => new Team(newControl(1), { member: 0, members: 1, cores: 1 });
const of = (result: RunResult, label: string) => lineOf(result, "closedLoop", label);

/** Outcomes but for those of the loop itself. */
const apart = ({ outcomes }: RunResult) =>
	outcomes.filter(({ name }) => name !== "changesMade" && name !== "predictionError");

const spec = specOf(seeing);
const result = execute(models, spec);

describe("a run with the closed loop", () => {
	test("tries, adopts and scores", () => {
		expect(of(result, "cycle").at(-1)).toBeGreaterThan(4);
		const adopted = new Set(of(result, "adopted"));
		expect(adopted.size).toBeGreaterThan(1);
		expect(result.audit).toEqual({ goods: 0, money: 0 });
	});

	test("is its spec and its log: what the controller did, done from outside, gives the same world", () => {
		const { interventions = [] } = spec;
		expect(result.interventions.length).toBeGreaterThan(0);
		const again = outsideIn({ ...spec, interventions: [...interventions, ...result.interventions] });
		expect(again.hash).toBe(result.hash);
		expect(again.recording).toEqual(result.recording);
		expect(again.interventions).toEqual([]);
		expect(outsideIn(spec).hash).not.toBe(result.hash);
	});

	test("is the same run where one looks at its flows alone", () => {
		expect(execute(models, { ...spec, model: models.observed.name }).hash).toBe(result.hash);
	});

	test("goes on from a checkpoint of any tick as if it had never stopped, its log too", () => {
		for (const tick of [1, 40, 41, 77]) {
			const begun = openRun(models, { ...spec, ticks: tick });
			leadRun(begun, alone());
			const bytes = Buffer.concat(writeCheckpoint({ ...begun.begun, run: runWord(spec, ecosystem) }));
			const session = openRun(models, spec, bytes);
			leadRun(session, alone());
			const end = closeRun(session);
			expect(end.hash).toBe(result.hash);
			expect(end.interventions).toEqual(result.interventions);
			expect(end.recording).toEqual(result.recording);
		}
	});

	test.each([1, 2, 3])("has the same hash and log on %i threads", async (members) => {
		const entry = new URL("../../scenarios/entry-node/worker.js", import.meta.url);
		const pool = openPool({ spawn: () => spawnThread(entry.href), lanes: [members] });
		try {
			const { hash, interventions } = await pool.run(spec);
			expect(hash).toBe(result.hash);
			expect(interventions).toEqual(result.interventions);
		} finally {
			await pool.close();
		}
	});
});

describe("the loop", () => {
	test("decides alike in worlds that differ only in what nobody knows", () => {
		const session = openRun(models, { ...spec, ticks: 40 });
		leadRun(session, alone());
		const { world, recording, aside, rehearsed } = session.begun;
		const rehearsal = rehearsalOf(aside as Aside, rehearsed, alone());
		const decide = (of: World) =>
			models.ecosystem.controller(spec.parameters as never)?.(of, 40, recording, rehearsal);
		const found = decide(world);
		expect(found?.length).toBeGreaterThan(10);
		fc.assert(
			fc.property(fc.integer({ min: 1 }), (salt) => {
				const other = fork(world);
				const hidden = other.layout.columns.filter(({ group }) => ["hidden", "sensor"].includes(group));
				hidden.forEach(({ table, name }, at) => {
					const values = (other.columns[table] as Record<string, Float64Array>)[name] as Float64Array;
					for (let i = 0; i < values.length; i++) values[i] = Math.abs(Math.imul(salt + at, i + 7)) % 1000;
				});
				expect(decide(other)).toEqual(found);
			}),
			{ numRuns: 5 },
		);
	});

	test("that is off asks nobody and changes nothing", () => {
		const off = specOf(short);
		expect(models.ecosystem.controller(off.parameters as never)).toBeUndefined();
		expect(execute(models, off).hash).toBe(outsideIn(off).hash);
		expect(execute(models, off).recording.series.some(({ name }) => name === "closedLoop")).toBe(false);
	});

	test("is switched on by its lever, at that week", () => {
		const path = "path=[{lever: systemLoop, to: on, at: 30}]";
		const later = execute(models, specOf([...seeing, "closedLoop.on=false", path]));
		expect(of(later, "cycle").indexOf(1)).toBe(40);
		expect(later.interventions[0]?.tick).toBe(40);
	});

	test("without candidates predicts, and leaves the rest of the world alone", () => {
		const watching = execute(models, specOf([...seeing, "closedLoop.candidates=0"]));
		const off = execute(models, specOf([...seeing, "closedLoop.on=false"]));
		expect(watching.interventions.every(({ target }) => target.startsWith("loop."))).toBe(true);
		expect(apart(watching)).toEqual(off.outcomes);
		expect(of(watching, "realized").at(-1)).toBeGreaterThan(0);
	});

	test("adopts nothing where its twin sees nothing, however much it would gain", () => {
		const blind = [...seeing, "twin.coverage=0"];
		const found = execute(models, specOf([...blind, "closedLoop.threshold=0"]));
		expect(new Set(of(found, "seen"))).toEqual(new Set([0]));
		expect(new Set(of(found, "adopted"))).toEqual(new Set([0]));
		const trusting = execute(models, specOf([...blind, "closedLoop.trust=full"]));
		expect(new Set(of(trusting, "seen"))).toEqual(new Set([0]));
		expect(new Set(of(trusting, "adopted")).size).toBeGreaterThan(1);
		expect(apart(found)).toEqual(execute(models, specOf([...blind, "closedLoop.on=false"])).outcomes);
	});

	test("sees the less, the fewer makers have a twin and the older its messages are", () => {
		const seen = (...sets: string[]) => {
			const found = of(execute(models, specOf([...seeing, "hidden.countEvery=1000", ...sets])), "seen");
			return found.at(-1) as number;
		};
		expect(seen("twin.coverage=1", "twin.lag=0", "twin.loss=0")).toBe(1);
		expect(seen("twin.coverage=1", "twin.lag=2", "twin.loss=0")).toBe(1 - 2 / 8);
		expect(seen("twin.coverage=0.5", "twin.lag=2", "twin.loss=0")).toBe(0.5 * (1 - 2 / 8));
	});

	test("scores what was predicted with what came out at the end of the horizon", () => {
		const E = lineOf(result, "efficacy", "efficacy");
		const [cycle, scored, bias] = ["cycle", "scored", "bias"].map((label) => of(result, label));
		const decidedAt = of(result, "decidedAt");
		const adopted = of(result, "adopted");
		let before = 0;
		let checked = 0;
		for (let t = 1; t < E.length; t++) {
			if (scored?.[t] !== 1 || (scored[t - 1] === 1 && cycle?.[t] === cycle?.[t - 1])) continue;
			const realized = of(result, "realized")[t];
			expect(realized).toBe(E[(decidedAt[t] as number) + 8 - 1]);
			const predicted = of(result, hypotheses[adopted[t] as number] as string)[t] as number;
			expect(bias?.[t]).toBe(before + 0.3 * (predicted - (realized as number) - before));
			before = bias?.[t] as number;
			checked++;
		}
		expect(checked).toBeGreaterThan(1);
	});

	test("records a hypothesis whose run fails, and goes on", () => {
		// Modules of which large ones cost less would be cut by a J that knows no best.
		const broken = [{ tick: 25, target: "settings.overheadPower", value: 0.5 }];
		const found = execute(models, { ...spec, interventions: broken });
		const failed = (name: string) => of(found, name).includes(-1);
		expect(["modules", "largerModules", "smallerModules"].some(failed)).toBe(true);
		const told = cycleRows(cyclesOf(found.recording)).map((row) => row.join(" "));
		expect(told.some((row) => /odules failed/.test(row))).toBe(true);
		expect(failed("keep")).toBe(false);
		expect(of(found, "cycle").at(-1)).toBeGreaterThan(4);
	});
});

describe("its cycles, as they are told,", () => {
	const cycles = cyclesOf(result.recording);
	const logged = (column: string) =>
		result.interventions.filter(({ target }) => target === `loop.${column}`).map(({ value }) => value);

	test("are those that were logged, each with its outcome unless the run was over before", () => {
		expect(cycles.map(({ tick }) => tick)).toEqual(logged("decidedAt"));
		expect(cycles.map(({ adopted }) => hypotheses.indexOf(adopted as never))).toEqual(logged("adopted"));
		expect(cycles.flatMap(({ outcome }) => outcome?.efficacy ?? [])).toEqual(logged("realized"));
		expect(cycles.flatMap(({ outcome }) => outcome?.bias ?? [])).toEqual(logged("bias"));
		for (const { predicted, adopted, gain } of cycles) {
			expect(predicted.keep).toBeGreaterThan(0);
			expect(gain).toBe((predicted[adopted] as number) - (predicted.keep as number));
			expect(Object.keys(predicted).length).toBeLessThanOrEqual(4);
		}
		expect(cyclesOf({ ticks: 5, series: [] })).toEqual([]);
	});

	test("are counted in outcomes", () => {
		const changes = cycles.filter(({ adopted }) => adopted !== "keep").length;
		expect(outcome(result, "changesMade")).toBe(changes);
		expect(outcome(result, "predictionError")).toBeLessThan(0.5);
	});
});

describe("a hypothesis", () => {
	const parameters = spec.parameters as never;
	const flows = { buyers: [], suppliers: [], values: [], short: [], idle: [] };
	const of = (hypothesis: Hypothesis, sets: string[]) => {
		const world = worldOf("bulldozer", [...short, ...sets]);
		return changesOf(hypothesis, world, parameters, flows);
	};

	test("that is true already changes nothing", () => {
		// Nothing flows: every maker is best alone.
		const first = of("modules", ["modules={size: 8, overhead: 0.2}"]);
		expect(first.filter(({ target }) => target.startsWith("manufacturer.module"))).toHaveLength(22);
		expect(of("modules", ["modules={size: 1, overhead: 0.2}"])).toEqual([]);
		expect(of("moreSearch", ["innovation.on=false"])).toEqual([]);
		expect(of("moreSearch", ["innovation.budget=100"])).toEqual([]);
		expect(of("closeBorders", ["boundaries.on=false"])).toEqual([]);
		expect(of("keep", [])).toEqual([]);
	});

	test("of borders moves x0 of all channels within its range, and opens borders that are closed", () => {
		const middle = (x: number) =>
			["material", "labor", "funds", "information"].map((c) => `boundaries.${c}.middle=${x}`);
		const moved = (hypothesis: Hypothesis, x: number) => of(hypothesis, middle(x)).map(({ value }) => value);
		expect(moved("openBorders", 0.5)).toEqual([0.25, 0.25, 0.25, 0.25]);
		expect(moved("closeBorders", 1.9)).toEqual([2, 2, 2, 2]);
		expect(moved("openBorders", -1)).toEqual([]);
		expect(of("openBorders", ["boundaries.on=false"])).toEqual([
			{ target: "settings.boundariesOn", value: 1 },
		]);
	});

	test("of search doubles or halves its rates", () => {
		expect(of("moreSearch", ["innovation.budget=3"])).toEqual([
			{ target: "settings.innovationBudget", value: 6 },
		]);
		expect(of("lessSearch", ["innovation.budget=3"])).toEqual([
			{ target: "settings.innovationBudget", value: 1.5 },
		]);
	});
});

describe("the detector of a fall", () => {
	const options = { window: 13, warmUp: 20, alarm: 5, slack: 0.5, silence: 13 };
	/** Ten orders a tick; as many on time as said. */
	function recordingOf(onTime: readonly number[]): Recording {
		const values = Float64Array.from(onTime.flatMap((units) => [units, 10]));
		const series = { name: "delivery", unit: "", about: "", labels: ["onTime", "due"], values };
		return { ticks: onTime.length, series: [series] };
	}
	/** Whole numbers about 9 that look like chance. */
	const noisy = (ticks: number) =>
		Array.from({ length: ticks }, (_, t) => 8 + ((t * 7919 + 13 * t * t) % 5 > 1 ? 1 : 2));
	const alarms = (onTime: readonly number[]) => {
		const fell = fallDetector(options);
		const recording = recordingOf(onTime);
		return onTime.flatMap((_, t) => (fell(recording, t) ? [t] : []));
	};

	test("rings soon after service has fallen, and then not for the silence", () => {
		const fall = noisy(300).map((units, t) => (t < 200 ? units : units - 7));
		const rung = alarms(fall);
		const [first] = rung.filter((t) => t >= 200);
		expect(first).toBeLessThan(208);
		rung.forEach((t, k) => {
			if (k > 0) expect(t - (rung[k - 1] as number)).toBeGreaterThan(13);
		});
	});

	test("does not ring before it knows what is usual, nor where service rises", () => {
		expect(
			alarms(noisy(300).map((units, t) => (t < 40 ? units - 7 * (t % 2) : units))).every((t) => t > 46),
		).toBe(true);
		expect(
			alarms(noisy(300).map((units, t) => (t < 200 ? units - 5 : units))).filter((t) => t >= 200),
		).toEqual([]);
		expect(alarms(new Array(100).fill(10))).toEqual([]);
	});

	test("says the same when it is first asked later", () => {
		const fall = noisy(300).map((units, t) => (t < 200 ? units : units - 7));
		const recording = recordingOf(fall);
		for (const tick of alarms(fall)) expect(fallDetector(options)(recording, tick)).toBe(true);
	});
});
