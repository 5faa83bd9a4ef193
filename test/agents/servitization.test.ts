// Servitization: what stage a seller is at, what its contracts cost and bring, what prevention prevents.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { customer, NEVER, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { partOf } from "../../agents/request.js";
import { KIND, serviceFirm } from "../../agents/service-firm.js";
import { stageOf, stageUtilities } from "../../agents/servitization.js";
import { settings } from "../../agents/settings.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { few, go, worldOf } from "./worlds.js";

/** Everyone is ready for services at once. */
const ready = [...few, "customers.adoption.innovation=500"];
const SELLER = 11;
const LIST_PRICE = 90_750;
/** Expected repairs of a machine per week: (life/η)^β of them in a life, at .04 of the price. */
const UPKEEP = ((520 / 173) ** 2 * 0.04 * LIST_PRICE) / 520;
const WEEKLY = 1.1 ** (7 / 365) - 1;
const RENT = (LIST_PRICE * WEEKLY) / (1 - (1 + WEEKLY) ** -520);

const sellerOf = (world: World) => columns(world, manufacturer);
const lever = (world: World, stage: number) => {
	columns(world, settings).servitization[0] = stage;
	return world;
};

describe("the stage of a seller", () => {
	it("is the lever's whole part, one more for its fraction of the ranks, 3 at most", () => {
		const rank = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(fc.double({ min: 0, max: 3, noNaN: true }), rank, (at, of) => {
				const further = of < at - Math.floor(at);
				expect(stageOf(at, of)).toBe(Math.floor(at) + (further ? 1 : 0));
			}),
		);
	});
});

describe("contracts", () => {
	it("of who is not ready for services do not exist", () => {
		const world = go(worldOf("plain bulldozer", [...few, "servitization.stage=1"]), 100);
		const { contract, adoptedAt } = columns(world, customer);
		expect(contract.some((stage) => stage > 0)).toBe(true);
		expect(contract.every((stage, i) => stage === 0 || adoptedAt[i] >= 0)).toBe(true);
	});

	it.each([
		[1, 1.3 * UPKEEP],
		[2, 1.5 * UPKEEP],
		[3, RENT + 1.3 * UPKEEP],
	])("of stage %i bring their fee each week: 1.3 or 1.5 of the upkeep, or the rent on top", (stage, fee) => {
		const world = go(worldOf("plain bulldozer", [...ready, `servitization.stage=${stage}`]), 60);
		const { contracts, rentedWorking, contractRevenue } = sellerOf(world);
		const paying = stage === 3 ? rentedWorking[SELLER] : contracts[3 * SELLER + stage - 1];
		expect(paying).toBeGreaterThan(100);
		expect(contractRevenue[SELLER]).toBe(paying * Math.round(fee * 100));
	});

	it("at fees of just the expected upkeep cost customers what they would pay themselves, rent or price", () => {
		const fair = ["addOn", "enhanced", "embedded"].map((stage) => `servitization.${stage}.fee=1`);
		const world = worldOf("plain bulldozer", [...few, ...fair, "customers.serviceWeight=0"]);
		for (const utility of stageUtilities(world)) expect(utility).toBeCloseTo(0, 12);
	});

	it("end after their time unless the customer is satisfied, and then all that its maker offers ends", () => {
		const sets = [...ready, "servitization.stage=1", "servitization.addOn.weeks=10"];
		const dissatisfied = worldOf("plain bulldozer", [...sets, "servitization.renewAbove=1"]);
		const satisfied = worldOf("plain bulldozer", sets);
		const running = (world: World) => sellerOf(world).contracts[3 * SELLER];
		go(dissatisfied, 60);
		go(satisfied, 60);
		// 4 machines a week for 10 weeks against 60.
		expect(running(dissatisfied)).toBeLessThan(60);
		expect(running(satisfied)).toBeGreaterThan(150);
		expect(running(go(lever(satisfied, 0), 11))).toBe(0);
		expect(columns(satisfied, customer).contractEnds.every((at) => at === NEVER)).toBe(true);
	});

	it("remember satisfaction as the tick by tick rule has it: 1 − s falls by a tenth, while down s does", () => {
		const sets = [...ready, "servitization.stage=1", "services.maintenance.capacity=0.8"];
		const world = worldOf("plain bulldozer", [...sets, "customers.failureScaleWeeks=60"]);
		const { state, contract, satisfaction, orderedAt } = columns(world, customer);
		const rule = new Float64Array(state.length).fill(1);
		let found = 0;
		for (let t = 0; t < 120; t++) {
			const before = Uint8Array.from(state);
			step(world, ecosystem);
			for (let i = 0; i < state.length; i++) {
				const isDown = state[i] === STATE.down;
				if (contract[i] === 0 || !(isDown || state[i] === STATE.working)) rule[i] = 1;
				else if (before[i] === STATE.down) rule[i] *= 0.9;
				else rule[i] = 1 - 0.9 * (1 - rule[i]);
				// It was written down at the last event.
				if (contract[i] === 0 || state[i] !== STATE.working || orderedAt[i] !== t) continue;
				if (rule[i] < 0.9) found++;
				expect(satisfaction[i]).toBeCloseTo(rule[i], 5);
			}
		}
		expect(found).toBeGreaterThan(50);
	});

	it("of stage 2 go first in the queue for repairs", () => {
		const sets = ["customers.adoption.innovation=0.3", "customers.lifeWeeks=100", "servitization.stage=2"];
		const world = go(worldOf("plain bulldozer", [...few, ...sets, "services.maintenance.capacity=0.8"]), 150);
		const { state, contract } = columns(world, customer);
		/** Share of those with such a contract whose machine is down. */
		const down = (of: number) => {
			const some = [...state].filter((_, i) => contract[i] === of);
			return some.filter((at) => at === STATE.down).length / some.length;
		};
		expect(down(0)).toBeGreaterThan(0.05);
		expect(down(2)).toBeLessThan(down(0) / 3);
	});
});

