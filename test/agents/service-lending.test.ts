// Hours that service firms lend each other: none appear, none are lost, and nobody lends while its own customers wait.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../agents/audit.js";
import { boundaryOf, permeability } from "../../agents/boundary.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { PARTY } from "../../agents/ledger.js";
import { KIND, serviceFirm } from "../../agents/service-firm.js";
import { settings } from "../../agents/settings.js";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { few, go, worldOf } from "./worlds.js";

const pooled = [...few, "boundaries.on=true", "cloud.stage=pooledNetwork"];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Rows of the firms of each kind that there is. */
function pools(world: World): number[][] {
	const { kind } = columns(world, serviceFirm);
	const rows = [...kind.keys()];
	return [...new Set(kind)].map((one) => rows.filter((f) => kind[f] === one));
}

/** One tick of lending, and what must hold of it. Returns the hours lent. */
function checkedStep(world: World): number {
	const own = columns(world, serviceFirm);
	const rules = columns(world, settings);
	const before = Float64Array.from(own.load);
	step(world, ecosystem);
	const labor = boundaryOf(rules, "labor");
	let all = 0;
	for (const pool of pools(world)) {
		const short = sum(pool.map((f) => own.shortHours[f]));
		const weighed = sum(pool.map((f) => own.shortHours[f] * before[f]));
		const lendable = pool.map((f) =>
			Math.floor(permeability(labor, weighed / Math.max(1, short) - before[f]) * own.idleHours[f]),
		);
		const lent = sum(pool.map((f) => own.hoursOut[f]));
		expect(sum(pool.map((f) => own.hoursIn[f]))).toBe(lent);
		expect(lent).toBe(Math.min(short, sum(lendable)));
		pool.forEach((f, k) => {
			expect(Number.isInteger(own.hoursIn[f] + own.hoursOut[f])).toBe(true);
			expect(own.hoursIn[f]).toBeLessThanOrEqual(own.shortHours[f]);
			expect(own.hoursOut[f]).toBeLessThanOrEqual(lendable[k] as number);
			if (own.hoursOut[f] > 0) expect(own.queue[f] + own.hoursIn[f]).toBe(0);
		});
		all += lent;
	}
	expect(audit(world)).toEqual({ goods: 0, money: 0 });
	return all;
}

describe("lending of service firms", () => {
	it("moves as many whole hours as are asked for and open borders allow, from who has served its own", () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const firms = fc.record({
			firms: fc.integer({ min: 1, max: 6 }),
			capacity: fc.double({ min: 0.6, max: 1.5, noNaN: true }),
			haul: fc.double({ min: 0.6, max: 1.5, noNaN: true }),
			spread: share,
			low: share,
			stage: fc.constantFrom(0, 2, 3),
		});
		let moved = 0;
		fc.assert(
			fc.property(firms, ({ firms, capacity, haul, spread, low, stage }) => {
				const world = worldOf("plain bulldozer", [
					...pooled,
					`services={spread: ${spread}, maintenance: {firms: ${firms}, capacity: ${capacity}}, logistics: {firms: ${firms}, capacity: ${haul}}, recycling: {firms: 3, capacity: 0.9}, data: {firms: 2}}`,
					`boundaries.labor={low: ${low}, high: 1}`,
					`servitization.stage=${stage}`,
					"twin.preset=standard",
				]);
				for (let t = 0; t < 30; t++) moved += checkedStep(world);
			}),
			{ numRuns: 12 },
		);
		expect(moved).toBeGreaterThan(1000);
	});

	it("is paid with the wage by who borrows, to who lends, and tau of it goes outside", () => {
		const world = worldOf("plain bulldozer", [...pooled, "services.maintenance.capacity=1"]);
		const own = columns(world, serviceFirm);
		const { wage, laborTax } = columns(world, settings);
		const parties = Object.keys(PARTY).length;
		let borrowed = 0;
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			for (let f = 0; own.kind[f] === KIND.maintenance; f++) {
				const paid = (party: number) => own.paid[f * parties + party];
				const net = own.hoursIn[f] - own.hoursOut[f];
				// Without contracts makers pay for no repair: nothing else goes through clearing.
				expect(paid(PARTY.clearing)).toBe(net * wage[0]);
				expect(paid(PARTY.outside) - own.served[f] * own.parts[f]).toBe(
					Math.round(own.hoursIn[f] * wage[0] * laborTax[0]),
				);
				borrowed += own.hoursIn[f];
			}
		}
		expect(borrowed).toBeGreaterThan(100);
	});

	it.each([
		["boundaries are off", "boundaries.on=false"],
		["the cloud reaches a cell of makers", "cloud.stage=pooledCluster"],
		["each kind has one firm", "services={maintenance: {firms: 1, capacity: 1}, logistics: {firms: 1}}"],
	])("there is none where %s", (_, set) => {
		const world = worldOf("plain bulldozer", [...pooled, "services.maintenance.capacity=1", set]);
		const { hoursOut, shortHours } = columns(world, serviceFirm);
		let short = 0;
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			short += sum([...shortHours]);
			expect(hoursOut.every((hours) => hours === 0)).toBe(true);
		}
		expect(short).toBeGreaterThan(0);
	});

	it("shortens the wait for repairs: the 95 % interval of the paired difference lies below zero", () => {
		const without = { phases: ecosystem.phases.filter(({ name }) => name !== "service cloud") };
		const sets = [...pooled, "services.maintenance.capacity=1.05", "boundaries.labor.low=0.3"];
		/** Jobs waiting per job served, in ticks. */
		const wait = (seed: string, model: Pick<typeof ecosystem, "phases">) => {
			const world = worldOf("plain bulldozer", sets, seed);
			const { kind, queue, servedTotal } = columns(world, serviceFirm);
			const repairers = [...kind.keys()].filter((f) => kind[f] === KIND.maintenance);
			let waiting = 0;
			for (let t = 0; t < 104; t++) {
				go(world, 1, model);
				waiting += sum(repairers.map((f) => queue[f]));
			}
			return waiting / sum(repairers.map((f) => servedTotal[f]));
		};
		const seeds = Array.from({ length: 8 }, (_, r) => `lending ${r}`);
		const lent = seeds.map((seed) => wait(seed, ecosystem));
		const alone = seeds.map((seed) => wait(seed, without));
		expect(pairedDifference(lent, alone, 0.95).high).toBeLessThan(0);
	});
});
