// §4.10 Firms that can no longer pay: new owners, exit and entry; goods, money and customers go on being counted.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { customer, STATE } from "../../agents/customer.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { FATE } from "../../agents/ownership-columns.js";
import { serviceFirm } from "../../agents/service-firm.js";
import { settings } from "../../agents/settings.js";
import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { few, go, outcome, resultOf, rivals, worldOf } from "./worlds.js";

const nothing = { goods: 0, money: 0 };
const makers = (world: World) => columns(world, manufacturer);
const [DIGGER, LOADER, ARM] = [0, 1, 3];

/** The bank lent a firm so much that it can never pay it back. */
function ruin(world: World, { cash }: { cash: Float64Array }, row: number, cents = 1e10): void {
	const bank = columns(world, accounts).bank;
	cash[row] = (cash[row] as number) - cents;
	bank[0] = (bank[0] as number) + cents;
}

/** Ticks until the fate, at most 20, with everything conserved in each of them. */
function until(world: World, fate: number, row: number): number {
	for (let t = 1; t <= 20; t++) {
		go(world, 1);
		expect(audit(world)).toEqual(nothing);
		if (makers(world).fate[row] === fate) return t;
	}
	return Number.POSITIVE_INFINITY;
}

/** Rivals of whom none is in trouble by itself, and one has been ruined after some business. */
const sound = ["economics.markup=0.4", "economics.creditWeeks=13", "economics.startWeeks=13"];
function ruined(row: number, ...sets: string[]): World {
	const world = go(worldOf(rivals, [...sound, "dynamics.insolventTicks=3", ...sets]), 12);
	expect(makers(world).generation.every((n) => n === 0)).toBe(true);
	ruin(world, makers(world), row);
	return world;
}

describe("a new owner", () => {
	it("comes after so many ticks below the credit line, pays the debts and brings 13 weeks of cost, from households", () => {
		const world = ruined(DIGGER, "dynamics.insolvency=recapitalize", "economics.dividendWeeks=500");
		expect(until(world, FATE.newOwner, DIGGER)).toBe(3);
		const { cash, usualCost, usualRevenue } = makers(world);
		const capital = 13 * (usualCost[DIGGER] as number);
		// What else it earned and spent in that tick is within a week's turnover.
		expect(Math.abs((cash[DIGGER] as number) - capital)).toBeLessThan(3 * (usualRevenue[DIGGER] as number));
		expect(until(world, FATE.newOwner, DIGGER)).toBe(Number.POSITIVE_INFINITY);
	});

	it("does not come where the scenario lets insolvent firms run on", () => {
		expect(until(ruined(DIGGER, "dynamics.insolvency=runOn"), FATE.newOwner, DIGGER)).toBe(
			Number.POSITIVE_INFINITY,
		);
	});

	it("is found for suppliers and for the only seller, which never exit", () => {
		expect(until(ruined(ARM), FATE.newOwner, ARM)).toBe(3);
		const alone = worldOf("bulldozer", [...few, "dynamics.insolvency=exit"]);
		const end = makers(alone).tier.indexOf(1);
		ruin(alone, makers(alone), end);
		expect(until(alone, FATE.newOwner, end)).toBe(8);
	});

	it("is found for service firms", () => {
		const world = ruined(ARM);
		ruin(world, columns(world, serviceFirm), 2);
		go(world, 3);
		expect(columns(world, serviceFirm).fate[2]).toBe(FATE.newOwner);
		expect(audit(world)).toEqual(nothing);
		go(world, 9);
		expect(columns(world, serviceFirm).insolventFor[2]).toBe(0);
	});
});

