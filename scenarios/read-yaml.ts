// YAML (and JSON, its subset) → plain data, and where each part of it stands in the text.

import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	type Pair,
	parseDocument,
	type Scalar,
	type YAMLError,
} from "yaml";
import { BadInput, type Fault, type Path, printable, quote } from "./fault.js";

export interface Position {
	line: number;
	column: number;
}

/** Plain data (maps without prototype) and the place of a path in the text: of the value, or of the key itself. */
export interface PlainDocument {
	value: unknown;
	locate(path: Path, key?: boolean): Position | undefined;
	/** Whether the top is a map or list written in lines (block style), not in brackets. */
	block: boolean;
}

const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);
/** Names that no key may have, since JavaScript objects have them by birth. */
export const isReserved = (key: string): boolean => reservedKeys.has(key);

const deepest = 64;
const mostAliased = 2000;
const plainTags = new Set(
	["str", "int", "float", "bool", "null", "map", "seq"].map((t) => `tag:yaml.org,2002:${t}`),
);

/** Reads one YAML document. @throws BadInput for syntax errors, reserved or repeated keys, alias bombs, foreign tags */
export function readYaml(text: string, file: string): PlainDocument {
	const lines = new LineCounter();
	const document = parseSafely(text, lines, file);
	const position = (offset: number | undefined): Position | undefined => {
		if (offset === undefined) return undefined;
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	const error = document.errors[0];
	if (error) throw new BadInput([{ file, ...position(error.pos[0]), message: syntaxMessage(error) }]);
	const reader = new Reader(file, position);
	const value = reader.read(document.contents, 0);
	if (reader.faults.length > 0) throw new BadInput(reader.faults);
	const top = document.contents;
	return {
		value,
		block: (isMap(top) || isSeq(top)) && !top.flow,
		locate: (path, key = false) => position(offsetOf(document, path, key, reader.targets)),
	};
}

function parseSafely(text: string, lineCounter: LineCounter, file: string): Document.Parsed {
	try {
		const options = {
			schema: "core",
			merge: false,
			uniqueKeys: false,
			prettyErrors: false,
			lineCounter,
		} as const;
		return parseDocument(text, { ...options, logLevel: "error" });
	} catch (error) {
		const deep = error instanceof RangeError;
		const message = deep ? "nested too deeply" : `not readable as YAML (${printable(String(error))})`;
		throw new BadInput([{ file, message }]);
	}
}

function syntaxMessage({ code, message }: YAMLError): string {
	if (code === "MULTIPLE_DOCS") return "a second document begins here; expected one document a file";
	if (code === "RESOURCE_EXHAUSTION" || message.includes("call stack")) return "nested too deeply";
	return `YAML syntax: ${printable(message.split("\n")[0] ?? "").replace(/[.:]$/, "")}`;
}

/** One walk over the nodes, which gathers faults and remembers what aliases stand for. */
class Reader {
	readonly faults: Fault[] = [];
	readonly targets = new Map<Node, Node>();
	private readonly anchors = new Map<string, Node>();
	private readonly open = new Set<Node>();
	private aliasDepth = 0;
	private aliased = 0;
	private readonly file: string;
	private readonly position: (offset: number | undefined) => Position | undefined;

	constructor(file: string, position: (offset: number | undefined) => Position | undefined) {
		this.file = file;
		this.position = position;
	}

	/** Reads a node; nothing more once the aliases have been found to stand for too much. */
	read(node: unknown, depth: number): unknown {
		if (this.aliased > mostAliased) return null;
		if (isAlias(node)) return this.readAlias(node, depth);
		if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
		if (this.aliasDepth > 0) this.aliased += 1;
		if (depth > deepest) return this.fault(node, `nested more than ${deepest} levels deep`);
		if (node.tag && !plainTags.has(node.tag))
			return this.fault(node, `the tag ${quote(node.tag)} is not supported`);
		if (node.anchor) this.anchors.set(node.anchor, node);
		if (isScalar(node)) return this.readScalar(node);
		this.open.add(node);
		const value = isSeq(node)
			? node.items.map((item) => this.read(item, depth + 1))
			: this.readMap(node.items as Pair[], node, depth);
		this.open.delete(node);
		return value;
	}

	private readScalar(node: Scalar): unknown {
		const { value } = node;
		if (typeof value === "number" && !Number.isFinite(value))
			return this.fault(node, `${printable(node.source ?? String(value), 40)} is not a finite number`);
		return value;
	}

	private readMap(pairs: readonly Pair[], map: Node, depth: number): Record<string, unknown> {
		const values: Record<string, unknown> = Object.create(null);
		for (const pair of pairs) {
			const key = keyOf(pair);
			const at = (pair.key as Node | null) ?? map;
			if (key === undefined || key === "") this.fault(at, "a key must be text");
			else if (isReserved(key)) this.fault(at, `the key ${quote(key)} is reserved`);
			else if (key === "<<") this.fault(at, "merge keys (<<) are not supported; write the keys out");
			else if (key in values) this.fault(at, `the key ${quote(key)} is written twice`);
			else if (isGlued(pair, key))
				this.fault(at, `${quote(key)} is a key without a value; a space belongs after the colon`);
			else values[key] = this.read(pair.value, depth + 1);
		}
		return values;
	}

	private readAlias(node: Node & { source: string }, depth: number): unknown {
		const target = this.anchors.get(node.source);
		if (!target) return this.fault(node, `the alias ${quote(`*${node.source}`)} has no anchor before it`);
		if (this.open.has(target))
			return this.fault(node, `the alias ${quote(`*${node.source}`)} contains itself`);
		this.targets.set(node, target);
		this.aliasDepth += 1;
		const value = this.read(target, depth);
		this.aliasDepth -= 1;
		if (this.aliased > mostAliased && this.aliasDepth === 0)
			this.fault(node, `the aliases stand for more than ${mostAliased} values (an alias bomb?)`);
		return value;
	}

	private fault(node: Node, message: string): null {
		if (this.faults.length < 1000)
			this.faults.push({ file: this.file, ...this.position(node.range?.[0]), message });
		return null;
	}
}

/** A key as text: names such as 12 or true need no quotation marks. */
function keyOf({ key }: Pair): string | undefined {
	if (!isScalar(key)) return undefined;
	return typeof key.value === "string"
		? key.value
		: key.value === null
			? undefined
			: (key.source ?? undefined);
}

/** `{mean:3}` is a map with the one key "mean:3" and no value. */
function isGlued({ key, value }: Pair, text: string): boolean {
	const empty = value === null || (isScalar(value) && value.value === null && !value.source);
	return empty && isScalar(key) && key.type === "PLAIN" && /^[^:]+:[^:]/.test(text);
}

/** Where a path stands; of a missing part, where its parent stands. */
function offsetOf(document: Document, path: Path, ofKey: boolean, targets: ReadonlyMap<Node, Node>) {
	let node = document.contents as Node | null;
	let offset = node?.range?.[0] ?? 0;
	for (const [step, part] of path.entries()) {
		const parent: unknown = node && (targets.get(node) ?? node);
		if (isSeq(parent) && typeof part === "number") {
			node = (parent.items[part] as Node | undefined) ?? null;
			if (!node) return offset;
			offset = node.range?.[0] ?? offset;
			continue;
		}
		const pair = isMap(parent)
			? (parent.items as Pair[]).find((each) => keyOf(each) === String(part))
			: undefined;
		if (!pair) return offset;
		node = pair.value as Node | null;
		const value =
			ofKey && step === path.length - 1 ? undefined : isScalar(node) && node.source ? node : undefined;
		offset = (value ?? (pair.key as Node)).range?.[0] ?? offset;
	}
	return offset;
}
