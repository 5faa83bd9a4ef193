// Links in compressed rows say what the list of links said, forwards and backwards.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compressLinks, links } from "../../engine/network/network.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { linkLists } from "./worlds.js";

/** Two populations, and links between them: loops and repeated links among them. */
const graphs = fc
	.tuple(fc.nat(9), fc.nat(9))
	.chain(([from, to]) =>
		fc.record({ from: fc.constant(from), to: fc.constant(to), lists: linkLists(from, to, 40) }),
	);

interface Lists {
	readonly sources: readonly number[];
	readonly targets: readonly number[];
}

/** The naive adjacency list: for each source, the places of its links in the order given. */
const outgoing = ({ sources }: Lists, from: number) =>
	Array.from({ length: from }, (_, node) => sources.flatMap((source, at) => (source === node ? [at] : [])));

describe("compressed links", () => {
	test("hold for each source its links in the order given", () => {
		fc.assert(
			fc.property(graphs, ({ from, to, lists }) => {
				const csr = compressLinks(lists, from, to);
				expect(csr.offsets).toHaveLength(from + 1);
				outgoing(lists, from).forEach((places, node) => {
					const [first, last] = [csr.offsets[node], csr.offsets[node + 1]];
					expect([...csr.order.slice(first, last)]).toEqual(places);
					expect([...csr.targets.slice(first, last)]).toEqual(places.map((at) => lists.targets[at]));
					expect([...csr.sources.slice(first, last)]).toEqual(places.map(() => node));
				});
				expect(csr.offsets[0]).toBe(0);
				expect(csr.offsets[from]).toBe(lists.sources.length);
			}),
		);
	});

	test("hold for each target the edges into it, in the order of edges", () => {
		fc.assert(
			fc.property(graphs, ({ from, to, lists }) => {
				const csr = compressLinks(lists, from, to);
				expect(csr.incomingOffsets).toHaveLength(to + 1);
				for (let node = 0; node < to; node++) {
					const into = [...csr.targets].flatMap((target, edge) => (target === node ? [edge] : []));
					const [first, last] = [csr.incomingOffsets[node], csr.incomingOffsets[node + 1]];
					expect([...csr.incomingEdges.slice(first, last)]).toEqual(into);
				}
				expect(csr.incomingOffsets[to]).toBe(lists.targets.length);
			}),
		);
	});

	test("carry each link's own data along by `order`", () => {
		fc.assert(
			fc.property(graphs, ({ from, to, lists }) => {
				const { order, sources, targets } = compressLinks(lists, from, to);
				expect([...order].sort((a, b) => a - b)).toEqual(lists.sources.map((_, at) => at));
				order.forEach((given, edge) => {
					expect([sources[edge], targets[edge]]).toEqual([lists.sources[given], lists.targets[given]]);
				});
			}),
		);
	});

	test("are unchanged when compressed again", () => {
		fc.assert(
			fc.property(graphs, ({ from, to, lists }) => {
				const once = compressLinks(lists, from, to);
				const { order, ...twice } = compressLinks(once, from, to);
				expect(twice).toEqual({ ...once, order: undefined });
				expect([...order]).toEqual(lists.sources.map((_, at) => at));
			}),
		);
	});

	test("lie in the world, with a row for each edge", () => {
		const bird = agentKind("bird", {});
		const tree = agentKind("tree", {});
		const perch = networkKind("perch", bird, tree, { open: { length: column("f32", "m", "of it") } });
		fc.assert(
			fc.property(graphs, ({ from, to, lists }) => {
				const { order: _, ...csr } = compressLinks(lists, from, to);
				const world = buildWorld(
					[
						{ kind: bird, size: from },
						{ kind: tree, size: to },
					],
					[{ kind: perch, links: { ...csr, order: new Uint32Array() } }],
					[0, 0],
				);
				const { length, ...views } = links(world, perch);
				expect(views).toEqual(csr);
				expect(length).toHaveLength(lists.sources.length);
				expect(world.rows.perch).toBe(lists.sources.length);
			}),
		);
	});
});

describe("links are refused", () => {
	test("when an end is no node", () => {
		const end = fc.constantFrom(-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e10);
		fc.assert(
			fc.property(graphs, end, fc.boolean(), ({ from, to, lists }, bad, atSource) => {
				const [sources, targets] = [
					[...lists.sources, 0],
					[...lists.targets, 0],
				];
				(atSource ? sources : targets)[sources.length - 1] = bad;
				const call = () => compressLinks({ sources, targets }, from + 1, to + 1);
				expect(call).toThrow(RangeError);
				expect(call).toThrow(`link ${sources.length - 1} joins`);
			}),
		);
		expect(() => compressLinks({ sources: [2], targets: [0] }, 2, 9)).toThrow(
			"link 0 joins 2 and 0: no such node",
		);
		expect(() => compressLinks({ sources: [0], targets: [9] }, 2, 9)).toThrow(
			"link 0 joins 0 and 9: no such node",
		);
	});

	test("when the lists are of unequal length", () => {
		expect(() => compressLinks({ sources: [0, 1], targets: [0] }, 2, 2)).toThrow("2 sources, but 1 targets");
	});
});
