// Boundary functions stay within their bounds and open with need.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permeability } from "../../agents/boundary.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { settings } from "../../agents/settings.js";
import { links } from "../../engine/network/network.js";
import { columns } from "../../engine/world/world.js";
import { few, go, outcome, plain, resultOf, worldOf } from "./worlds.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const boundary = fc
	.record({
		ends: fc.tuple(share, share),
		slope: fc.double({ min: 0.01, max: 100, noNaN: true }),
		middle: fc.double({ min: -1, max: 2, noNaN: true }),
	})
	.map(({ ends: [a, b], slope, middle }) => ({
		low: Math.min(a, b),
		high: Math.max(a, b),
		slope,
		middle,
	}));
const need = fc.double({ min: -50, max: 50, noNaN: true });

describe("a boundary function", () => {
	it("lies in [lo, hi] and never falls with need", () => {
		fc.assert(
			fc.property(boundary, need, need, (b, x, y) => {
				const [less, more] = [Math.min(x, y), Math.max(x, y)];
				const at = permeability(b, x);
				expect(at).toBeGreaterThanOrEqual(b.low);
				expect(at).toBeLessThanOrEqual(b.high + 1e-15);
				expect(permeability(b, more)).toBeGreaterThanOrEqual(permeability(b, less));
			}),
		);
	});

	it("is halfway at x0, and as open at 2 as at any greater need", () => {
		const b = { low: 0.1, high: 0.9, slope: 6, middle: 0.4 };
		expect(permeability(b, 0.4)).toBeCloseTo(0.5, 12);
		expect(permeability(b, 9)).toBe(permeability(b, 2));
		expect(permeability(b, -9)).toBe(permeability(b, -1));
		// .1 + .8/(1 + e^(6·.4))
		expect(permeability(b, 0)).toBeCloseTo(0.1 + 0.8 / (1 + Math.exp(2.4)), 14);
	});
});

describe("borders in the model", () => {
	const open = [...plain, "boundaries.on=true", ...few];

	it("are levers: an intervention on a parameter acts in the tick", () => {
		const world = go(worldOf("bulldozer", open), 20);
		columns(world, settings).informationLow[0] = 0.75;
		columns(world, settings).informationHigh[0] = 0.75;
		go(world, 1);
		expect([...columns(world, manufacturer).psi]).toEqual(new Array(22).fill(0.1 * 0.75));
		columns(world, settings).boundariesOn[0] = 0;
		go(world, 1);
		expect([...columns(world, manufacturer).psi]).toEqual(new Array(22).fill(0.1));
	});

	it("cost nothing inside one module, and with (1 − b) tau all that is bought where each maker is its own", () => {
		const sets = [
			...open,
			"boundaries.information.tax=0",
			"boundaries.material={low: 0.25, high: 0.25, tax: 0.04}",
			"boundaries.funds.tax=0",
		];
		const alone = go(worldOf("bulldozer", sets), 30);
		const makers = columns(alone, manufacturer);
		const { offsets, targets, shipped } = links(alone, supply);
		for (let i = 0; i < 22; i++) {
			let bought = 0;
			for (let e = offsets[i]; e < offsets[i + 1]; e++) bought += shipped[e] * makers.price[targets[e]];
			expect(makers.crossingCost[i]).toBe(Math.round(0.75 * 0.04 * bought));
		}
		expect(makers.crossingCost.some((cents) => cents > 0)).toBe(true);
		const together = go(worldOf("bulldozer", [...sets, "modules.size=22"]), 30);
		expect(columns(together, manufacturer).crossingCost.every((cents) => cents === 0)).toBe(true);
	});

	it("let orders through to who makes the same item, as far as b says and no further than that", () => {
		const text = (item: string) => `
name: twins
demand: {kind: negativeBinomial}
boundaries: {on: true, material: {low: 0.4, high: 0.4}}
stages:
  - {name: A, cost: 100, demand: {meanPerDay: 20, sdPerDay: 5}, upstream: {P: 1}}
  - {name: B, cost: 100, demand: {meanPerDay: 20, sdPerDay: 5}, upstream: {Q: 1}}
  - {name: P, cost: 30, ${item}}
  - {name: Q, cost: 20, ${item}}
`;
		const world = go(worldOf(text("item: part")), 100);
		const { contract, orderedTotal, shippedTotal } = links(world, supply);
		const standIns = [...contract.keys()].filter((e) => contract[e] >= 0);
		expect(standIns).toHaveLength(2);
		for (const e of standIns) {
			const all = orderedTotal[e] + orderedTotal[contract[e]];
			expect(orderedTotal[e]).toBeLessThanOrEqual(0.4 * all);
			expect(orderedTotal[e]).toBeGreaterThan(0.4 * all - 100);
			expect(shippedTotal[e]).toBeGreaterThan(0);
		}
		expect(links(go(worldOf(text("quality: 0.5")), 5), supply).contract).toHaveLength(2);
	});

	it("information from beyond lengthens orders by the delay of suppliers who are late", () => {
		const delays = columns(go(worldOf("bulldozer", [...open, "economics.capacity=0.8"]), 100), manufacturer);
		expect(Math.max(...delays.supplierDelay)).toBeGreaterThan(0);
		for (let i = 0; i < 22; i++)
			expect(delays.supplierDelay[i]).toBeLessThanOrEqual(delays.protectionTicks[i]);
	});

	it("connected twins cost less to run", () => {
		const sets = [...few, "twin.preset=standard"];
		const profit = (stage: string) =>
			outcome(resultOf("bulldozer", [...sets, `cloud.stage=${stage}`], { ticks: 60 }), "profit");
		expect(profit("connected")).toBeGreaterThan(profit("local"));
	});
});
