// What the engine promises of any model holds for the real one: any division, any save point, any fork.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followRules } from "../../agents/applications/order-rules.js";
import { rosterHours } from "../../agents/applications/roster.js";
import { askSuppliersStep, openBordersStep } from "../../agents/boundary.js";
import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { forecastStep } from "../../agents/forecast/forecast-demand.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { orderComponentsStep, orderProductionStep } from "../../agents/order.js";
import { planHoursStep } from "../../agents/plan-hours.js";
import { serviceFirm } from "../../agents/service-firm.js";
import { settings } from "../../agents/settings.js";
import { links } from "../../engine/network/network.js";
import type { Phase, Step } from "../../engine/schedule/model.js";
import { run, step } from "../../engine/schedule/simulate.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { few, go, parametersOf, rivals, worldOf } from "../agents/worlds.js";
import { dividedStep, randomDivision } from "./divisions.js";

/** Two sellers and a part they share, machines that last 8 weeks, firms with too little time: queues everywhere. */
const crowded = `
name: crowded
demand: {kind: owners}
customers: {owners: 300, lifeWeeks: 8, failureScaleWeeks: 3}
sharing: {weight: 0.5, delay: 0}
economics: {cancelPerWeek: 0.3, capacity: 0.7}
hidden: {finishedLoss: 0.05, componentLoss: 0.02, lateRelease: 0.3, countEvery: 4}
twin: {preset: standard}
services: {maintenance: {firms: 3, capacity: 0.4}, logistics: {firms: 2, capacity: 0.8}}
stages:
  - {name: Digger, cost: 500, leadDays: 14, upstream: {Arm: 2, Track: 1}, demand: {meanPerDay: 3, sdPerDay: 1}}
  - {name: Loader, cost: 400, leadDays: 7, upstream: {Arm: 1}, demand: {meanPerDay: 3, sdPerDay: 1}}
  - {name: Arm, cost: 90, leadDays: 7, transportDays: 7, upstream: {Track: 3}}
  - {name: Track, cost: 10, leadDays: 21}
`;

/** Modules of two, borders open to all that may cross, makers without money. */
const organized = [
	"modules={size: 2, overhead: 0.3}",
	"cloud.stage=pooledNetwork",
	"boundaries={on: true, labor: {high: 1}, funds: {low: 0.3}, material: {low: 0.3}}",
	"stages.Arm.item=part",
	"stages.Track.item=part",
	"economics.startWeeks=1",
	"planning={kind: greedy, every: 3}",
];
const searching = [...few, "innovation.on=true", "innovation.budget=5", "sharing.weight=0.5"];
const analyzed = ["useAssociation", "usePrediction", "useClustering"]
	.map((name) => `applications.${name}=true`)
	.concat("applications.reviewEvery=3");

const worlds: [what: string, scenario: string, sets: readonly string[], runs: number][] = [
	["the bulldozer with few owners", "bulldozer", few, 10],
	[
		"the bulldozer with a twin",
		"bulldozer",
		[...few, "twin.preset=standard", "twin.senses.capacity=true", "sharing.delay=0"],
		10,
	],
	["the serial chain", "serial-chain", ["stages=4", "leadTime=2", "sharing=true"], 60],
	["the serial chain without returns", "serial-chain", ["stages=3", "returns=false"], 60],
	["the beer game", "beer-game", [], 60],
	["a crowded economy", crowded, [], 60],
	["a crowded economy of modules", crowded, organized, 60],
	[
		"the bulldozer in modules that plan",
		"bulldozer",
		[...few, "modules.kind=leiden", "planning.kind=lp", "boundaries.on=true", "cloud.stage=pooledNetwork"],
		5,
	],
	["rivals who close and come back", rivals, [], 60],
	["rivals who grow", rivals, ["economics.hiringPerWeek=0.05", "customers.renownWeight=0.9"], 60],
	["the bulldozer's makers in search of better ways", "bulldozer", searching, 10],
	[
		"a small fractal city",
		"fractal-city",
		["network.branching=3", "customers.owners=900", "customers.peers=4", "twin.preset=standard"],
		10,
	],
	["a crowded economy that analyzes its data", crowded, analyzed, 30],
	["a crowded economy in a closed loop", crowded, ["forecast.closedLoop=true", "forecast.hysteresis=0"], 20],
];
/** The same where every stage of servitization is on offer, and customers take what is offered, told by their peers. */
const servitized = `${crowded.replace("name: crowded", "name: servitized")}
servitization: {stage: 1.5, addOn: {weeks: 4}, enhanced: {weeks: 3}, graceWeeks: 0}
`
	.replace(
		"logistics: {",
		"design: {firms: 1}, data: {firms: 3}, recycling: {firms: 2, capacity: 0.6}, logistics: {",
	)
	.replace("owners: 300,", "owners: 300, peers: 4, adoption: {innovation: 3, imitation: 9},");
