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

const readers = { edgeList: readEdgeList, gml: readGml, graphml: readGraphml } as const;

/** By the file's ending if it is known, else by how its text begins. */
export function graphFormat({ file, text }: TextFile): keyof typeof readers {
	const ending = /\.(graphml|xml|gml|csv)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
	if (ending === "csv") return "edgeList";
	if (ending === "gml" || /^\uFEFF?(\s|#.*\n|\w+\s+("[^"]*"|[\w.]+)\s)*graph\s*\[/.test(text.slice(0, 2000)))
		return "gml";
	return ending !== "" || /^\uFEFF?\s*</.test(text) ? "graphml" : "edgeList";
}

/** Reads GraphML, GML, or else a CSV edge list. @throws BadInput */
export const readGraph = (input: TextFile): GraphFile => readers[graphFormat(input)](input);
