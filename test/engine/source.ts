// A source file as its syntax tree shows it: what it imports, the names and words in its code, its arithmetic.

import { parseSync } from "vite";

export interface Source {
	/** From the project's root, with slashes. */
	readonly path: string;
	readonly text: string;
	/** Specifiers of all imports and re-exports, of types and dynamic ones too. */
	readonly imports: readonly string[];
	/** Names in the code that stand for variables, values or types; no property names. */
	readonly names: ReadonlySet<string>;
	/** Words of all names, property names and texts in the code, lower case: `stockCost` has two. Not of comments. */
	readonly words: ReadonlySet<string>;
	/** Members as written after a dot or a bracketed text: `Math.exp`, `x.localeCompare`. */
	readonly members: readonly { readonly of: string; readonly name: string }[];
	/** `**` or `**=` occurs. */
	readonly powers: boolean;
	/** `Math` occurs other than before a dot, so that its functions may pass unseen. */
	readonly bareMath: boolean;
}

interface Node {
	readonly type: string;
	readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* nodesOf(node: Node, parent?: Node): Generator<readonly [Node, Node | undefined]> {
	yield [node, parent];
	for (const value of Object.values(node))
		for (const child of Array.isArray(value) ? value : [value])
			if (isNode(child)) yield* nodesOf(child, node);
}

/** Name, text, or nothing: what a node says by itself. */
function textOf(node: unknown): string | undefined {
	if (!isNode(node)) return undefined;
	if (node.type === "Identifier" || node.type === "PrivateIdentifier") return node.name as string;
	if (node.type === "Literal" && typeof node.value === "string") return node.value;
	if (node.type === "TemplateElement") return (node.value as { raw: string }).raw;
	return undefined;
}

const isMember = (node: Node) => node.type === "MemberExpression" || node.type === "TSQualifiedName";

/** Whether a name is only the name of a member or a key. */
function isKey(node: Node, parent: Node | undefined): boolean {
	if (!parent || parent.computed === true) return false;
	if (isMember(parent)) return parent.property === node || parent.right === node;
	return parent.key === node && parent.shorthand !== true;
}

function memberOf(node: Node): { of: string; name: string } {
	const { object = node.left, property = node.right } = node;
	const known = node.computed !== true || (isNode(property) && property.type === "Literal");
	return { of: textOf(object) ?? "", name: (known && textOf(property)) || "?" };
}

const wordsIn = (text: string) =>
	text
		.replace(/([a-z\d])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.match(/[a-z]+/g) ?? [];

/** @throws Error for a text that is no TypeScript. */
export function readSource(path: string, text: string): Source {
	const { program, errors } = parseSync(path.replace(/\.mjs$/, ".js"), text);
	if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
	const imports: string[] = [];
	const names = new Set<string>();
	const words = new Set<string>();
	const members: { of: string; name: string }[] = [];
	let powers = false;
	let bareMath = false;
	for (const [node, parent] of nodesOf(program as unknown as Node)) {
		const said = textOf(node);
		for (const word of wordsIn(said ?? "")) words.add(word);
		if (/^(Import|Export\w*Declaration|TSImportType)/.test(node.type) && isNode(node.source))
			imports.push(textOf(node.source) ?? "unknown");
		if (node.type === "TSExternalModuleReference") imports.push(textOf(node.expression) ?? "unknown");
		if (node.operator === "**" || node.operator === "**=") powers = true;
		if (isMember(node)) members.push(memberOf(node));
		if (node.type === "Identifier" && !isKey(node, parent)) {
			names.add(said as string);
			if (said === "Math" && !(parent && isMember(parent) && parent.object === node)) bareMath = true;
		}
	}
	return { path, text, imports, names, words, members, powers, bareMath };
}
