// Gathers the nodes and links of a file that names them, and says at its end what does not fit.

import { BadInput, type Fault, quote } from "../../fault.js";
import { nearestOf } from "../../nearest.js";
import type { GraphFile } from "./graph-file.js";

const mostFaults = 30;

export class GraphBuilder {
	private readonly file: string;
	private readonly nodes = new Map<string, number>();
	private readonly labels: (string | undefined)[] = [];
	private readonly ends: string[] = [];
	private readonly lines: number[] = [];
	private readonly weights: (number | undefined)[] = [];
	private readonly faults: Fault[] = [];

	constructor(file: string) {
		this.file = file;
	}

	/** A fault that does not keep the rest from being read. @throws BadInput after thirty */
	fault(line: number, message: string, more: Partial<Fault> = {}): void {
		this.faults.push({ file: this.file, line, message, ...more });
		if (this.faults.length >= mostFaults) throw new BadInput(this.faults);
	}

	/** A fault after which nothing can be read. */
	fail(line: number, message: string, more: Partial<Fault> = {}): never {
		throw new BadInput([...this.faults, { file: this.file, line, message, ...more }]);
	}

	node(id: string, line: number, label?: string): void {
		if (this.nodes.has(id)) this.fault(line, `two nodes have the id ${quote(id)}`);
		else this.labels[this.nodes.size] = label;
		if (!this.nodes.has(id)) this.nodes.set(id, this.nodes.size);
	}

	/** Ends may be nodes that come later in the file. */
	edge(source: string, target: string, line: number, weight?: number): void {
		this.ends.push(source, target);
		this.lines.push(line);
		this.weights.push(weight);
	}

	/** Text as a finite number; else a fault, and a stand-in. */
	number(text: string, line: number, path: string): number {
		const value = text.trim() === "" ? Number.NaN : Number(text);
		if (Number.isFinite(value)) return value;
		const message = text.trim() === "" ? "missing" : `got text ${quote(text)}`;
		this.fault(line, message, { path, expected: "a number" });
		return 1;
	}

	/** @throws BadInput for all faults gathered, and for links between nodes that there are not */
	graph(directed: boolean): GraphFile {
		const count = this.lines.length;
		const ends = this.ends.map((id, i) => {
			const node = this.nodes.get(id);
			if (node !== undefined) return node;
			this.fault(this.lines[i >>> 1], `no node has the id ${quote(id)}, at which an edge ends`, {
				nearest: nearestOf(id, this.nodes.keys()),
			});
			return 0;
		});
		if (this.faults.length > 0) throw new BadInput(this.faults);
		const nodes = [...this.nodes.keys()];
		const weighted = this.weights.some((weight) => weight !== undefined);
		const labeled = this.labels.some((label, i) => label !== undefined && label !== nodes[i]);
		return {
			nodes,
			...(labeled && { labels: nodes.map((id, i) => this.labels[i] ?? id) }),
			sources: Uint32Array.from({ length: count }, (_, e) => ends[2 * e]),
			targets: Uint32Array.from({ length: count }, (_, e) => ends[2 * e + 1]),
			...(weighted && { weights: Float64Array.from(this.weights, (weight) => weight ?? 1) }),
			directed,
		};
	}
}

/** The ids of an edge's ends as they must be there; what is missing is a fault, with the key that was perhaps meant. */
export function endsOf(
	builder: GraphBuilder,
	what: string,
	keys: ReadonlyMap<string, string>,
	line: number,
	wanted: readonly string[],
): readonly string[] | undefined {
	const missing = wanted.filter((key) => !keys.has(key));
	for (const key of missing) {
		const meant = nearestOf(
			key,
			[...keys.keys()].filter((other) => !wanted.includes(other)),
		);
		if (meant === undefined) builder.fault(line, `${what} without ${key}`, { expected: `a ${key}` });
		else builder.fault(line, `unknown key ${quote(meant)}`, { nearest: key });
	}
	return missing.length > 0 ? undefined : wanted.map((key) => keys.get(key) as string);
}
