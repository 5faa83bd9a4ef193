// §3 Makers re-source: contracts go where they cost less, wait included, and leave who has closed.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { FATE } from "../../agents/ownership-columns.js";
import { sourceOf } from "../../agents/re-source.js";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { links } from "../../engine/network/network.js";
import { step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns, type World } from "../../engine/world/world.js";
import { dividedStep, randomDivision } from "../engine/divisions.js";
import { go, outcome, resultOf, worldOf } from "./worlds.js";

const nothing = { goods: 0, money: 0 };
const BUYERS = 12;

/** Twelve end makers who each buy a part, in turn from as many makers of it as costs are given. */
const parts = (costs: readonly number[], more = "") => `
name: parts
ticks: 208
warmUp: 52
demand: {kind: negativeBinomial}
sharing: true
sourcing: {on: true, others: ${costs.length - 1}}
${more}
stages:
${Array.from({ length: BUYERS }, (_, k) => `  - {name: E${k}, cost: 100, demand: {meanPerDay: 4, sdPerDay: 2}, transportDays: 14, upstream: {P${k % costs.length}: 1}}`).join("\n")}
${costs.map((cost, k) => `  - {name: P${k}, cost: ${cost}, item: part, leadDays: 7}`).join("\n")}
`;
const unlimited = "economics: {capacity: null}";

/** The maker, by its place among those of the part, that each contract is with. */
function suppliers(world: World): number[] {
	const edges = links(world, supply);
	const contracts = [...edges.contract.keys()].filter((e) => edges.contract[e] < 0);
	return contracts.map((c) => edges.targets[sourceOf(edges, c)] - BUYERS);
}
const ofTwo = Array.from({ length: BUYERS }, (_, k) => k % 2);

/** It owes the bank what it can never pay. */
function ruin(world: World, maker: number): void {
	columns(world, manufacturer).cash[maker] -= 1e10;
	columns(world, accounts).bank[0] += 1e10;
}

describe("a contract", () => {
	it("stays where all suppliers are alike, or another is cheaper by less than the threshold", () => {
		expect(suppliers(go(worldOf(parts([50, 50], unlimited)), 200))).toEqual(ofTwo);
		expect(suppliers(go(worldOf(parts([50, 41], unlimited)), 200))).toEqual(ofTwo);
	});

	it("goes to who is cheaper by more, within a round, each buyer's in a tick of its own, and stays there", () => {
		const world = worldOf(parts([50, 35], unlimited));
		const { reSourced } = columns(world, manufacturer);
		const moves = Array.from({ length: 100 }, () => go(world, 1) && reSourced.reduce((sum, n) => sum + n, 0));
		expect(suppliers(world)).toEqual(new Array(BUYERS).fill(1));
		expect(moves.slice(0, 13).reduce((sum, n) => sum + n, 0)).toBe(BUYERS / 2);
		expect(moves.slice(13).every((n) => n === 0)).toBe(true);
		expect(Math.max(...moves)).toBeLessThan(BUYERS / 2);
	});

	it("does not cross a border for less than the friction there", () => {
		const friction = `boundaries: {on: true, material: {low: 0, high: 0, tax: 0.5}}\n${unlimited}`;
		expect(suppliers(go(worldOf(parts([50, 35], friction)), 60))).toEqual(new Array(BUYERS).fill(1));
		const together = `modules: {size: 7}\n${friction}`;
		const world = go(worldOf(parts([50, 35], together)), 60);
		const { module } = columns(world, manufacturer);
		const after = suppliers(world);
		for (let k = 0; k < BUYERS; k++)
			if (module[k] === module[BUYERS] && module[k] !== module[BUYERS + 1]) expect(after[k]).toBe(ofTwo[k]);
	});

	it("is taken only by who has hours left for it", () => {
		const world = worldOf(parts([50, 30], "economics: {capacity: 1.3}"));
		const { booked, hoursPerUnit, contractedHours } = columns(world, manufacturer);
		const full = () => booked[BUYERS + 1] * hoursPerUnit[BUYERS + 1] - contractedHours[BUYERS + 1];
		go(world, 200);
		const there = suppliers(world).filter((k) => k === 1).length;
		expect(there).toBeGreaterThan(BUYERS / 2);
		expect(there).toBeLessThan(BUYERS);
		// Within the swing of forecasts.
		expect(full()).toBeLessThan(0.15 * contractedHours[BUYERS + 1]);
	});

	it("moves orders alone: what the old source owes still comes, and no good is lost on the way", () => {
		const world = worldOf(parts([50, 35], `${unlimited}\nhidden: {componentLoss: 0.02}`));
		const edges = links(world, supply);
		const old = [...edges.contract.keys()].filter(
			(e) => edges.targets[e] === BUYERS && edges.contract[e] < 0,
		);
		let owed = 0;
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			expect(audit(world)).toEqual(nothing);
			for (const e of old) if (edges.active[e] === 0) owed = Math.max(owed, edges.onOrder[e]);
		}
		expect(owed).toBeGreaterThan(0);
		for (const e of old) expect(edges.onOrder[e]).toBe(0);
		expect(edges.substitutedTotal.some((units) => units > 0)).toBe(true);
	});

	it("is as it is for any division of rows, while makers close and are founded", () => {
		const text = parts(
			[50, 35, 45],
			"economics: {capacity: 2}\nboundaries: {on: true}\ndynamics: {insolvency: exit, insolventTicks: 2, entryPerYear: 1, entryMargin: -1}",
		);
		const divide = randomDivision(7);
		const [whole, divided] = [
			(world: World) => step(world, ecosystem),
			(world: World) => dividedStep(world, ecosystem.phases, divide),
		].map((tick) => {
			const world = worldOf(text);
			for (let t = 0; t < 60; t++) {
				if (t === 20) ruin(world, BUYERS + 1);
				tick(world);
			}
			return world;
		}) as [World, World];
		expect(hash(divided)).toBe(hash(whole));
		expect(suppliers(whole)).not.toEqual(suppliers(worldOf(text)));
		expect(columns(whole, manufacturer).generation[BUYERS + 1]).toBeGreaterThan(0);
	});
});

