// fractwin network finds the modules, the dimension and the measures of graphs in files.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeGraph, describeText } from "../../cli/network/describe.js";
import { dimensionOf, dimensionText } from "../../cli/network/dimension.js";
import { modulesOf } from "../../cli/network/modules.js";
import { program } from "../../cli/program.js";
import { flower } from "../../engine/network/generators/flower.js";
import { modularity } from "../../engine/network/modularity.js";
import { BadInput, formatFault } from "../../scenarios/fault.js";
import { readGraph } from "../../scenarios/importers/graph/graph-file.js";
import { sharedData } from "../shared.js";
import { emptyFolder, fractwin, fractwinJson } from "./command.js";

/** Two triangles joined by an edge, and a node apart that points at itself. */
const gml = `graph [
${[..."abcdefg"].map((id) => `node [ id "${id}" label "Node ${id}" ]`).join("\n")}
${["ab", "bc", "ca", "cd", "de", "ef", "fd", "gg"].map(([a, b]) => `edge [ source "${a}" target "${b}" ]`).join("\n")}
]`;

function folderWith(files: Readonly<Record<string, string>>): string {
	const folder = emptyFolder();
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return folder;
}

const read = (file: string, text: string) => readGraph({ file, text });
const quiet = { seed: "1", quiet: true };

describe("network", () => {
	const folder = folderWith({ "two.gml": gml });
	const two = read("two.gml", gml);

	test("partition: two triangles are two modules, by modularity and by constant Potts", async () => {
		const { nodes, edges, modules, moduleOf, quality } = fractwinJson(
			["network", "two.gml", "partition"],
			folder,
		);
		expect({ nodes, edges, modules }).toEqual({ nodes: 7, edges: 8, modules: 3 });
		const sets = ["abc", "def", "g"].map((ids) => new Set([...ids].map((id) => moduleOf[id])).size);
		expect(sets).toEqual([1, 1, 1]);
		const [sources, targets] = [
			[0, 1, 2, 2, 3, 4, 5, 6],
			[1, 2, 0, 3, 4, 5, 3, 6],
		];
		const all = [..."abcdefg"].map((id) => moduleOf[id]);
		expect(quality).toBeCloseTo(modularity({ nodeCount: 7, sources, targets }, all), 12);
		const potts = await modulesOf(two, { ...quiet, objective: "cpm", resolution: 0.5 });
		// Each triangle has 3 links of 3 pairs, the node apart one link to itself.
		expect(potts.quality).toBeCloseTo(2 * (3 - 0.5 * 3) + 1, 12);
		expect(potts.modules).toBe(3);
	});

	test("describe: measures of the simple graph, modularity of the best partition", () => {
		expect(fractwinJson(["network", "two.gml", "describe"], folder)).toMatchObject({
			nodes: 7,
			edges: 8,
			directed: false,
			selfLoops: 1,
			duplicateEdges: 0,
			degree: { min: 0, mean: 2, max: 3, distribution: { 0: 1, 2: 4, 3: 2 } },
			clustering: { mean: (4 + 2 / 3) / 7, triangles: 2, byDegree: { 2: 1, 3: 1 / 3 } },
			components: { count: 2, largest: 6 },
			modules: 3,
		});
	});

	test("dimension: boxes for every size from 2 to the diameter + 1", async () => {
		const found = fractwinJson(["network", "two.gml", "dimension"], folder);
		expect(found).toMatchObject({ boxes: { 2: 3, 3: 3, 4: 2 }, components: 2, diameter: 3 });
		const links = flower(2, 2, 4);
		const rows = Array.from(links.sources, (source, e) => `${source},${links.targets[e]}`);
		const graph = read("flower.csv", `source,target\n${rows.join("\n")}\n`);
		const { boxes, dimension, r2 } = await dimensionOf(graph, "flower.csv", quiet);
		expect([boxes[3], boxes[5], boxes[9]]).toEqual([36, 12, 4]);
		expect(Object.keys(boxes)).toHaveLength(16);
		expect(dimension).toBeGreaterThan(1.7);
		expect(dimension).toBeLessThan(2.1);
		expect(r2).toBeGreaterThan(0.9);
	});

	test("a graph without nodes has an answer to each, without NaN or null", async () => {
		const none = read("none.gml", "graph [ ]");
		const described = await describeGraph(none, quiet);
		const answers = [await modulesOf(none, quiet), await dimensionOf(none, "none.gml", quiet), described];
		expect(answers[0]).toMatchObject({ quality: 0, modules: 0, moduleOf: {} });
		expect(answers[1]).toMatchObject({ boxes: {}, diameter: 0 });
		expect(described.components).toEqual({ count: 0, largest: 0 });
		expect(JSON.stringify(answers)).not.toMatch(/null|NaN/);
	});

	test("links of an edge list have a direction where asked", async () => {
		const ring = "source,target\na,b\nb,c\nc,a\na,d\n";
		writeFileSync(join(folder, "ring.csv"), ring);
		expect((await describeGraph(read("ring.csv", ring), quiet)).strongComponents).toBeUndefined();
		expect(fractwinJson(["network", "ring.csv", "describe", "--directed"], folder)).toMatchObject({
			directed: true,
			inDegree: { min: 1, mean: 1, max: 1 },
			outDegree: { min: 0, mean: 1, max: 2 },
			strongComponents: { count: 2, largest: 3 },
		});
	});

	test("for people: the graph in one line, a table, and names where the file has some", async () => {
		const { code, out, err } = fractwin(["network", "two.gml", "partition"], folder);
		expect({ code, err }).toEqual({ code: 0, err: "" });
		expect(out).toMatch(/^two\.gml: 7 nodes, 8 edges, undirected\n/);
		expect(out).toMatch(/Node a, Node b, Node c/);
		expect(dimensionText(await dimensionOf(two, "two.gml", quiet))).toMatch(/2 {2,}3 {2}the least/);
		expect(describeText(await describeGraph(two, quiet))).toMatch(/leave out 1 self-loop/);
	});

	test("--out writes the document, once; --dry-run writes nothing", () => {
		expect(fractwin(["network", "two.gml", "dimension", "--out", "d.json", "--dry-run"], folder).out).toMatch(
			/7 nodes/,
		);
		expect(existsSync(join(folder, "d.json"))).toBe(false);
		const { out } = fractwin(["network", "two.gml", "dimension", "--out", "d.json", "--json"], folder);
		expect(readFileSync(join(folder, "d.json"), "utf8")).toBe(out);
		expect(fractwin(["network", "two.gml", "dimension", "--out", "d.json"], folder).err).toMatch(
			/exists already/,
		);
		expect(fractwin(["network", "two.gml", "dimension", "--out", "d.json", "--force"], folder).code).toBe(0);
	});
});

