// A graph of who supplies whom → a scenario's YAML: its nodes are stages, its links go from supplier to buyer.

import { type Fault, type Problem, printable, quote } from "../fault.js";
import { type GraphFile, graphFormat, readGraph } from "./graph/graph-file.js";
import { type StageRow, stageRow } from "./stage-row.js";
import type { TextFile } from "./table.js";
import { validated } from "./validated.js";
import { writeScenario } from "./write-scenario.js";

/** What customers are taken to ask of each end stage: a file of links does not say. */
const assumedDemand = { meanPerDay: 10, sdPerDay: 5 };

/**
 * Imports CSV, GraphML or GML. A link goes from the supplier to the buyer, as goods do; its weight is how many units of the supplier's
 * product are in one of the buyer's, 1 if the file has no weights. Who supplies nobody is an end stage.
 * @returns a scenario's YAML that `parseScenario` takes @throws BadInput, also for links without direction, twice the same link, a cycle
 */
export function importEdges({ file, text, name }: TextFile & { name: string }): string {
	const graph = readGraph({ file, text });
	const faults: Fault[] = [];
	// The columns of a CSV file tell the ends apart; other files say whether their links have a direction.
	if (!graph.directed && graphFormat({ file, text }) !== "edgeList")
		faults.push({
			file,
			message: "its links have no direction",
			expected: "directed links, from supplier to buyer",
		});
	const names = namesOf(graph);
	const rows = names.map((stage) => stageRow({ name: stage }, file, 1));
	const supplies = new Uint8Array(names.length);
	graph.sources.forEach((supplier, e) => {
		const row = rows[graph.targets[e]];
		supplies[supplier] = 1;
		if (Object.hasOwn(row.stage.upstream, names[supplier]))
			faults.push({ file, message: `${linkOf(names[supplier], row.stage.name)} is there twice` });
		row.stage.upstream[names[supplier]] = graph.weights?.[e] ?? 1;
	});
	for (const [i, row] of rows.entries()) if (!supplies[i]) row.stage.demand = assumedDemand;
	const head = {
		name,
		origin: printable(
			`${file}: ${names.length} stages, ${graph.sources.length} links from supplier to buyer`,
			1000,
		),
		notes: [
			"Assumed, since the file does not say: each stage adds 1 $ and takes one tick (cost, leadDays), and customers ask",
			`each end stage, who supplies nobody, for ${assumedDemand.meanPerDay} units a day, give or take ${assumedDemand.sdPerDay}.`,
		],
	};
	validated(rows, head, (problem) => faultOf(problem, rows, file), faults);
	return writeScenario(rows, head);
}

const linkOf = (supplier: string, buyer: string) => `the link ${quote(supplier)} → ${quote(buyer)}`;

/** Labels where the file has some and they tell the nodes apart, else ids. */
const namesOf = ({ nodes, labels }: GraphFile): readonly string[] =>
	labels && new Set(labels).size === nodes.length ? labels : nodes;

/** A problem of the scenario, said of the node or the link that it came from. */
function faultOf(
	{ path, message, expected, nearest }: Problem,
	rows: readonly StageRow[],
	file: string,
): Fault {
	const stage = path[0] === "stages" ? rows[Number(path[1])]?.stage.name : undefined;
	if (stage === undefined || message.startsWith("a cycle")) return { file, message, expected, nearest };
	const place = path[2] === "upstream" ? linkOf(String(path[3]), stage) : `the node ${quote(stage)}`;
	return { file, message: `${place}: ${message}`, expected, nearest };
}
