// Hypervolume: against counting cells of a grid, known fronts, and what any measure of volume keeps to.

import fc from "fast-check";
import { expect, test } from "vitest";
import { hypervolume } from "../../optimizers/hypervolume.js";

const GRID = 5;
/** Points on a grid, some beyond the reference, which is GRID everywhere. */
const sets = fc.integer({ min: 1, max: 5 }).chain((m) =>
	fc
		.array(fc.array(fc.integer({ min: 0, max: GRID + 1 }), { minLength: m, maxLength: m }), {
			maxLength: 9,
		})
		.map((points) => ({ m, points, reference: new Array<number>(m).fill(GRID) })),
);

test("is the number of cells that some point dominates", () => {
	fc.assert(
		fc.property(sets, ({ m, points, reference }) => {
			let cells = 0;
			for (let cell = 0; cell < GRID ** m; cell++) {
				const at = Array.from({ length: m }, (_, k) => Math.floor(cell / GRID ** k) % GRID);
				if (points.some((point) => point.every((value, k) => value <= at[k]))) cells++;
			}
			expect(hypervolume(points, reference)).toBe(cells);
		}),
	);
});

test("does not depend on the order of points or of objectives, and grows with scale and points", () => {
	const reals = fc.integer({ min: 1, max: 4 }).chain((m) =>
		fc.array(fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: m, maxLength: m }), {
			minLength: 1,
			maxLength: 12,
		}),
	);
	fc.assert(
		fc.property(reals, (points) => {
			const reference = points[0].map((_, k) => 1 + k / 10);
			const volume = hypervolume(points, reference);
			expect(hypervolume([...points].reverse(), reference)).toBeCloseTo(volume, 12);
			const turned = points.map((point) => [...point].reverse());
			expect(hypervolume(turned, [...reference].reverse())).toBeCloseTo(volume, 12);
			expect(hypervolume([...points, ...points], reference)).toBeCloseTo(volume, 12);
			expect(hypervolume(points.slice(1), reference)).toBeLessThanOrEqual(volume + 1e-12);
			const twice = points.map((point) => point.map((value) => 2 * value));
			const far = reference.map((value) => 2 * value);
			expect(hypervolume(twice, far)).toBeCloseTo(volume * 2 ** reference.length, 10);
		}),
	);
});

test("of fine fronts: a line .5, a quarter circle 1 − π/4, a plane 5/6, an eighth of a sphere 1 − π/6", () => {
	const steps = 400;
	const along = Array.from({ length: steps + 1 }, (_, i) => i / steps);
	expect(
		hypervolume(
			along.map((t) => [t, 1 - t]),
			[1, 1],
		),
	).toBeCloseTo(0.5, 2);
	const circle = along.map((t) => [Math.cos((t * Math.PI) / 2), Math.sin((t * Math.PI) / 2)]);
	expect(hypervolume(circle, [1, 1])).toBeCloseTo(1 - Math.PI / 4, 2);
	const thirds = along.filter((_, i) => i % 10 === 0);
	const plane = thirds.flatMap((a) => thirds.filter((b) => a + b <= 1).map((b) => [a, b, 1 - a - b]));
	expect(hypervolume(plane, [1, 1, 1])).toBeCloseTo(5 / 6, 1);
	const sphere = thirds.flatMap((a) =>
		thirds.map((b) => {
			const [u, v] = [(a * Math.PI) / 2, (b * Math.PI) / 2];
			return [Math.cos(u), Math.sin(u) * Math.cos(v), Math.sin(u) * Math.sin(v)];
		}),
	);
	expect(hypervolume(sphere, [1, 1, 1])).toBeCloseTo(1 - Math.PI / 6, 1);
});

test("nothing, points on the reference or beyond it, and NaN contribute nothing", () => {
	expect(hypervolume([], [1, 1])).toBe(0);
	expect(
		hypervolume(
			[
				[1, 0],
				[0, 2],
				[NaN, 0],
				[Infinity, 0],
			],
			[1, 1],
		),
	).toBe(0);
	expect(
		hypervolume(
			[
				[0.5, 0.5],
				[-5, 1],
				[NaN, 0],
			],
			[1, 1],
		),
	).toBe(0.25);
	expect(hypervolume([[-3], [0]], [1])).toBe(4);
});

test("says what is wrong", () => {
	for (const [points, reference] of [
		[[[1, 2]], [3]],
		[[[1]], [NaN]],
		[[[1]], [Infinity]],
		[[], []],
		[[[-Infinity, 1]], [2, 2]],
	] as [number[][], number[]][])
		expect(() => hypervolume(points, reference)).toThrow(RangeError);
});
