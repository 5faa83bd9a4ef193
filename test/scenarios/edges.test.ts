// A graph of who supplies whom becomes a supply chain; what no chain can be is named.

import { expect, test } from "vitest";
import { importEdges } from "../../scenarios/importers/edges.js";
import { parseScenario } from "../../scenarios/parse.js";
import { outcome, resultOf } from "../agents/worlds.js";
import { faultsOf } from "./text.js";

const imported = (text: string, file = "f.csv") => {
	const yaml = importEdges({ file, text, name: "x" });
	const { stages } = parseScenario(yaml, "x.yaml");
	if (!Array.isArray(stages)) throw new Error("stages is a list");
	return { yaml, stages };
};
const faults = (text: string, file = "f.csv") => faultsOf(() => importEdges({ file, text, name: "x" }));

const csv = "source,target,weight\nSteel,Frame,3\nFrame,Car,1\nWheel,Car,4\nSteel,Wheel,1\n";
const graphml = `<graphml><key id="w" for="edge" attr.name="weight"/><graph edgedefault="directed">
<node id="Steel"/><node id="Frame"/><node id="Car"/><node id="Wheel"/>
<edge source="Steel" target="Frame"><data key="w">3</data></edge><edge source="Frame" target="Car"/>
<edge source="Wheel" target="Car"><data key="w">4</data></edge><edge source="Steel" target="Wheel"/></graph></graphml>`;
const gml = `graph [ directed 1 node [ id 1 label "Steel" ] node [ id 2 label "Frame" ] node [ id 3 label "Car" ] node [ id 4 label "Wheel" ]
edge [ source 1 target 2 weight 3 ] edge [ source 2 target 3 ] edge [ source 3 target 3 weight 0 ] ]`;

test.each([
	["CSV", csv, "f.csv"],
	["GraphML", graphml, "f.graphml"],
])(
	"%s: goods go from source to target, weights are quantities, who supplies nobody faces customers",
	(_, text, file) => {
		const { stages } = imported(text, file);
		expect(stages.map(({ name, upstream }) => [name, upstream])).toEqual([
			["Steel", {}],
			["Frame", { Steel: 3 }],
			["Car", { Frame: 1, Wheel: 4 }],
			["Wheel", { Steel: 1 }],
		]);
		expect(stages.map(({ demand }) => demand?.meanPerDay)).toEqual([undefined, undefined, 10, undefined]);
	},
);

test("the chain runs, and says what was assumed", () => {
	const { yaml } = imported(csv);
	expect(yaml).toMatch(/^# Imported by fractwin from f\.csv: 4 stages, 4 links from supplier to buyer/);
	expect(yaml).toContain("Assumed");
	const result = resultOf(yaml, [], { ticks: 60 });
	expect(result.audit).toEqual({ goods: 0, money: 0 });
	// Steel, Frame, Car, Wheel: a ring of four.
	expect(outcome(result, "meanDegree")).toBe(2);
});

test("no weights: one unit each; labels are names", () => {
	const text = gml.replace(/edge \[ source 3.*?\]/, "").replace(" weight 3", "");
	expect(imported(text, "f.gml").stages[1]).toMatchObject({ name: "Frame", upstream: { Steel: 1 } });
});

test.each([
	["a cycle", "source,target\nA,B\nB,C\nC,A", "f.csv: a cycle in the bill of materials: A → B → C → A"],
	["its own supplier", "source,target\nA,A\nA,B", "f.csv: a cycle in the bill of materials: A → A"],
	["a link twice", "source,target\nA,B\nA,B", 'f.csv: the link "A" → "B" is there twice'],
	[
		"half a part",
		"source,target,weight\nA,B,0.5",
		'f.csv: the link "A" → "B": got 0.5; expected a whole number ≥ 1 and ≤ 100000',
	],
	[
		"less than nothing",
		"source,target,weight\nA,B,-2",
		'f.csv: the link "A" → "B": -2 is too small; expected a whole number ≥ 1 and ≤ 100000',
	],
	[
		"a reserved name",
		"source,target\nA,B\nconstructor,B",
		'f.csv: the node "constructor": the name "constructor" is reserved',
	],
	["no number", "source,target,weight\nA,B,much", 'f.csv:2 weight: got text "much"; expected a number'],
])("%s: a fault", (_what, text, fault) => expect(faults(text)).toEqual([fault]));

test("links without direction say nothing of who supplies whom", () => {
	const message = "its links have no direction; expected directed links, from supplier to buyer";
	expect(faults("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]", "f.gml")).toEqual([
		`f.gml: ${message}`,
	]);
	expect(faults(graphml.replace("directed", "undirected"), "f.graphml")).toEqual([`f.graphml: ${message}`]);
});
