// Goods and money are conserved to the last unit and cent, at every tick; a leak shows.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { forecastKinds } from "../../agents/parameters.js";
import { serviceFirm } from "../../agents/service-firm.js";
import { links } from "../../engine/network/network.js";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { parseScenario } from "../../scenarios/parse.js";
import { few, go, rivals, worldOf } from "./worlds.js";

const nothing = { goods: 0, money: 0 };

describe("conservation", () => {
	it.each([
		["bulldozer", ["twin.preset=none"]],
		["bulldozer", ["twin.preset=standard", "customers.owners=3000"]],
		["bulldozer", ["economics.capacity=0.8", ...few]],
		["bulldozer", ["applications.usePrediction=true", "applications.useClustering=true", ...few]],
		["serial-chain", ["stages=3", "leadTime=1"]],
		[
			"serial-chain",
			["stages=2", "demand.kind=negativeBinomial", "returns=false", "hidden.finishedLoss=0.1"],
		],
		["bulldozer", ["servitization.stage=3", "customers.adoption.innovation=5", ...few]],
		["bulldozer", ["innovation.on=true", "innovation.budget=4", ...few]],
		[rivals, []],
		[rivals, ["servitization.stage=2.5", "customers.adoption.innovation=5"]],
		[rivals, ["dynamics.insolvency=recapitalize", "dynamics.capitalWeeks=0"]],
		["beer-game", ["economics.cancelPerWeek=0.3", "economics.latePayPerWeek=0.02"]],
		["fractal-city", ["network.branching=3", "customers.owners=900", "economics.capacity=0.9"]],
		[
			"fractal-city",
			[
				"network.branching=3",
				"customers.owners=900",
				"sourcing={on: true, others: 4, every: 2, hysteresis: 0, load: 3}",
				"dynamics={insolvency: exit, insolventTicks: 1, entryPerYear: 0.9, entryMargin: -1}",
				"economics={startWeeks: 1, creditWeeks: 1, markup: 0.05}",
			],
		],
	])("holds at every tick of %s %j", (name, sets) => {
		const world = worldOf(name, sets);
		expect(audit(world)).toEqual(nothing);
		for (let t = 0; t < 150; t++) {
			step(world, ecosystem);
			expect(audit(world)).toEqual(nothing);
		}
	});

	it("holds in random small economies", () => {
		const share = fc.double({ min: 0, max: 0.5, noNaN: true });
		const economy = fc.record({
			owners: fc.integer({ min: 1, max: 400 }),
			loss: share,
			component: share,
			late: fc.double({ min: 0, max: 1, noNaN: true }),
			cancel: fc.double({ min: 0, max: 1, noNaN: true }),
			capacity: fc.double({ min: 0.5, max: 3, noNaN: true }),
			count: fc.integer({ min: 1, max: 9 }),
			quantity: fc.integer({ min: 1, max: 4 }),
			transport: fc.integer({ min: 0, max: 20 }),
			delay: fc.integer({ min: 1, max: 3 }),
			lag: fc.integer({ min: 0, max: 5 }),
			size: fc.integer({ min: 1, max: 4 }),
			kind: fc.constantFrom("blocks", "leiden"),
			cloud: fc.constantFrom("local", "pooledModule", "pooledCluster", "pooledNetwork"),
			open: fc.boolean(),
			material: fc.double({ min: 0, max: 1, noNaN: true }),
			weeks: fc.integer({ min: 0, max: 13 }),
			mode: fc.constantFrom("networked", "onDemand", "customerOriented", "serviceOriented"),
			stage: fc.double({ min: 0, max: 3, noNaN: true }),
			contractWeeks: fc.integer({ min: 1, max: 9 }),
			service: fc.double({ min: 0.3, max: 2, noNaN: true }),
			innovation: fc.boolean(),
			insolvency: fc.constantFrom("runOn", "recapitalize", "exit"),
			sourcing: fc.boolean(),
			others: fc.integer({ min: 0, max: 3 }),
			every: fc.integer({ min: 1, max: 5 }),
			hysteresis: fc.double({ min: 0, max: 0.3, noNaN: true }),
			markup: fc.double({ min: 0, max: 0.3, noNaN: true }),
			loci: fc.integer({ min: 1, max: 24 }),
			analyzed: fc.boolean(),
			review: fc.integer({ min: 1, max: 9 }),
			grades: fc.integer({ min: 1, max: 6 }),
			gain: fc.double({ min: 0, max: 1, noNaN: true }),
			forecast: fc.constantFrom(...forecastKinds),
			closedLoop: fc.boolean(),
			shocks: fc.array(
				fc.record({
					kind: fc.constantFrom("demand", "supply", "freight"),
					at: fc.nat(29),
					weeks: fc.integer({ min: 1, max: 20 }),
					size: fc.double({ min: 0, max: 4, noNaN: true }),
				}),
				{ maxLength: 4 },
			),
			lever: fc.constantFrom("coverage", "lag", "noise", "period", "sharingWeight"),
		});
		fc.assert(
			fc.property(economy, fc.string(), (e, seed) => {
				const text = `
name: random
demand: {kind: owners}
customers: {owners: ${e.owners}, lifeWeeks: 20, failureScaleWeeks: 6, adoption: {innovation: 4}}
services: {mode: ${e.mode}, spread: 0.4, maintenance: {firms: 2, capacity: ${e.service}}, design: {firms: 1}, data: {firms: 2}, recycling: {firms: 3, capacity: 0.7}}
servitization: {stage: ${e.stage}, addOn: {weeks: ${e.contractWeeks}}, enhanced: {weeks: ${e.contractWeeks}}, graceWeeks: 0}
hidden: {finishedLoss: ${e.loss}, componentLoss: ${e.component}, lateRelease: ${e.late}, countEvery: ${e.count}}
economics: {cancelPerWeek: ${e.cancel}, capacity: ${e.capacity}, markup: ${e.markup}, creditWeeks: 1, startWeeks: ${e.weeks}}
modules: {size: ${e.size}, kind: ${e.kind}, overhead: 0.3}
cloud: {stage: ${e.cloud}}
boundaries: {on: ${e.open}, material: {low: 0, high: ${e.material}}, labor: {high: 1}, funds: {low: 0.2, high: 0.9}}
ordering: {informationDelay: ${e.delay}}
forecast: {kind: ${e.forecast}, closedLoop: ${e.closedLoop}, season: 4}
twin: {preset: standard, coverage: 0.5, rank: random, lag: ${e.lag}, senses: {capacity: true, macro: true, condition: true}}
macro: {sd: 0.3}
dynamics: {insolvency: ${e.insolvency}, insolventTicks: 1, entryPerYear: 0.9, entryMargin: -1}
sourcing: {on: ${e.sourcing}, others: ${e.others}, every: ${e.every}, hysteresis: ${e.hysteresis}, load: 2}
innovation: {on: ${e.innovation}, budget: 5, loci: ${e.loci}, epistasis: 0, core: 1}
applications: {useAssociation: ${e.analyzed}, usePrediction: ${e.analyzed}, useClustering: ${e.analyzed}, reviewEvery: ${e.review}, grades: ${e.grades}, gradeGain: ${e.gain}}
ticks: 40
warmUp: 10
shocks: ${JSON.stringify(e.shocks)}
path: [{lever: ${e.lever}, to: 1, at: 3, over: 12}]
stages:
  - {name: A, cost: 10, demand: {meanPerDay: 1, sdPerDay: 1}, transportDays: ${e.transport}, upstream: {P: ${e.quantity}, Q: 1}}
  - {name: B, cost: 12, demand: {meanPerDay: 1, sdPerDay: 1}, upstream: {P: 1}}
  - {name: P, cost: 3, leadDays: 14, upstream: {Q: 2}, item: part}
  - {name: O, cost: 2, upstream: {Q: 1}, item: part}
  - {name: N, cost: 2.5, upstream: {Q: 1}, item: part}
  - {name: D, cost: 9, demand: {meanPerDay: 1, sdPerDay: 1}, upstream: {N: 2}}
  - {name: C, cost: 9, demand: {meanPerDay: 1, sdPerDay: 1}, upstream: {O: 1}}
  - {name: Q, cost: 1}
`;
				const { interventions = [], parameters } = runSpec(parseScenario(text, "random"), { seed });
				const agenda = agendaOf(interventions);
				const world = ecosystem.build(parameters as EcosystemParameters, seed);
				for (let t = 0; t < 40; t++) {
					intervene(world, agenda, t);
					step(world, ecosystem);
					expect(audit(world)).toEqual(nothing);
				}
			}),
			{ numRuns: 40 },
		);
	});

	const leaks: [string, "goods" | "money", (world: World) => Int32Array | Float64Array, number][] = [
		["a finished unit appears", "goods", (w) => columns(w, manufacturer).finished, 3],
		["work in progress is lost", "goods", (w) => columns(w, manufacturer).inProgress, 3],
		["a component turns up", "goods", (w) => links(w, supply).components, 2],
		["goods in transit multiply", "goods", (w) => links(w, supply).inTransit, 0],
		["an order is forgotten", "goods", (w) => links(w, supply).backlog, 1],
		["a job is done twice", "goods", (w) => columns(w, serviceFirm).servedTotal, 0],
		["a maker finds a cent", "money", (w) => columns(w, manufacturer).cash, 0],
		["a service firm finds a cent", "money", (w) => columns(w, serviceFirm).cash, 0],
		["the bank prints a cent", "money", (w) => columns(w, accounts).bank, 0],
		["households find a cent", "money", (w) => columns(w, accounts).households, 0],
	];
	it.each(leaks)("shows when %s", (_, part, column, row) => {
		const world = go(worldOf("bulldozer", few), 30);
		column(world)[row] += 1;
		expect(audit(world)[part]).toBeGreaterThanOrEqual(1);
		step(world, ecosystem);
		expect(audit(world)[part]).toBeGreaterThanOrEqual(1);
	});

	it("shows when a customer slips out of a queue", () => {
		const world = go(worldOf("bulldozer", few), 30);
		columns(world, customer).state[7] = STATE.down;
		expect(audit(world).goods).toBeGreaterThanOrEqual(1);
	});
});