const many = `source,target\n${Array.from({ length: 2000 }, (_, i) => `${i},${i + 1}`).join("\n")}\n`;
const faults: readonly [what: string, words: readonly string[], text: string, message: RegExp][] = [
	[
		"a misspelled column",
		["describe"],
		"sorce,target\n1,2\n",
		/g\.csv:1 unknown column "sorce".*did you mean "source"/,
	],
	[
		"too many nodes for boxes",
		["dimension"],
		many,
		/g\.csv: 2,001 nodes are too many .*expected at most 2,000/,
	],
	["an unknown question", ["dimensions"], "source,target\n1,2\n", /partition, dimension, describe/],
	["an unknown objective", ["partition", "--objective", "q"], "source,target\n1,2\n", /modularity, cpm/],
	["a resolution below 0", ["partition", "--resolution", "-1"], "source,target\n1,2\n", /number ≥ 0/],
	["a resolution in words", ["partition", "--resolution", "x"], "source,target\n1,2\n", /number ≥ 0/],
	[
		"an objective of describe",
		["describe", "--objective", "cpm"],
		"source,target\n1,2\n",
		/is of no use to describe/,
	],
	["an --out without a parent", ["describe", "--out", "no/where"], "source,target\n1,2\n", /does not exist/],
];

test("bad input ends with code 2, text on stderr alone", () => {
	const [, words, text, message] = faults[0];
	const { code, out, err } = fractwin(
		["network", "g.csv", ...words, "--json"],
		folderWith({ "g.csv": text }),
	);
	expect(err).toMatch(message);
	expect({ code, out }).toEqual({ code: 2, out: "" });
});

test.each(faults)("bad input: %s", async (_, words, text, message) => {
	const command = await program(["network"]);
	for (const inner of command.commands) inner.configureOutput({ writeErr() {} });
	const file = join(folderWith({ "g.csv": text }), "g.csv");
	const error = await command
		.parseAsync(["network", file, ...words, "--json"], { from: "user" })
		.catch((reason: Error) => reason);
	const said =
		error instanceof BadInput ? error.faults.map(formatFault).join("\n") : (error as Error).message;
	expect(said).toMatch(message);
});

const karate = sharedData("communities/karate.edges.csv");
test.skipIf(!karate)("the karate club, as others measure it", async () => {
	const found = await describeGraph(read("karate.csv", readFileSync(karate ?? "", "utf8")), quiet);
	expect(found.clustering.mean).toBeCloseTo(0.5706384782, 9);
	expect(found.clustering.transitivity).toBeCloseTo(0.2556818182, 9);
	expect(found.clustering.triangles).toBe(45);
	expect(found.modularity).toBeCloseTo(0.41978961, 8);
});
