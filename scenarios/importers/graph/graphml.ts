// GraphML: nodes and edges of one plain graph (Brandes, Eiglsperger, Herman, Himsolt & Marshall 2002).

import { SaxesParser } from "saxes";
import { printable, quote } from "../../fault.js";
import type { TextFile } from "../table.js";
import { endsOf, GraphBuilder } from "./graph-builder.js";
import type { GraphFile } from "./graph-file.js";

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads `node` and `edge` (`directed`, else the graph's `edgedefault`), the edges' weights by the key of which attr.name is
 * "weight", with its default, and names of nodes by a key "label" or "name". Entities of a DOCTYPE are not expanded.
 * @throws BadInput for XML that is none, hyperedges, ports, graphs in graphs, or directed and undirected edges together
 */
export function readGraphml({ file, text }: TextFile): GraphFile {
	const builder: GraphBuilder = new GraphBuilder(file);
	const parser = new SaxesParser();
	const weightKeys = new Map<string, string>();
	const labelKeys = new Set<string>();
	let graphs = 0;
	let byDefault = false;
	let kind: boolean | undefined;
	let inside: { line: number; attributes: Attributes; data: Map<string, string> } | undefined;
	/** The key of the `data` or `default` that is open, and its text so far. */
	let reading: { key: string; into: Map<string, string>; text: string } | undefined;
	let lastKey = "";

	parser.on("error", ({ message }) =>
		builder.fail(parser.line, `XML syntax: ${printable(message.replace(/^[\d:]+ */, ""))}`),
	);
	parser.on("opentag", ({ name, attributes: all }) => {
		const attributes = all as Attributes;
		const { line } = parser;
		switch (local(name)) {
			case "graph":
				if (++graphs > 1) builder.fail(line, "a second graph", { expected: "one plain graph" });
				byDefault = attributes.edgedefault === "directed";
				if (!/^(un)?directed$/.test(attributes.edgedefault ?? ""))
					builder.fault(line, `got ${quote(attributes.edgedefault ?? "nothing")}`, {
						path: "edgedefault",
						expected: "directed or undirected",
					});
				break;
			case "key": {
				lastKey = attributes.id ?? "";
				const named = (attributes["attr.name"] ?? lastKey).toLowerCase();
				const of = attributes.for ?? "all";
				if (named === "weight" && /^(edge|all)$/.test(of)) weightKeys.set(lastKey, "");
				if (/^(label|name)$/.test(named) && /^(node|all)$/.test(of)) labelKeys.add(lastKey);
				break;
			}
			case "node":
			case "edge":
				inside = { line, attributes, data: new Map() };
				break;
			case "data":
				if (inside) reading = { key: attributes.key ?? "", into: inside.data, text: "" };
				break;
			case "default":
				if (weightKeys.has(lastKey)) reading = { key: lastKey, into: weightKeys, text: "" };
				break;
			case "hyperedge":
			case "port":
				builder.fail(line, `a ${local(name)}`, { expected: "nodes, and edges between two of them" });
		}
	});
	const gather = (more: string) => {
		if (reading) reading.text += more;
	};
	parser.on("text", gather);
	parser.on("cdata", gather);
	parser.on("closetag", ({ name }) => {
		const what = local(name);
		if (what === "data" || what === "default") {
			reading?.into.set(reading.key, reading.text.trim());
			reading = undefined;
		}
		if ((what !== "node" && what !== "edge") || !inside) return;
		const { line, attributes, data } = inside;
		inside = undefined;
		if (what === "node") {
			const { id } = attributes;
			if (id === undefined) builder.fault(line, "a node without id", { expected: "an id" });
			else builder.node(id, line, [...labelKeys].map((key) => data.get(key)).find(Boolean));
			return;
		}
		const directed =
			attributes.directed === undefined ? byDefault : /^(true|1)$/.test(attributes.directed.trim());
		kind ??= directed;
		if (directed !== kind)
			builder.fault(
				line,
				`${kind ? "an undirected" : "a directed"} edge after ${kind ? "directed" : "undirected"} ones`,
				{
					expected: "edges of one kind",
				},
			);
		const ends = endsOf(builder, "an edge", new Map(Object.entries(attributes)), line, ["source", "target"]);
		if (!ends) return;
		const [weight] = [...weightKeys].map(([key, standard]) => data.get(key) ?? standard);
		builder.edge(ends[0], ends[1], line, weight ? builder.number(weight, line, "weight") : undefined);
	});
	parser.write(text).close();
	if (graphs === 0) builder.fail(1, "no graph", { expected: "GraphML with a graph of nodes and edges" });
	return builder.graph(kind ?? byDefault);
}

/** Without the prefix of a namespace. */
const local = (name: string) => name.slice(name.indexOf(":") + 1);