describe("who has closed", () => {
	function ruined(): World {
		const rules = "dynamics: {insolvency: exit, insolventTicks: 3, entryPerYear: 0}";
		const world = go(worldOf(parts([50, 50], `${rules}\neconomics: {capacity: 3}`)), 20);
		ruin(world, BUYERS);
		return world;
	}
	const fates = (world: World) =>
		Array.from({ length: 10 }, () => {
			step(world, ecosystem);
			expect(audit(world)).toEqual(nothing);
			return columns(world, manufacturer).fate[BUYERS];
		});

	it("is left at once, and what was ordered there is ordered anew", () => {
		const world = ruined();
		expect(fates(world)).toContain(FATE.exit);
		expect(suppliers(world)).toEqual(new Array(BUYERS).fill(1));
		go(world, 20);
		const edges = links(world, supply);
		const left = [...edges.targets.keys()].filter((e) => edges.targets[e] === BUYERS);
		for (const e of left) expect([edges.backlog[e], edges.onOrder[e]]).toEqual([0, 0]);
		expect(audit(world)).toEqual(nothing);
	});

	it("is nobody whose buyers have no other source: its owner changes", () => {
		for (const more of ["sourcing.on=false", "sourcing.others=0"]) {
			const world = go(
				worldOf(
					parts([50, 50], "dynamics: {insolvency: exit, insolventTicks: 3}\neconomics: {capacity: 3}"),
					[more],
				),
				20,
			);
			ruin(world, BUYERS);
			const seen = fates(world);
			expect(seen).toContain(FATE.newOwner);
			expect(seen).not.toContain(FATE.exit);
		}
	});
});

describe("a supplier that loses nine tenths of its hours for two years", () => {
	const hit = parts(
		[50, 50, 50, 50],
		"economics: {capacity: 1.6}\nshocks: [{kind: supply, at: 52, weeks: 104, size: 0.1, place: P0}]",
	);
	const replications = [0, 1, 2, 3, 4, 5, 6, 7];
	const runs = (on: boolean) =>
		replications.map((replication) => resultOf(hit, [`sourcing.on=${on}`], { replication }));
	const [moving, staying] = [runs(true), runs(false)];
	const gain = (name: string) =>
		pairedDifference(
			moving.map((result) => outcome(result, name)),
			staying.map((result) => outcome(result, name)),
			0.95,
		);

	it("is left by its buyers, and nobody else is", () => {
		// Contracts a year, in the three years after the warm-up.
		for (const result of moving) expect(3 * outcome(result, "reSourced")).toBeCloseTo(BUYERS / 4, 9);
	});

	it("holds up customers less where contracts move: fill rate +.06, delivery three weeks sooner", () => {
		expect(gain("fillRate").low).toBeGreaterThan(0.03);
		expect(gain("orderToDelivery").high).toBeLessThan(-2);
	});
});
