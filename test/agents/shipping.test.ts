// Scarce stock is shared in proportion to what is owed, in whole units, by largest remainder.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { shipOrders } from "../../agents/ship.js";
import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { worldOf } from "./worlds.js";

/** One supplier (the last stage) of so many buyers, who sells to customers too. */
function supplierOf(buyers: number): { world: World; supplier: number } {
	const names = Array.from({ length: buyers }, (_, k) => `B${k}`);
	const demand = "demand: {meanPerDay: 1, sdPerDay: 1}";
	const text = `
name: shipping
demand: {kind: normal}
stages:
${names.map((name) => `  - {name: ${name}, ${demand}, upstream: {S: 1}}`).join("\n")}
  - {name: S, ${demand}}
`;
	return { world: worldOf(text), supplier: buyers };
}

function ship(owed: readonly number[], market: number, stock: number) {
	const { world, supplier } = supplierOf(owed.length);
	const makers = columns(world, manufacturer);
	const edges = links(world, supply);
	owed.forEach((units, e) => {
		edges.backlog[e] = units;
	});
	makers.marketBacklog[supplier] = market;
	makers.backlog[supplier] = market + owed.reduce((sum, units) => sum + units, 0);
	makers.finished[supplier] = stock;
	shipOrders(world, supplier, supplier + 1, 0);
	return {
		arcs: [...edges.shipped],
		market: makers.marketShipped[supplier],
		left: makers.finished[supplier],
	};
}

const claims = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 6 });

describe("shipping", () => {
	it("ships min(stock, orders) in all, each claim within a unit of its exact share and never more than owed", () => {
		fc.assert(
			fc.property(
				claims,
				fc.integer({ min: 0, max: 3000 }),
				fc.integer({ min: -50, max: 9000 }),
				(owed, market, stock) => {
					const wanted = market + owed.reduce((sum, units) => sum + units, 0);
					const { arcs, market: toMarket, left } = ship(owed, market, stock);
					const shipped = toMarket + arcs.reduce((sum, units) => sum + units, 0);
					const available = Math.min(Math.max(0, stock), wanted);
					expect(shipped).toBe(available);
					expect(left).toBe(stock - shipped);
					[...owed, market].forEach((units, k) => {
						const got = k < owed.length ? arcs[k] : toMarket;
						const exact = wanted === 0 ? 0 : (available * units) / wanted;
						expect(got).toBeLessThanOrEqual(units);
						expect(Math.abs(got - exact)).toBeLessThan(1);
					});
				},
			),
			{ numRuns: 200 },
		);
	});

	it("gives left-over units to the largest remainders: Hamilton's apportionment", () => {
		// 10 units for claims of 47, 16, 15.8 … scaled: quotas 4.7, 1.6, 1.58, 1.2, .61, .31 → 5, 2, 1, 1, 1, 0.
		expect(ship([470, 160, 158, 120, 61, 31], 0, 10).arcs).toEqual([5, 2, 1, 1, 1, 0]);
	});

	it("breaks ties by customers first, then by the order of the arcs", () => {
		expect(ship([5, 5, 5], 5, 2)).toMatchObject({ market: 1, arcs: [1, 0, 0] });
	});
});
