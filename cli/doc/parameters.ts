// The parameters of a scenario as rows of a table: walked from the schema, so that none is left out.

import { type Scenario, type SchemaNode, scenarioJsonSchema } from "../../scenarios/schema.js";

export interface Parameter {
	readonly path: string;
	readonly node: SchemaNode;
}

/** Every key that holds a value, by its path; elements of a list are under `path[]`. */
export function parametersOf(node: SchemaNode = scenarioJsonSchema(), path = ""): Parameter[] {
	const inside = [
		...Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
			parametersOf(child, path === "" ? key : `${path}.${key}`),
		),
		...(node.items ? parametersOf(node.items, `${path}[]`).filter((one) => one.path !== `${path}[]`) : []),
		...(node.anyOf ?? []).flatMap((one) => parametersOf(one, path).filter((found) => found.path !== path)),
	];
	const group = node.properties !== undefined && node.anyOf === undefined;
	return group || path === "" ? inside : [{ path, node }, ...inside];
}

/** Path, value, meaning, range, where the default is from. */
export function parameterRows(scenario?: Scenario): string[][] {
	return parametersOf().map(({ path, node }) => {
		const value = scenario ? valueAt(scenario, path) : node.default;
		const from = [node.from, node.source].filter(Boolean).join(": ");
		return [`\`${path}\``, written(value), node.description ?? "", rangeOf(node), from];
	});
}

function valueAt(scenario: Scenario, path: string): unknown {
	let at: unknown = scenario;
	for (const key of path.split(".")) {
		if (key.endsWith("[]")) return undefined;
		at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
	}
	return at;
}

function written(value: unknown): string {
	if (value === undefined) return "";
	if (Array.isArray(value)) return `${value.length} of them`;
	return typeof value === "string" ? value : JSON.stringify(value);
}

export function rangeOf(node: SchemaNode): string {
	if (node.anyOf) return [...new Set(node.anyOf.map(rangeOf).filter((text) => text !== ""))].join(", or ");
	if (node.enum) return node.enum.map(String).join(", ");
	if (node.const !== undefined) return String(node.const);
	if (node.type === "boolean") return "true, false";
	if (node.type === "null") return "null";
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node;
	const huge = (bound?: number) => bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER;
	const low = exclusiveMinimum !== undefined ? `> ${exclusiveMinimum}` : huge(minimum) ? "" : `≥ ${minimum}`;
	const high = exclusiveMaximum !== undefined ? `< ${exclusiveMaximum}` : huge(maximum) ? "" : `≤ ${maximum}`;
	return [low, high].filter((text) => text !== "").join(" and ");
}
