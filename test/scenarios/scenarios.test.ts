// Built-in scenarios hold what they claim; defaults and JSON Schema agree with the parser.

import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { builtIn } from "../../scenarios/built-in.js";
import { BadInput } from "../../scenarios/fault.js";
import { parseScenario } from "../../scenarios/parse.js";
import { scenarioJsonSchema } from "../../scenarios/schema.js";

const names = Object.keys(builtIn);
const load = (name: string) => parseScenario(builtIn[name] ?? "", name);

test.each(names)("%s is named as it is listed, and says its source", (name) => {
	expect(load(name).name).toBe(name);
	expect(load(name).source).toMatch(/\(\d{4}\)/);
});

test("names of object members are no built-in scenarios", () => {
	expect(builtIn.constructor).toBeUndefined();
	expect(Object.getPrototypeOf(builtIn)).toBeNull();
});

test("bulldozer has the published cost, and 35 machines wear out a week", () => {
	const { stages, customers } = load("bulldozer");
	if (!Array.isArray(stages)) throw new Error("stages is a list");
	expect(stages).toHaveLength(22);
	expect(stages.reduce((sum, { cost }) => sum + cost, 0)).toBe(72_600);
	expect(stages.flatMap(({ upstream }) => Object.keys(upstream))).toHaveLength(21);
	expect(stages.reduce((sum, { leadDays = 0 }) => sum + leadDays, 0)).toBe(236);
	expect(customers.owners / customers.lifeWeeks).toBe(35);
	const perWeek = stages.flatMap(({ demand }) =>
		demand ? [demand.meanPerDay * 7, demand.sdPerDay ** 2 * 7] : [],
	);
	expect(perWeek).toEqual([35, 63]);
});

test("the textbook cases have no hidden losses", () => {
	for (const name of ["serial-chain", "beer-game"])
		expect(load(name).hidden).toMatchObject({
			finishedLoss: 0,
			componentLoss: 0,
			lateRelease: 0,
			availability: { center: 1, sd: 0 },
		});
});

test.each([...names.map((name) => builtIn[name] ?? ""), "name: x\nstages: 3\n"])(
	"written out with its defaults, a scenario reads the same",
	(text) => {
		const scenario = parseScenario(text, "f");
		expect(parseScenario(stringify(scenario), "f")).toEqual(scenario);
		expect(parseScenario(JSON.stringify(scenario), "f")).toEqual(scenario);
	},
);

interface SchemaNode {
	properties?: Record<string, SchemaNode>;
	additionalProperties?: boolean | SchemaNode;
	items?: SchemaNode;
	anyOf?: SchemaNode[];
	type?: string;
}

/** The paths of keys that a JSON Schema does not know. */
function strangers(value: unknown, node: SchemaNode | undefined, path = ""): string[] {
	const options = node?.anyOf ?? (node ? [node] : []);
	if (Array.isArray(value)) {
		const list = options.find(({ items }) => items);
		return list ? value.flatMap((each) => strangers(each, list.items, `${path}[]`)) : [path];
	}
	if (typeof value !== "object" || value === null) return options.length > 0 ? [] : [path];
	return Object.entries(value).flatMap(([key, below]) => {
		const map = options.find(({ type }) => type === "object");
		const more = map?.additionalProperties;
		return strangers(
			below,
			map?.properties?.[key] ?? (typeof more === "object" ? more : undefined),
			`${path}.${key}`,
		);
	});
}

test.each(names)("the JSON Schema knows every key of %s", (name) => {
	expect(strangers(parse(builtIn[name] ?? ""), scenarioJsonSchema() as SchemaNode)).toEqual([]);
	expect(strangers({ demnd: 1 }, scenarioJsonSchema() as SchemaNode)).toEqual([".demnd"]);
});

/** Runs the parser on anything: a scenario or BadInput, never another error. */
function survives(text: string, sets: string[] = []): void {
	try {
		expect(parseScenario(text, "f", sets).name).toBeTypeOf("string");
	} catch (error) {
		if (!(error instanceof BadInput)) throw error;
		expect(error.faults.length).toBeGreaterThan(0);
		// A message may quote what was written; nothing of our own making is undefined or NaN.
		const slips = /undefined|\[object|NaN/;
		if (!slips.test(text + sets.join())) expect(error.message).not.toMatch(slips);
	}
}

test("text of any kind gives a scenario or faults", () => {
	const word = fc.constantFrom(
		"name",
		"stages",
		"demand",
		"[",
		"]",
		"{",
		"}",
		":",
		",",
		"\n",
		"  ",
		"- ",
		"&a",
		"*a",
		"!!int",
		"1",
		"-3",
		"x",
		"'",
		'"',
		"#",
		"|",
		">",
		"?",
		"---",
		"%YAML 1.1\n",
	);
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => survives(text)),
		{ numRuns: 500 },
	);
	fc.assert(
		fc.property(
			fc.array(word).map((words) => words.join("")),
			(text) => survives(text),
		),
		{ numRuns: 2000 },
	);
});

test("a scenario with any part replaced gives a scenario or faults", () => {
	const text = builtIn["beer-game"] ?? "";
	const cut = fc.tuple(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 8 }));
	fc.assert(
		fc.property(cut, ([from, length, junk]) =>
			survives(text.slice(0, from) + junk + text.slice(from + length)),
		),
		{ numRuns: 300 },
	);
	const data = parse(text) as Record<string, unknown>;
	const key = fc.constantFrom(...Object.keys(data), "twin", "efficacy", "customers");
	fc.assert(
		fc.property(key, fc.jsonValue({ maxDepth: 3 }), (name, value) =>
			survives(JSON.stringify({ ...data, [name]: value })),
		),
		{ numRuns: 500 },
	);
});

test("settings of any kind give a scenario or faults", () => {
	const part = fc.constantFrom(
		"stages",
		"demand",
		"0",
		"Retailer",
		"mean",
		"upstream",
		"leadTime",
		"sharing",
		"",
		"x",
		"toString",
	);
	const setting = fc
		.tuple(fc.array(part, { maxLength: 4 }), fc.oneof(fc.string(), fc.json()))
		.map(([path, value]) => `${path.join(".")}=${value}`);
	const text = builtIn["beer-game"] ?? "";
	fc.assert(
		fc.property(fc.array(setting, { maxLength: 3 }), (sets) => survives(text, sets)),
		{ numRuns: 1000 },
	);
});
