// Graph files: the same graph from each format, and one clear message for each thing that is wrong.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GraphFile, readGraph } from "../../scenarios/importers/graph/graph-file.js";
import { faultsOf } from "./text.js";

const read = (file: string, text: string) => readGraph({ file, text });
const plain = ({ nodes, sources, targets, weights, directed }: GraphFile) => ({
	nodes,
	sources: [...sources],
	targets: [...targets],
	weights: weights && [...weights],
	directed,
});

const xml = (inner: string, kind = "undirected", keys = "") =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys}<graph edgedefault="${kind}">\n${inner}\n</graph>\n</graphml>\n`;
const weightKey = '<key id="d0" for="edge" attr.name="weight" attr.type="double"/>\n';
const escapeXml = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

interface Plain {
	readonly ids: readonly string[];
	readonly links: readonly (readonly [number, number, number])[];
}

/** Graphs whose nodes come in the order in which links name them, so that an edge list can tell it. */
const graphs: fc.Arbitrary<Plain> = fc
	.tuple(
		fc.uniqueArray(
			fc
				.string({ unit: fc.constantFrom(..."ab0 _,;\"'<&é開"), minLength: 1, maxLength: 6 })
				.map((s) => `x${s}y`),
			{
				minLength: 1,
				maxLength: 6,
			},
		),
		fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.double({ noNaN: true, noDefaultInfinity: true })), {
			minLength: 1,
			maxLength: 9,
		}),
	)
	.map(([pool, list]) => {
		const ids: string[] = [];
		const number = (i: number) => {
			const id = pool[i % pool.length];
			if (!ids.includes(id)) ids.push(id);
			return ids.indexOf(id);
		};
		const links = list.map(([a, b, weight]) => [number(a), number(b), weight + 0] as const);
		return { ids, links };
	});

const formats: Readonly<Record<string, (graph: Plain, directed: boolean) => string>> = {
	csv: ({ ids, links }) => {
		const cell = (id: string) => `"${id.replaceAll('"', '""')}"`;
		return `source,target,weight\n${links.map(([a, b, w]) => `${cell(ids[a])},${cell(ids[b])},${w}\n`).join("")}`;
	},
	graphml: ({ ids, links }, directed) =>
		xml(
			[
				...links.map(
					([a, b, w]) =>
						`<edge source="${escapeXml(ids[a])}" target="${escapeXml(ids[b])}"><data key="d0">${w}</data></edge>`,
				),
				...ids.map((id) => `<node id="${escapeXml(id)}"/>`),
			].join("\n"),
			directed ? "directed" : "undirected",
			weightKey,
		),
	gml: ({ ids, links }, directed) => {
		const text = (id: string) => `"${id.replaceAll("&", "&amp;").replaceAll('"', "&#34;")}"`;
		return `Creator "a test"\n# graph [\ngraph [ directed ${directed ? 1 : 0}\n${ids.map((id) => `node [ id ${text(id)} x [ y [ z 1 ] ] ]\n`).join("")}${links
			.map(([a, b, w]) => `edge [ source ${text(ids[a])} target ${text(ids[b])} value ${w} ]\n`)
			.join("")}]\n`;
	},
};

