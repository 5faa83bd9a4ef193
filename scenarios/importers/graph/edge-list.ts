// A CSV edge list, `source,target[,weight]` with a header, one link per row.

import { BadInput, type Fault, quote } from "../../fault.js";
import { nearestOf } from "../../nearest.js";
import { Cells, eachRecord, type TextFile } from "../table.js";
import type { GraphFile } from "./graph-file.js";

/** What a column holds. */
const wanted = ["source", "target", "weight"] as const;
const expected = "a header with the columns source,target[,weight]";

/**
 * Ids are text, "0" as well as "Ada", and numbered in the order in which they first come. Columns may be written in capital
 * letters (`Source,Target,Weight`); others are passed over. A weight column has a number in every row. Undirected, unless
 * whoever reads it knows better.
 * @throws BadInput
 */
export function readEdgeList(input: TextFile): GraphFile {
	const { file } = input;
	const faults: Fault[] = [];
	const cells = new Cells(file, faults);
	const nodes = new Map<string, number>();
	const ends: number[] = [];
	const weights: number[] = [];
	let columns: readonly number[] | undefined;
	const numberOf = (id: string, line: number, path: string): number => {
		if (id === "") cells.fault(line, "missing", { path, expected: "the id of a node" });
		const known = nodes.get(id) ?? nodes.size;
		if (known === nodes.size) nodes.set(id, known);
		return known;
	};
	eachRecord(input, (record, line) => {
		if (!columns) {
			columns = columnsOf(file, record, line);
			return;
		}
		const [source, target, weight] = columns.map((column) => record[column] ?? "");
		ends.push(numberOf(source, line, "source"), numberOf(target, line, "target"));
		if (columns[2] >= 0) weights.push(cells.toNumber(weight, line, "weight"));
		if (faults.length >= mostFaults) throw new BadInput(faults);
	});
	if (!columns) throw new BadInput([{ file, line: 1, message: "empty", expected }]);
	if (faults.length > 0) throw new BadInput(faults);
	return {
		nodes: [...nodes.keys()],
		sources: Uint32Array.from({ length: ends.length / 2 }, (_, e) => ends[2 * e]),
		targets: Uint32Array.from({ length: ends.length / 2 }, (_, e) => ends[2 * e + 1]),
		...(columns[2] >= 0 && { weights: Float64Array.from(weights) }),
		directed: false,
	};
}

const mostFaults = 30;

/** Where source, target and weight stand in a row; −1 for no weights. */
function columnsOf(file: string, header: readonly string[], line: number): readonly number[] {
	const names = header.map((name) => name.toLowerCase());
	const fault = (message: string, nearest?: string) =>
		new BadInput([{ file, line, message, expected, nearest }]);
	const strangers = header.filter((_, column) => !wanted.some((name) => name === names[column]));
	return wanted.map((name) => {
		const column = names.indexOf(name);
		if (names.lastIndexOf(name) !== column) throw fault(`two columns are named ${quote(name)}`);
		if (column >= 0) return column;
		// A weight under a wrong name would be passed over silently.
		const meant = nearestOf(name, strangers);
		if (meant !== undefined) throw fault(`unknown column ${quote(meant)}`, name);
		if (name !== "weight") throw fault(`no column ${quote(name)}`);
		return column;
	});
}