worlds.push(
	["a servitized economy", servitized, [], 60],
	["an economy of pay by use", servitized, ["servitization.stage=2.5", "services.mode=onDemand"], 40],
	[
		"service firms that lend each other",
		servitized,
		[
			"cloud.stage=pooledNetwork",
			"boundaries={on: true, labor: {low: 0.5, high: 1}}",
			"services.maintenance.capacity=1",
		],
		30,
	],
	["services found by all", servitized, ["services.mode=serviceOriented", "services.spread=0.3"], 30],
);
const TICKS = 40;

describe.each(worlds)("%s", (_what, scenario, sets, numRuns) => {
	const start = worldOf(scenario, sets, "start");
	const end = hash(go(fork(start), TICKS));

	test("any division of the rows into ranges, in any order, gives the same hash", () => {
		fc.assert(
			fc.property(fc.integer(), (salt) => {
				const world = fork(start);
				const divide = randomDivision(salt);
				for (let t = 0; t < TICKS; t++) dividedStep(world, ecosystem.phases, divide);
				expect(hash(world)).toBe(end);
			}),
			{ numRuns },
		);
	});

	test("each row on its own, last row first, gives the same hash", () => {
		const world = fork(start);
		const eachRow = (rows: number) =>
			Array.from({ length: rows }, (_, i) => [rows - 1 - i, rows - i] as const);
		for (let t = 0; t < TICKS; t++) dividedStep(world, ecosystem.phases, eachRow);
		expect(hash(world)).toBe(end);
	});

	test("a phase that may run beside the one before it gives the same hash before it", () => {
		const phases = [...ecosystem.phases];
		phases.forEach(({ beside }, p) => {
			if (beside) phases.splice(p - 1, 2, phases[p] as Phase, phases[p - 1] as Phase);
		});
		expect(phases).not.toEqual(ecosystem.phases);
		const world = fork(start);
		for (let t = 0; t < TICKS; t++) step(world, { phases });
		expect(hash(world)).toBe(end);
	});

	test("saved at any tick, the block alone goes on as going straight on", () => {
		fc.assert(
			fc.property(fc.nat(TICKS), (tick) => {
				const bytes = snapshot(go(fork(start), tick));
				// Another world runs in between: nothing that it does may show.
				go(worldOf(crowded, [], "other"), 3);
				expect(hash(go(restore(bytes), TICKS - tick))).toBe(end);
			}),
			{ numRuns },
		);
	});

	test("forked at any tick, it goes on as going straight on, and under another key elsewhere", () => {
		const drawsMatter = scenario !== "beer-game";
		fc.assert(
			fc.property(fc.nat(TICKS - 20), (tick) => {
				const world = go(fork(start), tick);
				const branch = fork(world);
				const whatIf = fork(world, { key: [3, 4] });
				expect(hash(whatIf)).toBe(hash(world));
				expect(hash(go(whatIf, TICKS - tick)) === end).toBe(!drawsMatter);
				expect(hash(go(branch, TICKS - tick))).toBe(end);
				expect(hash(go(world, TICKS - tick))).toBe(end);
			}),
			{ numRuns: Math.ceil(numRuns / 2) },
		);
	});

	test("metrics look at it and leave no trace", () => {
		const parameters = parametersOf(scenario, sets, TICKS);
		const { world } = run({ model: ecosystem, parameters, seed: "start", ticks: TICKS });
		expect(hash(world)).toBe(end);
	});
});

