// Box covering: never fewer boxes than the least, never more than the graph needs, exact where the least is known.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxCovering } from "../../engine/network/box-covering.js";
import { components } from "../../engine/network/components.js";
import { graphOf, type WeightedLinks } from "../../engine/network/graph.js";
import { allDistances, nodesOf, smallLinks } from "./small-graphs.js";

const cover = (links: WeightedLinks, orders = 200) => boxCovering(graphOf(links), { seed: "boxes", orders });

/** The fewest boxes by trying every way to put nodes into boxes. */
function leastBoxes(distance: readonly (readonly number[])[], size: number): number {
	let least = distance.length;
	const boxes: number[][] = [];
	const place = (node: number) => {
		if (boxes.length >= least) return;
		if (node === distance.length) {
			least = boxes.length;
			return;
		}
		for (const box of boxes) {
			if (!box.every((other) => distance[node][other] < size)) continue;
			box.push(node);
			place(node + 1);
			box.pop();
		}
		boxes.push([node]);
		place(node + 1);
		boxes.pop();
	};
	place(0);
	return least;
}

const path = (nodeCount: number): WeightedLinks => ({
	nodeCount,
	sources: Array.from({ length: nodeCount - 1 }, (_, node) => node),
	targets: Array.from({ length: nodeCount - 1 }, (_, node) => node + 1),
});

describe("box covering", () => {
	test("finds the fewest boxes of small graphs, and bounds that hold", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const distance = allDistances(links);
				for (const { size, boxes, atLeast } of cover(links).counts) {
					expect(boxes).toBe(leastBoxes(distance, size));
					expect(atLeast).toBeLessThanOrEqual(boxes);
				}
			}),
		);
	});

	test("with a single order, finds no fewer than there must be", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const distance = allDistances(links);
				for (const { size, boxes, atLeast } of cover(links, 1).counts) {
					const least = leastBoxes(distance, size);
					expect(boxes).toBeGreaterThanOrEqual(least);
					expect(atLeast).toBeLessThanOrEqual(least);
				}
			}),
		);
	});

	test("goes from 2 to the diameter + 1, where each component is one box, by counts that never rise", () => {
		fc.assert(
			fc.property(smallLinks(), (links) => {
				const finite = allDistances(links).flat().filter(Number.isFinite);
				const { counts } = cover(links, 5);
				expect(counts.map(({ size }) => size)).toEqual(
					Array.from({ length: Math.max(0, ...finite) }, (_, i) => i + 2),
				);
				if (counts.length > 0) expect(counts.at(-1)?.boxes).toBe(components(graphOf(links)).sizes.length);
				for (let i = 1; i < counts.length; i++)
					expect(counts[i].boxes).toBeLessThanOrEqual(counts[i - 1].boxes);
			}),
		);
	});

	test("a path of n nodes needs n/ℓ boxes, rounded up, and has dimension near 1", () => {
		const { counts, dimension } = cover(path(300));
		for (const { size, boxes, atLeast } of counts) {
			expect(boxes).toBe(Math.ceil(300 / size));
			expect(atLeast).toBe(boxes);
		}
		expect(dimension).toBeGreaterThan(0.8);
		expect(dimension).toBeLessThan(1.1);
	});

	test("a complete graph is one box of size 2 and has no dimension; a graph without edges has no boxes", () => {
		const pairs = nodesOf({ nodeCount: 5, sources: [], targets: [] }).flatMap((a) =>
			Array.from({ length: a }, (_, b) => [a, b]),
		);
		const complete = { nodeCount: 5, sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b) };
		expect(cover(complete)).toEqual({
			counts: [{ size: 2, boxes: 1, atLeast: 1 }],
			dimension: Number.NaN,
			r2: Number.NaN,
		});
		for (const nodeCount of [0, 1, 7])
			expect(cover({ nodeCount, sources: [], targets: [] })).toMatchObject({
				counts: [],
				dimension: Number.NaN,
			});
	});

	test("depends on its seed alone", () => {
		const links = {
			nodeCount: 60,
			sources: nodesOf(path(60)),
			targets: nodesOf(path(60)).map((i) => (i * i) % 60),
		};
		const found = (seed: string) => boxCovering(graphOf(links), { seed, orders: 20 });
		expect(found("a")).toEqual(found("a"));
	});

	test("refuses more than 2,000 nodes, and no orders", () => {
		expect(() => cover(path(2001))).toThrow(/at most 2000 nodes, got 2001/);
		for (const orders of [0, -1, 1.5, Number.NaN]) expect(() => cover(path(3), orders)).toThrow(/orders/);
	});
});
