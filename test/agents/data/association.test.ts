// Association analysis: the example of Agrawal & Srikant, counting by hand, and real orders.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { associationRules, frequentItemsets, ruleMeasures } from "../../../agents/data/association.js";
import { quantile } from "../../../engine/analysis/index.js";
import { sharedData } from "../../shared.js";

const orders = fc.array(fc.array(fc.constantFrom(..."abcdefg"), { maxLength: 6 }), {
	minLength: 1,
	maxLength: 30,
});
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const holds = (transaction: readonly string[], items: readonly string[]) =>
	items.every((item) => transaction.includes(item));

describe("frequent itemsets", () => {
	test("of the four transactions of Agrawal & Srikant (1994), two of them enough", () => {
		const found = frequentItemsets(
			[
				["1", "3", "4"],
				["2", "3", "5"],
				["1", "2", "3", "5"],
				["2", "5"],
			],
			{ leastSupport: 0.5 },
		);
		expect(found.map(({ items, count }) => [items.join(""), count])).toEqual([
			["1", 2],
			["2", 3],
			["3", 3],
			["5", 3],
			["13", 2],
			["23", 2],
			["25", 3],
			["35", 2],
			["235", 2],
		]);
	});

	test("are all sets that enough transactions hold, and no others, each counted right", () => {
		fc.assert(
			fc.property(orders, share, (transactions, leastSupport) => {
				const n = transactions.length;
				const items = [..."abcdefg"];
				const all = Array.from({ length: 127 }, (_, k) => items.filter((_, i) => ((k + 1) >> i) & 1));
				const expected = all
					.map((set) => [set.join(""), transactions.filter((one) => holds(one, set)).length] as const)
					.filter(([, count]) => count > 0 && count / n >= leastSupport - 1e-12);
				const found = frequentItemsets(transactions, { leastSupport });
				expect(found.map(({ items, count }) => [items.join(""), count]).sort()).toEqual(expected.sort());
				expect(found.every(({ count, support }) => support === count / n)).toBe(true);
			}),
		);
	});

	test("of up to so many items are the smaller ones of all", () => {
		fc.assert(
			fc.property(orders, share, fc.integer({ min: 1, max: 4 }), (transactions, leastSupport, largest) => {
				expect(frequentItemsets(transactions, { leastSupport, largest })).toEqual(
					frequentItemsets(transactions, { leastSupport }).filter(({ items }) => items.length <= largest),
				);
			}),
		);
	});

	test("a support that is no share is refused", () => {
		expect(() => frequentItemsets([["a"]], { leastSupport: 0 })).toThrow(RangeError);
		expect(() => frequentItemsets([["a"]], { leastSupport: 2 })).toThrow(RangeError);
	});
});

describe("rules", () => {
	test("have the confidence and lift of their sides, within bounds, most confident first", () => {
		fc.assert(
			fc.property(orders, share, share, (transactions, leastSupport, leastConfidence) => {
				const found = associationRules(frequentItemsets(transactions, { leastSupport }), { leastConfidence });
				const count = (items: readonly string[]) => transactions.filter((one) => holds(one, items)).length;
				let last = 1;
				for (const { from, to, support, confidence, lift } of found) {
					expect(confidence).toBe(count([...from, ...to]) / count(from));
					expect(lift).toBeCloseTo((confidence / count(to)) * transactions.length, 12);
					expect(support).toBeLessThanOrEqual(confidence);
					expect(confidence).toBeGreaterThanOrEqual(leastConfidence);
					expect(confidence).toBeLessThanOrEqual(last);
					last = confidence;
				}
			}),
		);
	});

	test("more on the first side is never less confident in the rest (why Apriori may prune): ab ⇒ c ≥ a ⇒ bc", () => {
		fc.assert(
			fc.property(orders, (transactions) => {
				const rules = associationRules(frequentItemsets(transactions, { leastSupport: 0.05 }), {
					leastConfidence: 0,
				});
				const known = new Map(rules.map((rule) => [`${rule.from.join("")}>${rule.to.join("")}`, rule]));
				for (const { from, to, confidence } of rules) {
					if (to.length < 2) continue;
					const more = [...from, to[0]].sort();
					const fewer = known.get(`${more.join("")}>${to.slice(1).join("")}`);
					expect(fewer?.confidence).toBeGreaterThanOrEqual(confidence);
				}
			}),
		);
	});

	test("z is the root of χ² of the table: 2 × 2 of 40, 10, 20, 30", () => {
		// χ² = 100 (40·30 − 10·20)²/(50·50·60·40)
		const { z, lift } = ruleMeasures(100, 50, 60, 40);
		expect(z * z).toBeCloseTo(100 / 6, 12);
		expect(lift).toBeCloseTo(0.8 / 0.6, 12);
		expect(ruleMeasures(100, 50, 60, 30)).toMatchObject({ lift: 1, z: 0 });
		expect(ruleMeasures(100, 50, 60, 20).z).toBeLessThan(0);
		expect(ruleMeasures(10, 10, 4, 4).z).toBe(0);
	});
});

