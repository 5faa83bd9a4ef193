// Customers: choices by logit, machines that wear out, fail and are replaced, queues first come first served.

import { describe, expect, it } from "vitest";
import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { serviceFirm } from "../../agents/service-firm.js";
import { useAndChoose } from "../../agents/use.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { outcome, resultOf, worldOf } from "./worlds.js";

const owners = 60_000;
const two = (costs: [number, number], outside = 0.1) => `
name: two-offers
demand: {kind: owners}
customers: {owners: ${owners}, outsideShare: ${outside}}
stages:
  - {name: A, cost: ${costs[0]}, demand: {meanPerDay: 1, sdPerDay: 1}}
  - {name: B, cost: ${costs[1]}, demand: {meanPerDay: 1, sdPerDay: 1}}
`;

/** Everybody decides at once; shares of A, B and waiting. */
function shares(text: string): [number, number, number] {
	const world = worldOf(text);
	const { state, turnsAt, maker } = columns(world, customer);
	state.fill(STATE.deciding);
	turnsAt.fill(0);
	useAndChoose(world, 0, owners, 0);
	const count = (test: (i: number) => boolean) =>
		state.reduce((sum, _, i) => sum + (test(i) ? 1 : 0), 0) / owners;
	const chose = (j: number) => count((i) => state[i] === STATE.ordered && maker[i] === j);
	return [chose(0), chose(1), count((i) => state[i] === STATE.deciding)];
}

// Standard error of a share of 60,000 choices: at most .002.
const near = (expected: number) => [expected - 0.007, expected + 0.007] as const;
function expectNear(found: number, expected: number): void {
	const [low, high] = near(expected);
	expect(found).toBeGreaterThan(low);
	expect(found).toBeLessThan(high);
}

describe("choice", () => {
	it("two identical offers share equally what does not wait, and a tenth waits", () => {
		const [a, b, wait] = shares(two([1000, 1000]));
		expectNear(a, 0.45);
		expectNear(b, 0.45);
		expectNear(wait, 0.1);
	});

	it("log-odds are linear in the difference of log prices, with slope −w_p", () => {
		const dear = 1.1;
		const [a, b] = shares(two([1000, 1000 * dear]));
		// One standard error of the log-odds here is .009.
		expect(Math.abs(Math.log(b / a) + 4 * Math.log(dear))).toBeLessThan(0.03);
	});

	it("waits as often as the outside share says", () => expectNear(shares(two([600, 600], 0.3))[2], 0.3));
});

describe("machines", () => {
	it("fail (life/η)^β times in a life and are replaced once in one", () => {
		// A year of 5,000 owners: 5000·52/520 = 500 needs, 4,518 failures; standard errors about 22 and 67.
		const sets = ["customers.owners=5000", "macro.sd=0", "macro.noise=0", "customers.outsideShare=0.01"];
		const result = resultOf("bulldozer", [...sets, "warmUp=0"], { ticks: 52 });
		const failures = ((520 / 173) ** 2 * 5000) / 520;
		expect(Math.abs(outcome(result, "repairs") / failures - 1)).toBeLessThan(0.06);
		expect(Math.abs(outcome(result, "demandMean") / (5000 / 520) - 1)).toBeLessThan(0.15);
	});
});

/** Run and note, per firm and tick, who joined and who left, by what the states say. */
function watch(world: World, ticks: number) {
	const { state, mechanic } = columns(world, customer);
	const waiting = new Map<number, number>();
	const waits: number[] = [];
	let area = 0;
	let leftInOrder = true;
	for (let t = 0; t < ticks; t++) {
		const before = Uint8Array.from(state);
		step(world, ecosystem);
		const lastJoined = new Map<number, number>();
		for (let i = 0; i < state.length; i++) {
			const firm = mechanic[i];
			const isDown = state[i] === STATE.down;
			if (isDown && before[i] !== STATE.down) waiting.set(i, t);
			if (!isDown && waiting.has(i)) {
				const since = waiting.get(i) as number;
				waits.push(t - since);
				lastJoined.set(firm, Math.max(lastJoined.get(firm) ?? -1, since));
				waiting.delete(i);
			}
		}
		for (const [i, since] of waiting) {
			area++;
			// Nobody who still waits came before the last of those who left.
			if (since < (lastJoined.get(mechanic[i]) ?? -1)) leftInOrder = false;
		}
	}
	const unfinished = [...waiting.values()].reduce((sum, since) => sum + ticks - since, 0);
	return { waits, area, leftInOrder, unfinished };
}

describe("service queues", () => {
	it("serve in the order of requests, and Little's law holds to the unit", () => {
		const world = worldOf("bulldozer", ["customers.owners=4000", "services.maintenance.capacity=1.02"]);
		const { waits, area, leftInOrder, unfinished } = watch(world, 200);
		expect(waits.length).toBeGreaterThan(200);
		expect(leftInOrder).toBe(true);
		// The time that all spent waiting, summed per customer and summed per tick.
		expect(waits.reduce((sum, wait) => sum + wait, 0) + unfinished).toBe(area);
	});

	it("never grow while capacity is ample, and always where it is short", () => {
		const queue = (capacity: number) => {
			const world = worldOf("plain bulldozer", [
				"customers.owners=4000",
				`services.maintenance.capacity=${capacity}`,
			]);
			for (let t = 0; t < 150; t++) step(world, ecosystem);
			return columns(world, serviceFirm)
				.queue.subarray(0, 8)
				.reduce((sum, length) => sum + length, 0);
		};
		expect(queue(3)).toBeLessThan(10);
		expect(queue(0.6)).toBeGreaterThan(1000);
	});
});

describe("makers' queues", () => {
	it("hold exactly the customers who wait, in the order of their orders", () => {
		const world = worldOf("bulldozer", [
			"customers.owners=4000",
			"economics.capacity=0.9",
			"economics.cancelPerWeek=0.05",
		]);
		for (let t = 0; t < 120; t++) step(world, ecosystem);
		const { queueHead, marketBacklog, demandKind } = columns(world, manufacturer);
		const maker = demandKind.findIndex((kind) => kind > 0);
		const { next, orderedAt } = columns(world, customer);
		const standing: number[] = [];
		for (let id = queueHead[maker]; id >= 0; id = next[id]) standing.push(orderedAt[id]);
		expect(standing.length).toBeGreaterThan(5);
		expect(standing.length).toBe(marketBacklog[maker]);
		expect(standing).toEqual([...standing].sort((a, b) => a - b));
	});
});
