// Plans of hours: the programme is never beaten by the greedy one, both keep to hours, funds and parts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manufacturer } from "../../agents/manufacturer.js";
import { type Period, planByProgram, planGreedily } from "../../agents/plan-hours.js";
import { columns } from "../../engine/world/world.js";
import { go, outcome, resultOf, worldOf } from "./worlds.js";

const amount = (most: number) => fc.integer({ min: 0, max: most });
/** A chain of products in which each may use the one before. */
const period: fc.Arbitrary<Period> = fc
	.array(
		fc.record({
			worth: fc.integer({ min: -50, max: 500 }),
			hours: fc.integer({ min: 1, max: 9 }),
			outlay: amount(50),
			wanted: amount(60),
			there: amount(20),
			uses: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 6 },
	)
	.chain((products) =>
		fc.record({
			products: fc.constant(
				products.map(({ uses, ...product }, k) => ({
					...product,
					inputs: uses && k > 0 ? [{ of: k - 1, quantity: 1 + (k % 2) }] : [],
				})),
			),
			hours: fc.integer({ min: 1, max: 900 }),
			wage: amount(60),
			funds: amount(9000),
		}),
	);

describe("plans", () => {
	it("of the programme are worth at least the greedy ones, and both are possible", () => {
		fc.assert(
			fc.property(period, (given) => {
				const greedy = planGreedily(given);
				const best = planByProgram(given);
				expect(best).toBeDefined();
				for (const plan of best ? [greedy, best] : [greedy]) {
					const total = (of: (k: number) => number) => plan.units.reduce((sum, _, k) => sum + of(k), 0);
					const near = 1e-6 * (1 + given.hours + given.funds);
					const used = total((k) => plan.units[k] * given.products[k].hours);
					expect(used).toBeLessThanOrEqual(given.hours + plan.change + near);
					expect(Math.abs(plan.change)).toBeLessThanOrEqual(0.05 * given.hours + near);
					expect(total((k) => plan.units[k] * given.products[k].outlay)).toBeLessThanOrEqual(
						given.funds + near,
					);
					given.products.forEach(({ there, wanted }, k) => {
						expect(plan.units[k]).toBeLessThanOrEqual(wanted + near);
						const uses = total((j) =>
							given.products[j].inputs.reduce(
								(sum, { of, quantity }) => sum + (of === k ? quantity * plan.units[j] : 0),
								0,
							),
						);
						expect(uses).toBeLessThanOrEqual(there + plan.units[k] + near);
					});
				}
				expect(best?.value ?? 0).toBeGreaterThanOrEqual(greedy.value - 1e-6 * (1 + Math.abs(greedy.value)));
			}),
			{ numRuns: 200 },
		);
	});

	it("of a product whose parts are worth nothing themselves: only the programme makes the parts", () => {
		const part = { worth: 0, hours: 1, outlay: 0, wanted: 10, there: 0, inputs: [] };
		const product = {
			worth: 100,
			hours: 1,
			outlay: 0,
			wanted: 10,
			there: 0,
			inputs: [{ of: 0, quantity: 1 }],
		};
		const given = { products: [part, product], hours: 20, wage: 1, funds: 1000 };
		expect(planByProgram(given)?.value).toBeCloseTo(1000, 6);
		expect(planGreedily(given).value).toBeCloseTo(1, 6);
	});

	it("move whole hours, in all within 5 % of those contracted, and only every planEvery ticks", () => {
		const world = worldOf("plain bulldozer", ["planning.kind=lp", "modules.size=8", "planning.every=3"]);
		const { contractedHours, nextHours, module } = columns(world, manufacturer);
		let before = [...nextHours];
		for (let t = 0; t < 40; t++) {
			go(world, 1);
			if (t % 3 !== 0) expect([...nextHours]).toEqual(before);
			before = [...nextHours];
			const contracted = [0, 0, 0];
			const change = [0, 0, 0];
			module.forEach((m, i) => {
				contracted[m] += contractedHours[i];
				change[m] += nextHours[i];
				expect(Number.isInteger(nextHours[i])).toBe(true);
				expect(contractedHours[i] + nextHours[i]).toBeGreaterThanOrEqual(0);
			});
			for (let m = 0; m < 3; m++) expect(Math.abs(change[m])).toBeLessThanOrEqual(0.05 * contracted[m] + 1);
		}
		expect(before.some((hours) => hours !== 0)).toBe(true);
	});

	it("report how much the greedy plan misses", () => {
		const gap = (kind: string) =>
			outcome(
				resultOf("plain bulldozer", [`planning.kind=${kind}`, "modules.size=22", "economics.capacity=1"], {
					ticks: 60,
				}),
				"planningGap",
			);
		expect(gap("greedy")).toBe(0);
		expect(gap("lp")).toBeGreaterThan(0);
		expect(gap("lp")).toBeLessThan(1);
	});
});
