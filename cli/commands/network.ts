// fractwin network: the modules, the dimension or the measures of any graph.

import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { type GraphFile, readGraph } from "../../scenarios/importers/graph/graph-file.js";
import { describeGraph, describeText } from "../network/describe.js";
import { dimensionOf, dimensionText } from "../network/dimension.js";
import { modulesOf, modulesText } from "../network/modules.js";
import { badOption, type Options } from "../options.js";
import { readText } from "../read-text.js";
import { writeAtOnce } from "../run-folder/files.js";
import { print, printJson } from "../text/print.js";
import { counted } from "../text/wording.js";
import { checkFile } from "./import.js";

export interface NetworkOptions extends Options {
	readonly objective?: "modularity" | "cpm";
	readonly resolution?: number;
	readonly directed?: boolean;
}

/** What is asked of a graph: the document of `--json`, and the same for people. */
interface Answer {
	readonly document: object;
	readonly text: string;
}

const questions: Readonly<
	Record<string, (graph: GraphFile, file: string, options: NetworkOptions) => Promise<Answer>>
> = {
	async partition(graph, _, options) {
		const document = await modulesOf(graph, options);
		return { document, text: modulesText(document, graph) };
	},
	async dimension(graph, file, options) {
		const document = await dimensionOf(graph, file, options);
		return { document, text: dimensionText(document) };
	},
	async describe(graph, _, options) {
		const document = await describeGraph(graph, options);
		return { document, text: describeText(document) };
	},
};

const about = `
  partition  modules of dense links: by modularity (Newman's Q), or by the constant
             Potts model (cpm: links within less G·n(n − 1)/2 for a module of n nodes)
  dimension  how many boxes cover the graph, for each box size; at most 2,000 nodes
  describe   degree, clustering by degree, components, modularity, hierarchy

A CSV edge list has a header with the columns source,target[,weight]; its links have no
direction unless --directed says so. GraphML and GML say it themselves. Directions count
in partition and describe. --out FILE writes the JSON document.`;

export function addNetwork(program: Command): void {
	program
		.command("network")
		.description("modules, box-covering dimension or measures of any graph")
		.argument("<file>", "CSV edge list, GraphML or GML")
		.addArgument(new Argument("<what>", "what to find").choices(Object.keys(questions)))
		.addOption(
			new Option("--objective <name>", "of partition; modularity if left out").choices(["modularity", "cpm"]),
		)
		.addOption(
			new Option(
				"--resolution <g>",
				"of partition: the larger, the smaller the modules; 1 if left out",
			).argParser(resolution),
		)
		.addOption(new Option("--directed", "links of the file lead from source to target"))
		.addHelpText("after", about)
		.action((file: string, what: string, _: unknown, command: Command) =>
			network(file, what, command.optsWithGlobals()),
		);
}

async function network(file: string, what: string, options: NetworkOptions): Promise<void> {
	const { out, force, json, dryRun } = options;
	for (const name of ["objective", "resolution"] as const)
		if (what !== "partition" && options[name] !== undefined)
			throw badOption(`--${name} ${options[name]}`, `is of no use to ${what}`, `network ${file} partition`);
	if (out !== undefined) checkFile(out, force ?? false);
	const read = readGraph({ file, text: readText(file, mostBytes) });
	const graph = options.directed ? { ...read, directed: true } : read;
	const head = headLine(file, graph);
	if (dryRun)
		return json ? printJson({ nodes: graph.nodes.length, edges: graph.sources.length }) : print(head);
	const { document, text } = await questions[what](graph, file, options);
	if (out !== undefined) writeAtOnce(out, `${JSON.stringify(document, null, 2)}\n`);
	if (json) printJson(document);
	else print(`${head}\n\n${text}`);
}

const mostBytes = 200_000_000;

function headLine(file: string, { nodes, sources, weights, directed }: GraphFile): string {
	const kind = [weights ? "weighted" : "", directed ? "directed" : "undirected"].filter(Boolean).join(", ");
	return `${file}: ${counted(nodes.length, "node")}, ${counted(sources.length, "edge")}, ${kind}`;
}

function resolution(text: string): number {
	const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	if (Number.isFinite(value)) return value;
	throw new InvalidArgumentError("Expected a number ≥ 0.");
}
