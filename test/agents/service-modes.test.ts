// Service modes: whom customers call when their machine fails, and whom firms serve first.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { callsOf, firmFor, MODE } from "../../agents/call.js";
import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { serviceFirm } from "../../agents/service-firm.js";
import { settings } from "../../agents/settings.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { go, worldOf } from "./worlds.js";

const MECHANICS = 8;
const world = (mode: keyof typeof MODE, ...sets: string[]) =>
	worldOf("plain bulldozer", ["customers.owners=4000", `services.mode=${mode}`, ...sets]);

/** Firms called by everyone, with queues as given. */
function callsOfAll(of: World, queues: readonly number[]): number[] {
	columns(of, serviceFirm).queue.set(queues);
	const calls = callsOf(of);
	return [...columns(of, customer).state].map((_, id) => firmFor(calls, id));
}

const counts = (firms: readonly number[]) =>
	Array.from({ length: MECHANICS }, (_, f) => firms.filter((firm) => firm === f).length);
const partnersOf = (of: World) => [...columns(of, customer).mechanic];

describe("service modes", () => {
	it("networked: everyone calls its partner, however long the queue", () => {
		const of = world("networked");
		expect(callsOfAll(of, [999])).toEqual(partnersOf(of));
	});

	it("on demand: who has a busy partner goes to neighbors that have time, and nobody else goes anywhere", () => {
		const of = world("onDemand");
		const called = callsOfAll(of, [0, 0, 99, 99]);
		partnersOf(of).forEach((partner, id) => {
			if (partner !== 2 && partner !== 3) expect(called[id]).toBe(partner);
		});
		// Firm 2's 500 go to 1, and firm 3's to 4: the other neighbor is as busy.
		expect(counts(called)).toEqual([500, 1000, 0, 0, 1000, 500, 500, 500]);
	});

	it("on demand: nobody near has time, and all stay with their partners", () => {
		const of = world("onDemand");
		expect(callsOfAll(of, new Array(MECHANICS).fill(99))).toEqual(partnersOf(of));
	});

	it("on demand halves at least the wait for repairs where firms are unequal", () => {
		const queue = (mode: keyof typeof MODE) => {
			const of = world(mode);
			const firms = columns(of, serviceFirm);
			// The work of two neighbors is the other's to do, together enough.
			for (let f = 0; f < MECHANICS; f++) firms.contractedHours[f] *= f % 2 === 0 ? 0.6 : 1.4;
			let sum = 0;
			for (let t = 0; t < 100; t++) {
				step(of, ecosystem);
				for (let f = 0; f < MECHANICS; f++) sum += firms.queue[f];
			}
			return sum;
		};
		expect(queue("onDemand")).toBeLessThan(queue("networked") / 2);
	});

	it("on demand spreads what one firm cannot do evenly: it and its neighbors are expected to take as long", () => {
		const of = world("onDemand");
		const firms = columns(of, serviceFirm);
		columns(of, accounts).usualCalls[0] = 30;
		for (let f = 0; f < MECHANICS; f++) firms.rosteredHours[f] = 60 * firms.hoursPerJob[f];
		// Each can do 60 jobs in a tick, and 30 calls come to each. With 75 waiting at firm 4 the three are level at 55 jobs: it
		// is 50 above, more than all its calls, and half of them go to each side.
		const called = counts(callsOfAll(of, [0, 0, 0, 0, 75]));
		expect(called[4]).toBe(0);
		expect((called[3] as number) + (called[5] as number)).toBe(1500);
		expect(Math.abs((called[3] as number) - 750)).toBeLessThan(4.5 * Math.sqrt(500 / 4));
		// With 40 waiting the level is 130/3, and of 30 calls 26.7 are above it.
		const leaving = (70 - 130 / 3) / 30;
		const stayed = (counts(callsOfAll(of, [0, 0, 0, 0, 40]))[4] as number) / 500;
		const error = Math.sqrt((leaving * (1 - leaving)) / 500);
		expect(Math.abs(stayed - (1 - leaving))).toBeLessThan(4.5 * error);
		// Who is done in the tick passes nothing on.
		expect(counts(callsOfAll(of, [0, 0, 0, 0, 30]))).toEqual(new Array(MECHANICS).fill(500));
	});

	it("customer oriented: any contract goes first; before, those of stage 2 and 3 alone", () => {
		const down = (mode: keyof typeof MODE) => {
			const sets = ["customers.adoption.innovation=0.3", "customers.lifeWeeks=100", "servitization.stage=1"];
			const of = go(world(mode, ...sets, "services.maintenance.capacity=0.8"), 150);
			const { state, contract } = columns(of, customer);
			const withContract = [...state].filter((_, i) => contract[i] === 1);
			return withContract.filter((at) => at === STATE.down).length / withContract.length;
		};
		expect(down("onDemand")).toBeGreaterThan(0.02);
		expect(down("customerOriented")).toBeLessThan(down("onDemand") / 4);
	});

	it("service oriented: shares of the calls are those of a logit in price, quality and the wait", () => {
		const of = world("serviceOriented", "services.spread=0.2", "customers.delayWeight=0.5");
		const queues = [0, 3, 0, 9, 0, 0, 6, 0];
		const { logPrice, quality, hoursPerJob, contractedHours } = columns(of, serviceFirm);
		const weights = queues.map((queue, f) =>
			Math.exp(-4 * logPrice[f] + quality[f] - (0.5 * queue * hoursPerJob[f]) / contractedHours[f]),
		);
		const sum = weights.reduce((total, weight) => total + weight, 0);
		const found = counts(callsOfAll(of, queues));
		weights.forEach((weight, f) => {
			const share = weight / sum;
			const error = Math.sqrt((share * (1 - share)) / 4000);
			expect(Math.abs((found[f] as number) / 4000 - share)).toBeLessThan(4.5 * error);
		});
		expect(Math.max(...found)).toBeGreaterThan(2 * Math.min(...found));
	});

	it("service oriented: whose maker pays does not look at the price", () => {
		const of = world("serviceOriented", "services.spread=1", "customers.qualityWeight=0");
		const { contract } = columns(of, customer);
		const { price } = columns(of, serviceFirm);
		const paid = () => {
			const called = callsOfAll(of, new Array(MECHANICS).fill(0));
			return called.reduce((total, f) => total + price[f], 0) / called.length;
		};
		const own = paid();
		contract.fill(2);
		expect(own).toBeLessThan(0.7 * paid());
	});

	it("is a lever: it can change in the middle of a run", () => {
		const of = go(world("networked"), 10);
		columns(of, settings).serviceMode[0] = MODE.onDemand;
		expect(callsOfAll(of, [99])).not.toEqual(partnersOf(of));
	});
});
