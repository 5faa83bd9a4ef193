// What agents make of their data: rules counted right, laws found again, grades that pay; each switch shows in a named outcome.

import { describe, expect, test } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { AGES } from "../../agents/applications/columns.js";
import { customer, STATE } from "../../agents/customer.js";
import { gradeByAge } from "../../agents/data/grading.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { serviceFirm, serviceKinds } from "../../agents/service-firm.js";
import { settings } from "../../agents/settings.js";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { links } from "../../engine/network/network.js";
import { fork } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, type World } from "../../engine/world/world.js";
import { few, go, outcome, resultOf, worldOf } from "./worlds.js";

/** A track maker serves the digger maker and its arm maker, whose orders follow the digger's by a tick. */
const shared = `
name: shared
demand: {kind: negativeBinomial}
forecast: {kind: exponential, alpha: 0.1}
hidden: {finishedLoss: 0, componentLoss: 0, lateRelease: 0, availability: {sd: 0}}
stages:
  - {name: Digger, cost: 500, leadDays: 7, upstream: {Arm: 1, Track: 2}, demand: {meanPerDay: 3, sdPerDay: 1.5}}
  - {name: Arm, cost: 90, leadDays: 7, upstream: {Track: 3}}
  - {name: Track, cost: 10, leadDays: 7}
`;
const TRACK = 2;
const association = ["applications.useAssociation=true"];
const prediction = ["applications.usePrediction=true"];
const clustering = ["applications.useClustering=true"];

/** Mean over replications of a run's outcome with and without, under common random numbers. */
function compare(
	name: string,
	sets: readonly string[],
	more: readonly string[],
	ticks: number,
	what: string,
) {
	const mean = (all: readonly string[]) =>
		[0, 1, 2, 3].reduce(
			(sum, replication) => sum + outcome(resultOf(name, all, { replication, ticks }), what) / 4,
			0,
		);
	return { without: mean(sets), using: mean([...sets, ...more]) };
}

describe("association of orders", () => {
	test("an arc's rule counts the ticks after which demand was above usual", () => {
		const world = worldOf(shared, association);
		const { demandNow, usualDemand } = columns(world, manufacturer);
		const edges = links(world, supply);
		const arcs = [...edges.targets.keys()].filter((e) => edges.targets[e] === TRACK);
		const counted = arcs.map(() => ({ surges: 0, followed: 0 }));
		let before = arcs.map(() => false);
		for (let t = 0; t < 200; t++) {
			const usual = usualDemand[TRACK];
			const usualOrders = arcs.map((e) => edges.usualOrder[e]);
			go(world, 1);
			const above = demandNow[TRACK] > usual;
			arcs.forEach((_, k) => {
				if (t === 0 || !before[k]) return;
				counted[k].surges++;
				if (above) counted[k].followed++;
			});
			before = arcs.map((e, k) => edges.ordered[e] > usualOrders[k]);
		}
		expect(arcs.map((e) => ({ surges: edges.surges[e], followed: edges.followed[e] }))).toEqual(counted);
		expect(counted.every(({ surges, followed }) => surges > 50 && followed <= surges)).toBe(true);
	});

	test("the nearer buyer's orders announce the farther one's: the next tick's forecast errs by a third less", () => {
		const world = go(worldOf(shared, association), 100);
		const { demandNow, forecast, ruleShift } = columns(world, manufacturer);
		let [plain, ruled] = [0, 0];
		for (let t = 0; t < 400; t++) {
			const [usual, shift] = [forecast[TRACK], ruleShift[TRACK]];
			go(world, 1);
			plain += (demandNow[TRACK] - usual) ** 2;
			ruled += (demandNow[TRACK] - usual - shift) ** 2;
		}
		expect(ruled / plain).toBeLessThan(0.67);
	});

	test("backlog falls at no more stock, and so does the cost of the tier that orders by rules", () => {
		const { without, using } = compare(shared, ["warmUp=100"], association, 500, "cost3");
		expect(using).toBeLessThan(0.97 * without);
	});

	test("there is no rule where orders are independent of those before, but for one of 400 ticks", () => {
		const world = worldOf(shared, [...association, "forecast.kind=constant", "stages.Arm.leadDays=7"]);
		const { ruleShift } = columns(world, manufacturer);
		let used = 0;
		for (let t = 0; t < 400; t++) {
			go(world, 1);
			// Arm has one buyer, and orders base-stock for independent demand: its orders are that demand.
			if (ruleShift[1] !== 0) used++;
		}
		expect(used).toBeLessThan(40);
	});
});