describe("exit", () => {
	const world = ruined(DIGGER, "dynamics.entryPerYear=0", "economics.capacity=0.6");
	const waited = until(world, FATE.exit, DIGGER);
	const bank = () => columns(world, accounts).bank[0] as number;
	const queue = makers(world).marketBacklog[DIGGER] as number;

	it("comes after so many ticks below the credit line", () => expect(waited).toBe(3));

	it("leaves no stock, no component, no order at suppliers", () => {
		const { finished, openProduction } = makers(world);
		const { offsets, components, backlog, onOrder, inTransit } = links(world, supply);
		expect([finished[DIGGER], openProduction[DIGGER]]).toEqual([0, 0]);
		const width = inTransit.length / backlog.length;
		for (let e = offsets[DIGGER] as number; e < (offsets[DIGGER + 1] as number); e++) {
			expect([components[e], backlog[e]]).toEqual([0, 0]);
			const onItsWay = inTransit.slice(e * width, (e + 1) * width).reduce((sum, n) => sum + n, 0);
			expect(onOrder[e]).toBe(onItsWay);
		}
	});

	it("is the bank's loss", () => {
		const debt = -(makers(world).cash[DIGGER] as number);
		const before = bank();
		go(world, 1);
		// Little else moves between firms and bank: interest on stocks.
		expect((before - bank()) / debt).toBeCloseTo(1, 3);
		expect(Math.abs(makers(world).cash[DIGGER] as number)).toBeLessThan(debt / 1000);
	});

	it("sends its customers to the others", () => {
		expect(queue).toBeGreaterThan(0);
		const { state, maker } = columns(world, customer);
		const waiting = () => [...state].filter((one, id) => one === STATE.ordered && maker[id] === DIGGER);
		expect(waiting()).toEqual([]);
		let others = 0;
		for (let t = 0; t < 30; t++) {
			go(world, 1);
			const { marketOrders, order, released } = makers(world);
			expect([marketOrders[DIGGER], order[DIGGER], released[DIGGER]]).toEqual([0, 0, 0]);
			others += marketOrders[LOADER] as number;
			expect(audit(world)).toEqual(nothing);
		}
		expect(others).toBeGreaterThan(100);
	});

	it("ends wages, stocks and all money of the place", () => {
		const { cash, finished, inProgress, paid } = makers(world);
		expect([cash[DIGGER], finished[DIGGER], inProgress[DIGGER]]).toEqual([0, 0, 0]);
		const width = paid.length / cash.length;
		expect([...paid.slice(DIGGER * width, (DIGGER + 1) * width)].every((cents) => cents === 0)).toBe(true);
	});
});

describe("entry", () => {
	const open = ["dynamics.entryPerYear=1", "dynamics.mutation=0"];

	it("fills an empty place with a copy of a survivor, its capital from households, one generation on", () => {
		const world = ruined(DIGGER, ...open);
		expect(until(world, FATE.exit, DIGGER)).toBe(3);
		expect(until(world, FATE.entry, DIGGER)).toBe(2);
		const { genome, fitness, quality, closed, generation, cash } = makers(world);
		expect([closed[DIGGER], generation[DIGGER]]).toEqual([0, 1]);
		expect(cash[DIGGER]).toBeGreaterThan(0);
		const model = [LOADER, 2].find((i) => genome[i] === genome[DIGGER]) as number;
		expect(fitness[DIGGER]).toBe(fitness[model]);
		expect(quality[DIGGER]).toBe(quality[model]);
		let sold = 0;
		for (let t = 0; t < 30; t++) {
			sold += makers(go(world, 1)).marketShipped[DIGGER] as number;
			expect(audit(world)).toEqual(nothing);
		}
		expect(sold).toBeGreaterThan(20);
	});

	it("does not come where the others earn too little", () => {
		const world = ruined(DIGGER, ...open, "dynamics.entryMargin=0.9");
		expect(until(world, FATE.exit, DIGGER)).toBe(3);
		expect(until(world, FATE.entry, DIGGER)).toBe(Number.POSITIVE_INFINITY);
	});

	it("comes by what a rate per year says: 20 places of 25 % a year", () => {
		const years = Array.from({ length: 20 }, (_, k) => {
			const world = worldOf(rivals, [...sound, "dynamics.entryPerYear=0.25"], `place ${k}`);
			makers(world).closed[DIGGER] = 1;
			let ticks = 0;
			while (makers(world).closed[DIGGER] === 1 && ticks < 2000) {
				go(world, 1);
				ticks++;
			}
			return (ticks * 7) / 365;
		});
		// Mean of a geometric wait with hazard −ln .75 a year: 3.48, standard error 3.48/√20; four of them.
		const mean = years.reduce((sum, wait) => sum + wait, 0) / years.length;
		expect(Math.abs(mean - 3.48)).toBeLessThan((4 * 3.48) / Math.sqrt(20));
	});

	it("mutates the share of bits that the scenario says", () => {
		const world = ruined(DIGGER, ...open, "dynamics.mutation=1");
		until(world, FATE.entry, DIGGER);
		const { genome } = makers(world);
		const all = (1 << (columns(world, settings).loci[0] as number)) - 1;
		expect([LOADER, 2].some((i) => ((genome[i] as number) ^ all) === genome[DIGGER])).toBe(true);
	});
});

it("a run counts what became of firms", () => {
	const result = resultOf(rivals, ["ticks=200", "warmUp=20"]);
	for (const name of ["newOwners", "exits", "entries", "empty"])
		expect(outcome(result, name), name).toBeGreaterThan(0);
});
