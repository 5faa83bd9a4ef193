// Cluster analysis: exact cases, what Lloyd's rounds promise, and a steelworks' energy.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	assign,
	chooseClusters,
	kMeans,
	lloyd,
	recenter,
	silhouette,
	standardized,
} from "../../../agents/data/clustering.js";
import { sequence } from "../../../engine/random/sequence.js";
import { purpose } from "../../../engine/random/stream.js";
import { sharedData } from "../../shared.js";

const DRAWS = purpose("test of clustering");
const coordinate = fc.integer({ min: -20, max: 20 });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
/** Corners of two unit squares, ten apart. */
const squares = [0, 10].flatMap((at) => [
	[at, 0],
	[at + 1, 0],
	[at, 1],
	[at + 1, 1],
]);

describe("k-means", () => {
	test("of two squares finds them: centers in their middles, objective 8 × ½", () => {
		const { centers, sizes, objective } = kMeans(squares, { k: 2 });
		expect(centers).toEqual([
			[0.5, 0.5],
			[10.5, 0.5],
		]);
		expect(sizes).toEqual([4, 4]);
		expect(objective).toBe(4);
	});

	test("round by round the objective never rises, whatever the weights and starts", () => {
		fc.assert(
			fc.property(points, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (list, stream) => {
				const weights = list.map(() => Number(stream.next().value));
				const start = list.slice(0, 3).map((point) => [...point]);
				let found = assign(list, weights, start);
				for (let round = 0; round < 20; round++) {
					const next = assign(list, weights, recenter(list, weights, found));
					expect(next.objective).toBeLessThanOrEqual(found.objective * (1 + 1e-12) + 1e-9);
					found = next;
				}
				expect(lloyd(list, weights, start).objective).toBeCloseTo(found.objective, 9);
			}),
		);
	});

	test("with 30 starts it is the best of all divisions of a few points", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 }), (list) => {
				const spread = (group: readonly (readonly number[])[]) =>
					[0, 1].reduce((sum, j) => {
						const center = group.reduce((total, point) => total + point[j], 0) / group.length;
						return sum + group.reduce((total, point) => total + (point[j] - center) ** 2, 0);
					}, 0);
				let best = Infinity;
				for (let side = 1; side < 2 ** list.length - 1; side++)
					best = Math.min(
						best,
						spread(list.filter((_, i) => (side >> i) & 1)) +
							spread(list.filter((_, i) => !((side >> i) & 1))),
					);
				expect(kMeans(list, { k: 2, starts: 30 }).objective).toBeCloseTo(best, 8);
			}),
		);
	});

	test("a point of weight n is n points", () => {
		fc.assert(
			fc.property(points, fc.integer({ min: 2, max: 5 }), (list, n) => {
				const start = list.slice(0, 2);
				const repeated = list.flatMap((point) => new Array<readonly [number, number]>(n).fill(point));
				const one = lloyd(list, new Array(list.length).fill(n), start);
				const all = lloyd(repeated, new Array(repeated.length).fill(1), start);
				expect(one.objective).toBeCloseTo(all.objective, 8);
				expect(one.sizes).toEqual(all.sizes);
			}),
		);
	});

	test("same seed, same clusters; k out of range is refused", () => {
		expect(kMeans(squares, { k: 3, starts: 1, seed: "a" })).toEqual(
			kMeans(squares, { k: 3, starts: 1, seed: "a" }),
		);
		expect(() => kMeans(squares, { k: 9 })).toThrow(RangeError);
		expect(() => kMeans(squares, { k: 0 })).toThrow(RangeError);
		expect(kMeans([[1], [1], [1]], { k: 2 }).objective).toBe(0);
	});
});

describe("the number of clusters", () => {
	test("silhouette of two pairs on a line: a 1, b 9.5 or 10.5", () => {
		const line = [[0], [1], [10], [11]];
		const expected = (9.5 / 10.5 + 8.5 / 9.5) / 2;
		expect(silhouette(line, [0, 0, 1, 1])).toBeCloseTo(expected, 12);
		expect(silhouette(line, [0, 1, 0, 1])).toBeLessThan(0);
	});

	test("is found where points were drawn around so many centers", () => {
		for (const clusters of [2, 3, 5]) {
			const draws = sequence(`clusters ${clusters}`, DRAWS);
			const drawn = Array.from({ length: 40 * clusters }, (_, i) => [
				10 * (i % clusters) + draws.normal(),
				7 * ((i * i) % clusters) + draws.normal(),
			]);
			const found = chooseClusters(drawn, { most: 8 });
			expect(found.centers).toHaveLength(clusters);
			expect(found.sizes).toEqual(new Array(clusters).fill(40));
			expect(found.silhouette).toBeGreaterThan(0.6);
		}
		expect(() => chooseClusters([[1], [2]], { most: 4 })).toThrow(RangeError);
	});

	test("standardized features have mean 0 and standard deviation 1, a constant one is 0", () => {
		fc.assert(
			fc.property(points, (list) => {
				const scaled = standardized(list.map(([x, y]) => [x, y * 1000, 7]));
				for (const j of [0, 1, 2]) {
					const sum = scaled.reduce((total, row) => total + row[j], 0);
					const squares = scaled.reduce((total, row) => total + row[j] * row[j], 0) / list.length;
					expect(sum).toBeCloseTo(0, 8);
					expect(Math.min(Math.abs(squares - 1), squares)).toBeCloseTo(0, 8);
				}
				expect(scaled.every((row) => row[2] === 0)).toBe(true);
			}),
		);
	});
});

const steel = sharedData("steel_energy/Steel_industry_data.csv");
describe.skipIf(!steel)("a year of a steelworks' energy in quarter hours", () => {
	const rows: Record<string, string>[] = steel
		? parse(readFileSync(steel), { columns: true, bom: true })
		: [];
	const energy = rows.map((row) => Number(row.Usage_kWh));

	test("days fall into days of work and days of rest by their energy alone", () => {
		expect(energy.reduce((sum, kwh) => sum + kwh, 0)).toBeCloseTo(959_636.71, 2);
		// 24 hours of each day, in kWh.
		const days = Array.from({ length: 365 }, (_, d) =>
			Array.from({ length: 24 }, (_, h) =>
				energy.slice(96 * d + 4 * h, 96 * d + 4 * h + 4).reduce((sum, kwh) => sum + kwh, 0),
			),
		);
		const { centers, labels, sizes, silhouette } = chooseClusters(days, { most: 6 });
		const total = (c: number) => centers[c].reduce((sum, kwh) => sum + kwh, 0);
		const weekend = days.map((_, d) => rows[96 * d].WeekStatus === "Weekend");
		expect(centers).toHaveLength(2);
		expect(total(1)).toBeGreaterThan(4 * total(0));
		// 87 of the 106 days of rest are at a weekend, of which there are 104.
		const resting = weekend.filter((_, d) => labels[d] === 0);
		expect(resting.filter(Boolean).length / sizes[0]).toBeGreaterThan(0.8);
		expect(resting.filter(Boolean).length / weekend.filter(Boolean).length).toBeGreaterThan(0.8);
		expect(silhouette).toBeGreaterThan(0.45);
	});
});
