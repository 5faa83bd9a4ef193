// Customers are in touch with neighbors and, some of them, with anyone: a small world.

import { describe, expect, test } from "vitest";
import { customer, peers } from "../../agents/customer.js";
import { peerLinks } from "../../agents/peers.js";
import { clustering } from "../../engine/network/clustering.js";
import { degrees } from "../../engine/network/degree.js";
import { distancesFrom } from "../../engine/network/distances.js";
import { graphOf } from "../../engine/network/graph.js";
import { links } from "../../engine/network/network.js";
import { columns } from "../../engine/world/world.js";
import { go, worldOf } from "./worlds.js";

const world = (owners: number, each: number | "complete", rewired: number, seed = "peers") =>
	graphOf({ nodeCount: owners, ...peerLinks({ owners, peers: each, rewired }, seed) });
const meanDistance = (graph: ReturnType<typeof world>) => {
	const found = distancesFrom(graph, 0);
	return found.reduce((sum, each) => sum + each, 0) / (found.length - 1);
};

describe("peers", () => {
	test("on a ring: everyone has the neighbors on either side, clustering is 3(k − 2)/4(k − 1)", () => {
		for (const k of [4, 6, 10]) {
			const graph = world(500, k, 0);
			expect(new Set(degrees(graph))).toEqual(new Set([k]));
			expect(clustering(graph).mean).toBeCloseTo((3 * (k - 2)) / (4 * (k - 1)), 12);
			expect(Array.from(graph.neighbors.subarray(0, k / 2))).toEqual(
				Array.from({ length: k / 2 }, (_, d) => d + 1),
			);
		}
	});

	test("a tenth rewired: as near as at random, as clustered as a ring (Watts & Strogatz 1998)", () => {
		const [ring, small, random] = [0, 0.1, 1].map((share) => world(2000, 10, share));
		if (!ring || !small || !random) throw new Error("three worlds");
		expect(meanDistance(small)).toBeLessThan(2 * meanDistance(random));
		expect(meanDistance(small)).toBeLessThan(meanDistance(ring) / 10);
		// C(p) is about C(0)(1 − p)³ (Barrat & Weigt 2000).
		expect(clustering(small).mean / clustering(ring).mean).toBeGreaterThan(0.9 ** 3 - 0.04);
		expect(clustering(small).mean / clustering(ring).mean).toBeLessThan(0.9 ** 3 + 0.04);
		expect(clustering(random).mean).toBeLessThan(0.02);
	});

	test("links are kept in number; nobody is its own peer, or twice another's from its side", () => {
		const graph = world(3000, 8, 0.5);
		expect(graph.selfLoops).toBe(0);
		expect(graph.edgeCount + graph.duplicates).toBe(12_000);
		expect(graph.duplicates).toBeLessThan(30);
		expect(Math.min(...degrees(graph))).toBeGreaterThanOrEqual(3);
	});

	test("complete: everyone with everyone, once", () => {
		const graph = world(60, "complete", 0.1);
		expect(graph.edgeCount).toBe((60 * 59) / 2);
		expect([graph.selfLoops, graph.duplicates]).toEqual([0, 0]);
	});

	test("by the run's seed; few people also", () => {
		expect(world(100, 4, 0.3, "a")).toEqual(world(100, 4, 0.3, "a"));
		expect(world(100, 4, 0.3, "a").neighbors).not.toEqual(world(100, 4, 0.3, "b").neighbors);
		expect(world(3, 2, 1).selfLoops).toBe(0);
	});

	test("stand in the world as links, each pair once, and are none unless asked for", () => {
		const sets = ["customers.owners=300", "customers.peers=6", "customers.rewired=0.2"];
		const some = worldOf("plain bulldozer", sets);
		expect(some.rows[peers.name]).toBe(900);
		const { offsets, incomingOffsets, sources, targets, incomingEdges } = links(some, peers);
		// The peers of 7 from both ends: targets of its edges, sources of those that come in.
		const mine = [
			...targets.subarray(offsets[7], offsets[8]),
			...Array.from(
				incomingEdges.subarray(incomingOffsets[7], incomingOffsets[8]),
				(e) => sources[e] as number,
			),
		];
		for (const other of mine)
			expect(
				Array.from(sources).some(
					(source, e) => (source === 7 && targets[e] === other) || (source === other && targets[e] === 7),
				),
			).toBe(true);
		expect(worldOf("plain bulldozer", ["customers.owners=300"]).rows[peers.name]).toBe(0);
	});

	test("alone change nothing that anyone does", () => {
		const state = (sets: string[]) => columns(go(worldOf("plain bulldozer", sets), 40), customer).turnsAt;
		expect(state(["customers.owners=300", "customers.peers=6"])).toEqual(state(["customers.owners=300"]));
	});
});