test("the crowded economy has what its name says, so that these tests see queues, giving up and shortage", () => {
	const world = worldOf(crowded, [], "start");
	let cancelled = 0;
	let short = 0;
	let waiting = 0;
	const states = new Set<number>();
	for (let t = 0; t < TICKS; t++) {
		go(world, 1);
		for (const n of columns(world, manufacturer).marketCancelled) cancelled += n;
		for (const n of links(world, supply).backlog) short += n;
		for (const n of columns(world, serviceFirm).queue) waiting += n;
		for (const state of columns(world, customer).state) states.add(state);
	}
	for (const [what, units] of Object.entries({ cancelled, short, waiting }))
		expect(units, what).toBeGreaterThan(50);
	for (const state of [STATE.working, STATE.deciding, STATE.ordered, STATE.inDelivery, STATE.down])
		expect(states).toContain(state);
});

describe("decisions", () => {
	const decisions: readonly Step[] = [
		openBordersStep,
		askSuppliersStep,
		planHoursStep,
		forecastStep,
		orderProductionStep,
		orderComponentsStep,
		forecastStep,
		followRules,
		orderProductionStep,
		orderComponentsStep,
		rosterHours,
	];
	const known = ["fixed", "open", "twin", "links"];
	const steps = ecosystem.phases.flatMap(({ over, steps }) => steps.map((step) => ({ over, step })));

	test("are steps of the tick", () => {
		for (const decision of decisions) expect(steps.map(({ step }) => step)).toContain(decision);
	});

	test("read nothing hidden: with the truth overwritten at random they leave the same known state", () => {
		fc.assert(
			fc.property(fc.constantFrom(...worlds), fc.integer(), ([, scenario, sets], salt) => {
				const world = go(worldOf(scenario, sets, "start"), 30);
				for (const { over, step } of steps) {
					if (!decisions.includes(step)) {
						step(world, 0, world.rows[over], 30);
						continue;
					}
					const blind = fork(world);
					const hidden = blind.layout.columns.filter(({ group }) => ["hidden", "sensor"].includes(group));
					hidden.forEach(({ table, name: column }, at) => {
						blind.columns[table][column].forEach((_, i, values) => {
							values[i] = Math.imul(salt + at, i + 7) % 1000;
						});
					});
					step(blind, 0, blind.rows[over], 30);
					step(world, 0, world.rows[over], 30);
					expect(hash(blind, known)).toBe(hash(world, known));
					expect(hash(blind, ["hidden", "sensor"])).not.toBe(hash(world, ["hidden", "sensor"]));
				}
			}),
			{ numRuns: 12 },
		);
	});

	test("do read what is believed", () => {
		const world = go(worldOf(crowded, [], "start"), 30);
		const misled = fork(world);
		for (const { over, step } of steps) {
			if (decisions.includes(step)) columns(misled, manufacturer).believed.fill(0);
			step(world, 0, world.rows[over], 30);
			step(misled, 0, misled.rows[over], 30);
		}
		expect(columns(misled, manufacturer).order).not.toEqual(columns(world, manufacturer).order);
	});
});

test("a world of another scenario is another world: its settings lie in the block", () => {
	const [one, other] = [worldOf("beer-game"), worldOf("beer-game", ["economics.shortageCost=2"])];
	expect(hash(one)).not.toBe(hash(other));
	const [weak, strong] = [worldOf("beer-game"), worldOf("beer-game", ["ordering.supplyLineWeight=0.34"])];
	expect(columns(weak, settings).supplyLineWeight[0]).toBe(1);
	expect(columns(strong, settings).supplyLineWeight[0]).toBe(0.34);
	expect(hash(restore(snapshot(strong)))).toBe(hash(strong));
});
