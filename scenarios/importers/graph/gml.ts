// GML: nodes and edges of one graph, as nested lists of keys and values (Himsolt 1997).

import { quote } from "../../fault.js";
import type { TextFile } from "../table.js";
import { endsOf, GraphBuilder } from "./graph-builder.js";
import type { GraphFile } from "./graph-file.js";

/** Keys, [, ], strings, numbers; whatever else stands alone is no GML. Comments run from # to the end of the line. */
const token = /\s+|#[^\n]*|([A-Za-z_]\w*)|([[\]])|"([^"]*)"|([+-]?[\d.][\w.+-]*)|[\s\S]/gy;

interface Open {
	readonly key: string;
	readonly line: number;
	readonly values: Map<string, string>;
}

/**
 * Reads `graph [ directed 1  node [ id … label … ]  edge [ source … target … weight or value … ] ]`; every other key is
 * passed over. Ids are kept as they are written. Undirected, unless it says `directed 1`.
 * @throws BadInput
 */
export function readGml({ file, text }: TextFile): GraphFile {
	const builder: GraphBuilder = new GraphBuilder(file);
	const open: Open[] = [{ key: "", line: 1, values: new Map() }];
	let key: string | undefined;
	let line = 1;
	let graphs = 0;
	let directed = false;
	const value = (of: string) => {
		if (key === undefined) builder.fail(line, `got ${quote(of)}`, { expected: "a key" });
		open.at(-1)?.values.set(key, of);
		key = undefined;
	};
	for (const [whole, name, bracket, string, number] of text.replace(/^\uFEFF/, "").matchAll(token)) {
		if (name !== undefined) {
			if (key !== undefined)
				builder.fail(line, `the key ${quote(key)} without a value`, {
					expected: "a number, a text or a list",
				});
			key = name;
		} else if (bracket === "[") {
			if (key === undefined) builder.fail(line, 'got "["', { expected: "a key" });
			if (key === "graph" && open.length === 1 && ++graphs > 1)
				builder.fail(line, "a second graph", { expected: "one graph" });
			open.push({ key, line, values: new Map() });
			key = undefined;
		} else if (bracket === "]") {
			if (key !== undefined) builder.fail(line, `the key ${quote(key)} without a value`);
			const closed = open.pop() as Open;
			if (open.length === 0) builder.fail(line, 'a "]" too many');
			if (open.length === 1 && closed.key === "graph") directed = closed.values.get("directed") === "1";
			if (open.length === 2 && open[1].key === "graph") add(builder, closed);
		} else if (string !== undefined) value(plain(string));
		else if (number !== undefined) value(number);
		else if (!/^[\s#]/.test(whole))
			builder.fail(line, whole === '"' ? "a text that does not end" : `got ${quote(whole)}`, {
				expected: whole === '"' ? 'a closing "' : "keys, numbers, texts and lists",
			});
		line += linesIn(whole);
	}
	const last = open.at(-1) as Open;
	if (open.length > 1)
		builder.fail(last.line, `the list ${quote(last.key)} does not end`, { expected: 'a "]"' });
	if (key !== undefined) builder.fail(line, `the key ${quote(key)} without a value`);
	if (graphs === 0)
		builder.fail(1, "no graph", { expected: "graph [ node [ id … ] … edge [ source … target … ] … ]" });
	return builder.graph(directed);
}

function add(builder: GraphBuilder, { key, line, values }: Open): void {
	if (key === "node") {
		const ends = endsOf(builder, "a node", values, line, ["id"]);
		if (ends) builder.node(ends[0], line, values.get("label"));
	} else if (key === "edge") {
		const ends = endsOf(builder, "an edge", values, line, ["source", "target"]);
		const name = values.has("weight") ? "weight" : "value";
		const weight = values.get(name);
		const number = weight === undefined ? undefined : builder.number(weight, line, name);
		if (ends) builder.edge(ends[0], ends[1], line, number);
	}
}

function linesIn(text: string): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
	return count;
}

const named: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

/** Character references, as in HTML; those that are not known stay as they are. */
const plain = (text: string) =>
	text.replaceAll(/&(?:#(\d{1,7})|(\w+));/g, (whole, code, name) => {
		if (code === undefined) return Object.hasOwn(named, name) ? named[name] : whole;
		return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
	});
