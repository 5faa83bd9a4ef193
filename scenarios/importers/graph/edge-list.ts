// A CSV edge list, `source,target[,weight]` with a header, one link per row.

import { BadInput, type Fault, quote } from "../../fault.js";
import { nearestOf } from "../../nearest.js";
import { Cells, readTable, type TextFile } from "../table.js";
import type { GraphFile } from "./graph-file.js";

const header = "a header with the columns source,target[,weight]";

/**
 * Ids are text, "0" as well as "Ada", and numbered in the order in which they first come. Columns are known in capital letters
 * too (`Source,Target,Weight`); others are passed over. A weight column has a number in every row. Undirected, unless whoever reads it knows better.
 * @throws BadInput
 */
export function readEdgeList(input: TextFile): GraphFile {
	const table = readTable(input);
	const columns = columnsOf(input.file, table.header);
	const faults: Fault[] = [];
	const cells = new Cells(input.file, faults);
	const nodes = new Map<string, number>();
	const count = table.rows.length;
	const sources = new Uint32Array(count);
	const targets = new Uint32Array(count);
	const weights = columns.weight === undefined ? undefined : new Float64Array(count);
	const ends = [
		[columns.source, sources],
		[columns.target, targets],
	] as const;
	for (const [e, row] of table.rows.entries()) {
		for (const [column, list] of ends) {
			const id = row.text(column);
			if (id === "") cells.fault(row.line, "missing", { path: column, expected: "the id of a node" });
			const node = nodes.get(id) ?? nodes.size;
			if (node === nodes.size) nodes.set(id, node);
			list[e] = node;
		}
		if (weights) weights[e] = cells.required(row, columns.weight as string);
	}
	if (faults.length > 0) throw new BadInput(faults);
	return { nodes: [...nodes.keys()], sources, targets, ...(weights && { weights }), directed: false };
}

/** The columns as the header writes them. */
function columnsOf(file: string, names: readonly string[]) {
	const find = (wanted: string) => names.find((name) => name.toLowerCase() === wanted);
	const columns = { source: find("source"), target: find("target"), weight: find("weight") };
	const strangers = names.filter((name) => !/^(source|target|weight)$/i.test(name));
	const fault = (message: string, nearest?: string) =>
		new BadInput([{ file, line: 1, message, expected: header, nearest }]);
	// A weight under a wrong name would be passed over silently.
	for (const wanted of ["source", "target", "weight"] as const) {
		if (columns[wanted] !== undefined) continue;
		const meant = nearestOf(wanted, strangers);
		if (meant !== undefined) throw fault(`unknown column ${quote(meant)}`, wanted);
	}
	const { source, target, weight } = columns;
	if (source === undefined || target === undefined)
		throw fault(`no column ${quote(source === undefined ? "source" : "target")}`);
	return { source, target, weight };
}