describe("prediction of failures", () => {
	test("every failure is noted once, and machines read are those at work", () => {
		const world = go(worldOf("plain bulldozer", [...few, ...prediction, "applications.reviewEvery=4"]), 1);
		const { requestedTotal, kind, failuresAt, fleetUse } = columns(world, serviceFirm);
		const maintenance = [...kind.keys()].filter((f) => serviceKinds[kind[f]] === "maintenance");
		const sum = (values: ArrayLike<number>) => maintenance.reduce((total, f) => total + values[f], 0);
		const first = sum(requestedTotal);
		go(world, 24);
		// Of the first tick's failures none was noted: no meter had been read.
		expect(failuresAt.reduce((total, n) => total + n, 0)).toBe(sum(requestedTotal) - first);
		const { state, useRate } = columns(world, customer);
		let working = 0;
		state.forEach((now, i) => {
			if (now === STATE.working) working += Math.round(useRate[i] * 256) / 256;
		});
		expect(fleetUse.reduce((total, rate) => total + rate, 0) / working).toBeCloseTo(1, 1);
	});

	test("predicted failures are those that come: level near 1, and errors no larger than chance and weather", () => {
		const world = go(worldOf("plain bulldozer", [...prediction, "macro.sd=0", "macro.noise=0"]), 60);
		const { failureRate, requests } = columns(world, serviceFirm);
		let [came, predicted, squares, ticks] = [0, 0, 0, 0];
		for (let t = 0; t < 200; t++) {
			const rate = failureRate[0];
			go(world, 1);
			came += requests[0];
			predicted += rate;
			squares += (requests[0] - rate) ** 2 / rate;
			ticks++;
		}
		// Poisson: Σ (n − λ)²/λ over 200 ticks is 200 ± 20; the total is as predicted within 4 standard deviations.
		expect(Math.abs(came - predicted)).toBeLessThan(4 * Math.sqrt(predicted) + 0.02 * predicted);
		expect(Math.abs(squares / ticks - 1)).toBeLessThan(0.4);
	});

	test("machines under contract are maintained at the age that costs least: fewer fail, and service earns more", () => {
		const runs = (sets: string[]) =>
			Array.from({ length: 6 }, (_, replication) =>
				resultOf("plain bulldozer", ["warmUp=104", "servitization.stage=2", ...sets], {
					replication,
					ticks: 416,
				}),
			);
		const [using, without] = [runs(prediction), runs([])];
		const change = (name: string) =>
			pairedDifference(
				using.map((run) => outcome(run, name)),
				without.map((run) => outcome(run, name)),
				0.95,
			);
		expect(change("repairs").high).toBeLessThan(0);
		expect(change("serviceProfit").low).toBeGreaterThan(0);
	}, 120_000);

	test("machines wait less for repair, and service firms earn no less", () => {
		const wait = compare("plain bulldozer", ["warmUp=104"], prediction, 416, "repairWait");
		const profit = compare("plain bulldozer", ["warmUp=104"], prediction, 416, "profitServiceFirms");
		expect(wait.using).toBeLessThan(0.85 * wait.without);
		expect(profit.using).toBeGreaterThan(0.99 * profit.without);
	});

	test("hours stay within what the contract allows, and off are the contract's", () => {
		const world = worldOf("plain bulldozer", [...few, ...prediction, "applications.flexibility=0.1"]);
		const { contractedHours, rosteredHours } = columns(world, serviceFirm);
		let moved = 0;
		for (let t = 0; t < 60; t++) {
			go(world, 1);
			rosteredHours.forEach((hours, f) => {
				expect(Math.abs(hours / contractedHours[f] - 1)).toBeLessThan(0.1 + 1e-12);
				if (hours !== contractedHours[f]) moved++;
			});
		}
		expect(moved).toBeGreaterThan(100);
		columns(world, settings).usePrediction[0] = 0;
		expect(columns(go(world, 1), serviceFirm).rosteredHours).toEqual(contractedHours);
	});
});

