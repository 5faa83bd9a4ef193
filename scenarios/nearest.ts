// The right names near a wrong one, and what the schema expects at a path, both read from the JSON Schema.

import { distance } from "fastest-levenshtein";
import { type SchemaNode, scenarioJsonSchema } from "./schema.js";

type Path = readonly (string | number)[];

const folded = (word: string) => word.toLowerCase().replace(/[\s_-]/g, "");

/** Levenshtein distance, but letters in another order are one slip. */
const lettersApart = (a: string, b: string) =>
	a.length === b.length && a !== b && [...a].sort().join() === [...b].sort().join() ? 1 : distance(a, b);

/** The candidate that differs from the word by the fewest letters, if by few enough to be meant. */
export function nearestOf(word: string, candidates: Iterable<unknown>): string | undefined {
	const wanted = folded(word);
	if (wanted.length > 200) return undefined;
	let best: string | undefined;
	let least = Math.max(1, Math.floor(wanted.length * 0.4)) + 0.5;
	for (const candidate of candidates) {
		if (typeof candidate !== "string") continue;
		const apart = lettersApart(wanted, folded(candidate));
		if (apart >= least) continue;
		least = apart;
		best = candidate;
	}
	return best;
}

let root: SchemaNode | undefined;
const schemaRoot = (): SchemaNode => {
	root ??= scenarioJsonSchema();
	return root;
};
const branches = (node: SchemaNode | undefined): readonly SchemaNode[] => node?.anyOf ?? (node ? [node] : []);

function child(node: SchemaNode | undefined, part: string | number): SchemaNode | undefined {
	for (const { properties = {}, additionalProperties, items } of branches(node)) {
		if (typeof part === "number" && items) return items;
		if (typeof part === "number") continue;
		if (Object.hasOwn(properties, part)) return properties[part];
		if (typeof additionalProperties === "object") return additionalProperties;
	}
	return undefined;
}

/** Of the schema of scenarios, unless another is given; so do all that follow. */
const schemaAt = (path: Path, schema = schemaRoot()): SchemaNode | undefined =>
	path.reduce<SchemaNode | undefined>((node, part) => child(node, part), schema);

/** The keys that the schema knows at a path. */
export const keysAt = (path: Path, schema?: SchemaNode): string[] =>
	branches(schemaAt(path, schema)).flatMap(({ properties = {} }) => Object.keys(properties));

/** Whether the schema knows the path. */
export const isKnown = (path: Path): boolean => schemaAt(path) !== undefined;

/** Whether the schema allows a map at the path. */
export const allowsMap = (path: Path): boolean =>
	branches(schemaAt(path)).some(({ type }) => type === "object");

/** The known key nearest to a wrong one: of those at the path, else the only place elsewhere with that very key. */
export function nearestKey(path: Path, key: string, schema = schemaRoot()): string | undefined {
	const near = nearestOf(key, keysAt(path, schema));
	if (near !== undefined) return near;
	const elsewhere = placesOf(key, schema);
	return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

/** Where in a schema's maps (not in its lists) a key is known: `forecast.window`. */
const placesOf = (key: string, node: SchemaNode): string[] =>
	branches(node).flatMap(({ properties = {} }) =>
		Object.entries(properties).flatMap(([name, below]) => [
			...(name === key ? [name] : []),
			...placesOf(key, below).map((place) => `${name}.${place}`),
		]),
	);

/** What the schema expects at a path, in words: `a whole number ≥ 1 and ≤ 520`. */
export function wordsAt(path: Path, schema?: SchemaNode): string | undefined {
	const node = schemaAt(path, schema);
	return node && wordsOf(node);
}

function wordsOf(node: SchemaNode): string {
	if (node.anyOf) return node.anyOf.map(wordsOf).join(" or ");
	if (node.const !== undefined) return JSON.stringify(node.const);
	if (node.enum) return `one of ${node.enum.join(", ")}`;
	switch (node.type) {
		case "number":
			return `a number${bounds(node)}`;
		case "integer":
			return `a whole number${bounds(node)}`;
		case "string":
			return `text${lengths(node.minLength, node.maxLength, "characters")}`;
		case "array":
			return `a list${lengths(node.minItems, node.maxItems, "elements")}`;
		case "boolean":
			return "true or false";
		case "object":
			return "a map";
		default:
			return node.type ?? "another value";
	}
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaNode): string {
	const said: string[] = [];
	if (minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER) said.push(`≥ ${minimum}`);
	if (exclusiveMinimum !== undefined) said.push(`> ${exclusiveMinimum}`);
	if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) said.push(`≤ ${maximum}`);
	if (exclusiveMaximum !== undefined) said.push(`< ${exclusiveMaximum}`);
	return said.length > 0 ? ` ${said.join(" and ")}` : "";
}

function lengths(least: number | undefined, most: number | undefined, what: string): string {
	if (least && most) return ` of ${least} to ${most} ${what}`;
	if (least) return ` of at least ${least} ${what}`;
	return most ? ` of at most ${most} ${what}` : "";
}
