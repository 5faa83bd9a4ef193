// network FILE partition: the modules of a graph.

import type { Partition, PartitionOptions } from "../../optimizers/partition/partition.js";
import { printable } from "../../scenarios/fault.js";
import type { GraphFile } from "../../scenarios/importers/graph/graph-file.js";
import type { NetworkOptions } from "../commands/network.js";
import { inThread } from "../in-thread.js";
import { textTable } from "../text/text-table.js";
import { counted } from "../text/wording.js";
import { linksOf } from "./links.js";

export interface Modules {
	readonly nodes: number;
	readonly edges: number;
	readonly objective: "modularity" | "cpm";
	readonly resolution: number;
	readonly quality: number;
	readonly modules: number;
	readonly moduleOf: Readonly<Record<string, number>>;
}

/** @param effort how long to search, in shares of what `partition` takes by itself */
export async function modulesOf(
	graph: GraphFile,
	{
		objective = "modularity",
		resolution = 1,
		seed,
		quiet,
	}: Pick<NetworkOptions, "objective" | "resolution" | "seed" | "quiet">,
	effort = 1,
): Promise<Modules> {
	const { directed, nodes, sources } = graph;
	const job: PartitionOptions = { ...linksOf(graph), directed, objective, resolution, seed, effort };
	const worker = new URL("./modules-worker.js", import.meta.url);
	const { quality, moduleOf, modules } = await inThread<Partition>(worker, job, "searching modules", quiet);
	return {
		nodes: nodes.length,
		edges: sources.length,
		objective,
		resolution,
		quality,
		modules,
		moduleOf: Object.fromEntries(nodes.map((id, node) => [id, moduleOf[node]])),
	};
}

const mostModules = 30;
const mostLetters = 70;

/** A row for each module, the largest first, with as many of its nodes as a line holds. */
export function modulesText(
	{ modules, objective, quality, moduleOf }: Modules,
	{ nodes, labels }: GraphFile,
): string {
	const members: string[][] = Array.from({ length: modules }, () => []);
	for (const [node, id] of nodes.entries()) members[moduleOf[id]].push(labels?.[node] ?? id);
	const bySize = [...members.entries()].sort(([a, one], [b, other]) => other.length - one.length || a - b);
	const rows = bySize
		.slice(0, mostModules)
		.map(([module, ids]) => [String(module), ids.length.toLocaleString("en-US"), inOneLine(ids)]);
	const more =
		modules > mostModules ? `\nand ${counted(modules - mostModules, "smaller module")}; --json has all` : "";
	const name = objective === "cpm" ? "quality" : "modularity";
	return [
		textTable([{ title: "module", right: true }, { title: "nodes", right: true }, { title: "which" }], rows) +
			more,
		`${counted(modules, "module")}, ${name} ${quality.toFixed(6)}`,
	].join("\n\n");
}

function inOneLine(ids: readonly string[]): string {
	let line = "";
	for (const [i, id] of ids.entries()) {
		const next = `${i > 0 ? ", " : ""}${printable(id, 40)}`;
		if (line.length + next.length > mostLetters) return `${line}, …`;
		line += next;
	}
	return line;
}