describe("clustering of returns", () => {
	test("grades divide ages in order: who is taken apart with care is younger than who is not", () => {
		const world = go(worldOf("plain bulldozer", clustering), 100);
		const { takenApart, returnAge } = columns(world, accounts);
		const careful = takenApart.reduce((sum, flag) => sum + flag, 0);
		expect([...takenApart]).toEqual(Array.from({ length: AGES }, (_, b) => (b < careful ? 1 : 0)));
		expect(careful).toBeGreaterThan(3);
		expect(careful).toBeLessThan(AGES - 3);
		// Lives of use end after life/use rate, of which the mean is e^(.3²) for rates lognormal with sd .3; by renewal theory 1 by count.
		expect(Math.abs(returnAge[0] - 1)).toBeLessThan(0.05);
	});

	test("one grade, or ages that are all alike, gain nothing", () => {
		expect(gradeByAge([0, 4, 9, 4, 0], 1)?.young.reduce((sum, flag) => sum + flag, 0)).toBe(0);
		expect(gradeByAge([0, 0, 9, 0, 0], 3)?.young[2]).toBe(0);
		expect(gradeByAge([0, 0, 0], 3)).toBeUndefined();
	});

	test("two grades yield more than one, which yields the usual", () => {
		const yields = (grades: number) => {
			const world = go(worldOf("plain bulldozer", [...clustering, `applications.grades=${grades}`]), 60);
			let sum = 0;
			for (let t = 0; t < 40; t++) sum += columns(go(world, 1), accounts).gradedYield[0] / 40;
			return sum;
		};
		expect(yields(1)).toBeCloseTo(1, 12);
		// Mean over ages lognormal with sd .3 of .5 (1 − A)⁺: .5 · .4 · .3, nearly.
		expect(yields(2)).toBeGreaterThan(1.04);
		expect(yields(2)).toBeLessThan(1.07);
	});

	test("the recycling rate rises", () => {
		const rate = compare("plain bulldozer", [...few, "warmUp=52"], clustering, 208, "recyclingRate");
		expect(rate.using).toBeGreaterThan(1.03 * rate.without);
	});
});

describe("a switch", () => {
	const all = [...association, ...prediction, ...clustering];
	const names = ["useAssociation", "usePrediction", "useClustering"] as const;
	const state = ["hidden", "open", "twin", "data"];

	test("that is off leaves everything as it is, whatever the other parameters", () => {
		const strange = ["applications.reserve=3", "applications.grades=7", "applications.reviewEvery=3"];
		expect(hash(go(worldOf("plain bulldozer", [...few, ...strange]), 40), state)).toBe(
			hash(go(worldOf("plain bulldozer", few), 40), state),
		);
	});

	test.each(names)("%s may be thrown at any tick", (name) => {
		const world = go(worldOf(shared.replace("negativeBinomial", "owners"), [...few, ...all]), 40);
		const off = fork(world);
		columns(off, settings)[name][0] = 0;
		expect(hash(go(off, 40), state)).not.toBe(hash(go(world, 40), state));
		columns(off, settings)[name][0] = 1;
		expect(finite(go(off, 40))).toBe(true);
	});
});

/** No column has a number that is none. */
const finite = (world: World) =>
	world.layout.columns.every(({ table, name }) =>
		Array.from(world.columns[table][name] as ArrayLike<number>).every((value) => !Number.isNaN(value)),
	);
