// What every file of a graph is read into, and which reader a file is for.

import type { TextFile } from "../table.js";
import { readEdgeList } from "./edge-list.js";
import { readGml } from "./gml.js";
import { readGraphml } from "./graphml.js";

/** A graph as its file has it: links in its order, self-loops and parallel links among them. */
export interface GraphFile {
	/** The nodes' ids, in the order of the file; a node's number is its place here. */
	readonly nodes: readonly string[];
	/** Names for people, where the file has some beside the ids. */
	readonly labels?: readonly string[];
	readonly sources: Uint32Array;
	readonly targets: Uint32Array;
	/** Where the file has some; a link without one then weighs 1. */
	readonly weights?: Float64Array;
	readonly directed: boolean;
}

/**
 * Reads GraphML, GML, or else a CSV edge list: by the file's ending if it is known, else by how its text begins.
 * @throws BadInput
 */
export function readGraph(input: TextFile): GraphFile {
	const ending = /\.(graphml|xml|gml|csv)$/i.exec(input.file)?.[1]?.toLowerCase() ?? "";
	if (ending === "csv") return readEdgeList(input);
	if (
		ending === "gml" ||
		/^\uFEFF?(\s|#.*\n|\w+\s+("[^"]*"|[\w.]+)\s)*graph\s*\[/.test(input.text.slice(0, 2000))
	)
		return readGml(input);
	if (ending !== "" || /^\uFEFF?\s*</.test(input.text)) return readGraphml(input);
	return readEdgeList(input);
}