describe("graph files", () => {
	test.each(Object.keys(formats))(
		"%s gives back the graph that was written, by its ending or without one",
		(format) => {
			fc.assert(
				fc.property(graphs, fc.boolean(), (graph, wanted) => {
					const directed = format !== "csv" && wanted;
					const text = formats[format](graph, directed);
					const expected = {
						nodes: graph.ids,
						sources: graph.links.map(([a]) => a),
						targets: graph.links.map(([, b]) => b),
						weights: graph.links.map(([, , w]) => w),
						directed,
					};
					expect(plain(read(`g.${format}`, text))).toEqual(expected);
					expect(plain(read("/dev/stdin", text))).toEqual(expected);
				}),
			);
		},
	);

	test("numbers in an edge list are ids like others; other columns and blank lines are passed over", () => {
		const found = read("g.csv", "\uFEFFSource,Target,Type\n7,07,x\n\n 07 ,7,y\nAda,7\n");
		expect(plain(found)).toEqual({
			nodes: ["7", "07", "Ada"],
			sources: [0, 1, 2],
			targets: [1, 0, 0],
			weights: undefined,
			directed: false,
		});
	});

	test("an edge list with a header alone is an empty graph, as are GraphML and GML without nodes", () => {
		for (const [file, text] of [
			["g.csv", "source,target\n"],
			["g.graphml", xml("")],
			["g.gml", "graph [ ]"],
		])
			expect(plain(read(file, text)).nodes).toEqual([]);
	});

	test("names like those of JavaScript's own objects are names", () => {
		const names = ["__proto__", "constructor", "toString"];
		expect(read("g.csv", `source,target\n${names[0]},${names[1]}\n${names[2]},${names[0]}\n`).nodes).toEqual(
			names,
		);
		const nodes = names.map((name) => `<node id="${name}"/>`).join("");
		expect(read("g.graphml", xml(`${nodes}<edge source="toString" target="__proto__"/>`)).sources).toEqual(
			Uint32Array.of(2),
		);
	});

	test("GraphML: direction by edge, a standard weight, labels, prefixes, CDATA, comments", () => {
		const found = read(
			"g.graphml",
			`<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
<g:key id="w" for="edge" attr.name="weight"><g:default>2.5</g:default></g:key>
<g:key id="n" for="node" attr.name="label"/>
<g:graph edgedefault="undirected"><!-- <g:node id="no"/> -->
<g:node id="a"><g:data key="n"><![CDATA[A & <b>]]></g:data></g:node><g:node id="b"/>
<g:edge source="a" target="b" directed="true"/>
<g:edge source="b" target="a" directed="true"><g:data key="w"> 1e1 </g:data></g:edge>
</g:graph></g:graphml>`,
		);
		expect(plain(found)).toEqual({
			nodes: ["a", "b"],
			sources: [0, 1],
			targets: [1, 0],
			weights: [2.5, 10],
			directed: true,
		});
		expect(found.labels).toEqual(["A & <b>", "b"]);
	});

	test("GML: labels with character references, nested lists, weight before value, 1 where there is none", () => {
		const found = read(
			"g.gml",
			'graph [\nnode [ id -1 label "&quot;&#233;&quot; &amp; &nope;" graphics [ id 5 ] ]\nnode [ id 2 ]\nedge [ source -1 target 2 value 9 weight -.5 ]\nedge [ source 2 target 2 ]\n]',
		);
		expect(plain(found)).toMatchObject({ nodes: ["-1", "2"], weights: [-0.5, 1], directed: false });
		expect(found.labels).toEqual(['"é" & &nope;', "2"]);
	});

	test("GraphML of a million entities stays as small as it is written", () => {
		const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n`;
		const sound = xml('<node id="a"/>').replace("\n", `\n${bomb}`);
		expect(read("g.graphml", sound).nodes).toEqual(["a"]);
		const [fault] = faultsOf(() => read("g.graphml", sound.replace('id="a"', 'id="&b;"')));
		expect(fault).toMatch(/^g\.graphml:5 XML syntax: .*entity/);
	});
});

const node = '<node id="n1"/>\n<node id="n2"/>\n';
const cases: readonly [what: string, file: string, text: string, faults: readonly RegExp[]][] = [
	["an empty edge list", "g.csv", "", [/^g\.csv:1 empty; expected a header/]],
	["no header", "g.csv", "0,1\n1,2\n", [/^g\.csv:1 no column "source"; expected a header/]],
	[
		"a misspelled column",
		"g.csv",
		"sorce,target\na,b\n",
		[/unknown column "sorce".*did you mean "source"\?$/],
	],
	["a misspelled weight", "g.csv", "source,target,wieght\na,b,1\n", [/"wieght".*did you mean "weight"\?$/]],
	["a column twice", "g.csv", "source,target,Target\na,b,c\n", [/two columns are named "target"/]],
	[
		"cells that are wrong",
		"g.csv",
		"source,target,weight\na,b,x\n,b,2\nc,d,\ne,f,Infinity\n",
		[
			/^g\.csv:2 weight: got text "x"; expected a number$/,
			/^g\.csv:3 source: missing/,
			/:4 weight: missing/,
			/:5 weight/,
		],
	],
	["an open quotation", "g.csv", 'source,target\n"a,b\n', [/^g\.csv:\d CSV syntax/]],
	[
		"XML that does not close",
		"g.graphml",
		"<graphml>\n<graph edgedefault='directed'>\n</graphml>",
		[/^g\.graphml:3 XML syntax/],
	],
	["no XML", "g.graphml", "source,target\n", [/^g\.graphml:\d XML syntax/]],
	["XML of something else", "g.xml", "<svg/>", [/^g\.xml:1 no graph; expected GraphML/]],
	[
		"no direction",
		"g.graphml",
		"<graphml>\n<graph/>\n</graphml>",
		[/:2 edgedefault: got "nothing"; expected directed or undirected/],
	],
	["a node without id", "g.graphml", xml("<node/>"), [/:4 a node without id/]],
	["a node twice", "g.graphml", xml(`${node}<node id="n1"/>`), [/:6 two nodes have the id "n1"/]],
	[
		"an edge to nowhere",
		"g.graphml",
		xml(`${node}<edge source="n1" target="m2"/>`),
		[/:6 no node has the id "m2".*did you mean "n2"\?/],
	],
	[
		"a misspelled attribute",
		"g.graphml",
		xml(`${node}<edge sorce="n1" target="n2"/>`),
		[/:6 unknown key "sorce"; did you mean "source"\?/],
	],
	["a hyperedge", "g.graphml", xml("<hyperedge/>"), [/:4 a hyperedge; expected/]],
	[
		"a graph in a node",
		"g.graphml",
		xml('<node id="a"><graph edgedefault="directed"/></node>'),
		[/:4 a second graph/],
	],
	[
		"two kinds of edges",
		"g.graphml",
		xml(`${node}<edge source="n1" target="n2"/>\n<edge source="n1" target="n2" directed="true"/>`),
		[/:7 a directed edge after undirected ones/],
	],
	[
		"a weight in words",
		"g.graphml",
		xml(`${node}<edge source="n1" target="n2"><data key="d0">heavy</data></edge>`, "directed", weightKey),
		[/:7 weight: got text "heavy"; expected a number/],
	],
	["GML without a graph", "g.gml", "node [ id 1 ]", [/^g\.gml:1 no graph; expected graph \[/]],
	["two graphs", "g.gml", "graph [ ]\ngraph [ ]", [/^g\.gml:2 a second graph/]],
	[
		"a list that does not end",
		"g.gml",
		"graph [\nnode [ id 1",
		[/^g\.gml:2 the list "node" does not end; expected a "]"/],
	],
	["a bracket too many", "g.gml", "graph [ ]\n]", [/^g\.gml:2 a "]" too many/]],
	[
		"a text that does not end",
		"g.gml",
		'graph [\n\nnode [ id 1 label "A ] ]',
		[/^g\.gml:3 a text that does not end/],
	],
	["a key without a value", "g.gml", "graph [ node [ id ] ]", [/the key "id" without a value/]],
	["a key without a value at the end", "g.gml", "graph [ ] x", [/the key "x" without a value/]],
	["a value without a key", "g.gml", "graph [ node [ 5 ] ]", [/got "5"; expected a key/]],
	["a list without a key", "g.gml", "graph [ [ ] ]", [/got "\["; expected a key/]],
	["a character of no GML", "g.gml", "graph [ ; ]", [/got ";"; expected keys/]],
	[
		"a node of GML twice",
		"g.gml",
		"graph [ node [ id 1 ]\nnode [ id 1 ] ]",
		[/^g\.gml:2 two nodes have the id "1"/],
	],
	[
		"an edge of GML to nowhere",
		"g.gml",
		"graph [ node [ id 10 ]\nedge [ source 10 target 11 ] ]",
		[/^g\.gml:2 no node has the id "11".*did you mean "10"\?/],
	],
	[
		"a misspelled key",
		"g.gml",
		"graph [ node [ id 1 ]\nedge [ sorce 1 target 1 ] ]",
		[/^g\.gml:2 unknown key "sorce"; did you mean "source"\?/],
	],
	[
		"an edge without target",
		"g.gml",
		"graph [ node [ id 1 ]\nedge [ source 1 ] ]",
		[/^g\.gml:2 an edge without target/],
	],
	[
		"a value in words",
		"g.gml",
		'graph [ node [ id 1 ]\nedge [ source 1 target 1 value "much" ] ]',
		[/^g\.gml:2 value: got text "much"/],
	],
];

test.each(cases)("a fault: %s", (_, file, text, faults) => {
	const found = faultsOf(() => read(file, text));
	expect(found).toHaveLength(faults.length);
	for (const [i, fault] of faults.entries()) expect(found[i]).toMatch(fault);
});

test("thirty faults are enough, and an id as long as a file is not printed whole", () => {
	const id = "x".repeat(100_000);
	const bad = `${"a,b,no\n".repeat(1000)}`;
	expect(faultsOf(() => read("g.csv", `source,target,weight\n${bad}`))).toHaveLength(30);
	const edges = `<edge source="${id}" target="n1"/>`.repeat(100);
	const found = faultsOf(() => read("g.graphml", xml(`${node}${edges}`)));
	expect(found.length).toBeLessThanOrEqual(31);
	for (const line of found) expect(line.length).toBeLessThan(300);
	expect(read("g.csv", `source,target\n${id},b\n`).nodes[0]).toBe(id);
});