describe("rented machines", () => {
	it("stand in the books at their cost less a straight line over their life, and leave nothing behind", () => {
		const life = ["customers.lifeWeeks=30", "customers.failureScaleWeeks=10"];
		const world = go(worldOf("plain bulldozer", [...ready, ...life, "servitization.stage=3"]), 20);
		const { assets, depreciating, materialValue, contracts } = sellerOf(world);
		expect(depreciating[SELLER]).toBeGreaterThan(500);
		const each = assets[SELLER] / depreciating[SELLER] / materialValue[SELLER];
		expect(each).toBeGreaterThan(0.5);
		expect(each).toBeLessThan(1);
		lever(world, 0);
		go(world, 31);
		expect(assets[SELLER]).toBe(0);
		// Some are used so little that they outlive the books.
		expect(contracts[3 * SELLER + 2]).toBeGreaterThan(0);
		expect(audit(world)).toEqual({ goods: 0, money: 0 });
	});

	it("are not sold: customers pay for them by use alone", () => {
		const world = go(worldOf("plain bulldozer", [...ready, "servitization.stage=3"]), 30);
		let delivered = 0;
		for (let t = 0; t < 30; t++) {
			step(world, ecosystem);
			const { sales, delivered: worth } = columns(world, accounts);
			expect(sales[0]).toBe(0);
			delivered += worth[0];
		}
		expect(delivered).toBeGreaterThan(0);
	});
});

describe("prevention", () => {
	const fails = [...ready, "customers.failureScaleWeeks=15", "servitization.stage=2"];
	/** Failures under contract that were repaired, and those that were seen coming. */
	const caught = (sets: readonly string[]) => {
		const world = worldOf("plain bulldozer", [...fails, ...sets]);
		let failures = 0;
		let planned = 0;
		for (let t = 0; t < 150; t++) {
			step(world, ecosystem);
			planned += sellerOf(world).prevented[SELLER];
			for (const jobs of columns(world, serviceFirm).billed) failures += jobs;
		}
		return { failures, planned, world };
	};

	it("catches γ κ_d of the failures that come", () => {
		const { failures, planned } = caught(["twin.coverage=0.6"]);
		const all = failures + planned;
		const error = Math.sqrt((0.42 * 0.58) / all);
		expect(all).toBeGreaterThan(1000);
		expect(Math.abs(planned / all - 0.42)).toBeLessThan(4 * error);
	});

	it("without a twin catches nothing, and nothing at stage 1", () => {
		expect(caught(["twin.coverage=0"]).planned).toBe(0);
		expect(caught(["twin.coverage=1", "servitization.stage=1"]).planned).toBe(0);
	});

	it("makes machines fail as younger ones do, and end no later", () => {
		const { world } = caught(["twin.coverage=1", "servitization.prevention.detection=1"]);
		const { younger, age } = columns(world, customer);
		const life = columns(world, settings).lifeTicks[0];
		expect(younger.some((off) => off > 0)).toBe(true);
		expect(age.every((v, i) => v <= life && younger[i] <= v)).toBe(true);
	});
});

describe("firms whose work is counted", () => {
	const all = ["design", "data", "recycling"].map((kind) => `services.${kind}.firms=3`);

	it("get every request: one for each machine that ends, each maker heard from, each stage set up", () => {
		const world = worldOf("plain bulldozer", [...few, ...all, "twin.coverage=0.6", "servitization.stage=2"]);
		const { kind, requests } = columns(world, serviceFirm);
		const { rank, sent } = sellerOf(world);
		const asked = (of: number) => requests.reduce((sum, n, f) => sum + (kind[f] === of ? n : 0), 0);
		const { marketShipped, marketCancelled } = sellerOf(world);

		let delivered = 0;
		let recycled = 0;
		let elsewhere = 0;
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			delivered += marketShipped[SELLER];
			elsewhere += marketCancelled[SELLER];
			recycled += asked(KIND.recycling);
			expect(asked(KIND.design)).toBe(t < 52 ? 2 : 0);
			const makers = sent.filter((message, i) => message > 0 && rank[i] < 0.6).length;
			expect(asked(KIND.data)).toBeGreaterThanOrEqual(makers);
			expect(asked(KIND.data)).toBeLessThanOrEqual(rank.filter((at) => at < 0.6).length);
		}
		// Every owner whose machine has ended has a new one, or wants one, or has bought one elsewhere.
		const { machines } = columns(world, accounts);
		const waiting = machines[STATE.deciding] + machines[STATE.ordered];
		expect(recycled).toBe(delivered + waiting + elsewhere);
	});

	it("share the requests of their kind to the last one", () => {
		fc.assert(
			fc.property(fc.nat(1000), fc.integer({ min: 1, max: 9 }), fc.nat(99), (jobs, firms, tick) => {
				const parts = Array.from({ length: firms }, (_, k) => partOf(jobs, k, firms, tick));
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(jobs);
				expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
			}),
		);
	});
});