const sales = sharedData("supplygraph/Raw Dataset/Homogenoeus/Temporal Data/Unit/Sales Order.csv");
const groups = sharedData(
	"supplygraph/Raw Dataset/Homogenoeus/Nodes/Node Types (Product Group and Subgroup).csv",
);
describe.skipIf(!sales || !groups)("221 days of orders of 41 products (SupplyGraph)", () => {
	const read = (path: string | undefined): Record<string, string>[] =>
		path ? parse(readFileSync(path), { columns: true, bom: true }) : [];
	const days = read(sales);
	const groupOf = new Map(read(groups).map((row) => [row.Node, row.Group]));
	const products = Object.keys(days[0] ?? {}).filter((key) => key !== "Date");
	const open = days.filter((day) => products.some((product) => Number(day[product]) > 0));
	const usual = new Map(
		products.map((product) => [
			product,
			quantile(
				open.map((day) => Number(day[product])),
				0.75,
			),
		]),
	);
	/** Of each day with orders, the products of which more was ordered than on three days of four. */
	const large = open.map((day) =>
		products.filter((product) => Number(day[product]) > (usual.get(product) ?? 0)),
	);
	const lifts = (transactions: readonly (readonly string[])[]) => {
		const itemsets = frequentItemsets(transactions, { leastSupport: 0.01, largest: 2 });
		const pairs = associationRules(itemsets, { leastConfidence: 0 }).filter(
			({ from, to }) => from[0] < to[0],
		);
		return new Map(pairs.map(({ from, to, lift }) => [`${from[0]} ${to[0]}`, lift]));
	};
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

	test("large orders come together, those of one group of products above all", () => {
		expect(days).toHaveLength(221);
		const found = [...lifts(large)];
		const of = (same: boolean) =>
			found
				.filter(([pair]) => {
					const [one, other] = pair.split(" ").map((product) => groupOf.get(product));
					return (one === other) === same;
				})
				.map(([, lift]) => lift);
		expect(mean(of(false))).toBeGreaterThan(1.5);
		expect(mean(of(true))).toBeGreaterThan(1.5 * mean(of(false)));
	});

	test("what goes together in the first half of the days does so in the second", () => {
		const half = Math.floor(large.length / 2);
		const [first, second] = [lifts(large.slice(0, half)), lifts(large.slice(half))];
		const pairs = [...first.keys()].filter((pair) => second.has(pair));
		const again = (least: number, most: number) =>
			mean(
				pairs
					.filter((pair) => {
						const lift = first.get(pair) ?? 0;
						return lift >= least && lift < most;
					})
					.map((pair) => second.get(pair) ?? 0),
			);
		const lift = [again(0, 1), again(1, 1.5), again(1.5, 2), again(2, Infinity)];
		expect(lift).toEqual(lift.toSorted((a, b) => a - b));
		expect(lift[3]).toBeGreaterThan(1.5 * lift[0]);
	});
});
