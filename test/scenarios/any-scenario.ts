// Scenarios at random, drawn key by key from the schema: what stands at the edge of its range more often than what lies within.

import fc, { type Arbitrary } from "fast-check";
import { listStages } from "../../scenarios/bill-of-materials.js";
import { levers } from "../../scenarios/levers.js";
import { pathNames } from "../../scenarios/paths/index.js";
import {
	type Scenario,
	type SchemaNode,
	scenarioJsonSchema,
	scenarioSchema,
} from "../../scenarios/schema.js";
import { type Effect, shockKindNames, shockKinds } from "../../scenarios/shock-kinds.js";

/** A scenario in plain data, as its author writes it. */
export type Written = Record<string, unknown>;

const root = scenarioJsonSchema();
const small = (most: number, ...edges: number[]) => fc.oneof(fc.constantFrom(...edges), fc.nat(most));

/** Of what costs time or memory without a limit, and of texts. */
const own: Readonly<Record<string, Arbitrary<unknown>>> = {
	name: fc.constant("any"),
	ticks: fc.integer({ min: 52, max: 64 }),
	leadTime: fc.oneof(small(4, 0, 1), fc.constant(520)),
	"customers.owners": small(300, 0, 1, 2, 3, 4),
	"customers.peers": fc.oneof(fc.constantFrom("complete", 0, 1, 2, 4), fc.nat(20)),
	"network.levels": fc.constantFrom(["cluster"], ["cluster", "enterprise"]),
	"network.branching": fc.integer({ min: 2, max: 4 }),
	"network.seed": fc.string({ minLength: 1, maxLength: 4 }),
	// Places of stages, until it is known how they are called.
	"modules.members": fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { maxLength: 3 }),
};
/** Written in any case: their defaults are large. */
const always = new Set(["name", "ticks", "network.levels", "network.branching", "customers.owners"]);
const firms = small(40, 1, 2, 3);

/** Numbers of a range: its ends, what lies next to them, the default, and any. */
function numbers(node: SchemaNode): Arbitrary<number> {
	const whole = node.type === "integer";
	const { exclusiveMinimum, exclusiveMaximum, default: usual } = node;
	const low = node.minimum ?? exclusiveMinimum ?? -Number.MAX_VALUE;
	const high = node.maximum ?? exclusiveMaximum ?? Number.MAX_VALUE;
	const next = (from: number, by: number) =>
		whole ? from + by : from + by * 1e-9 * Math.max(1, Math.abs(from));
	const fits = (value: number) =>
		value >= low && value <= high && value !== exclusiveMinimum && value !== exclusiveMaximum;
	const base = typeof usual === "number" ? usual : Math.min(1, high);
	const edges = [base, low, high, next(low, 1), next(high, -1), base / 10, base * 10]
		.concat(low === 0 && !whole ? [Number.MIN_VALUE] : [])
		.map((value) => (whole ? Math.round(value) : value))
		.filter(fits);
	// Most of a range without an end is far from any use.
	const most = Math.min(high, Math.max(low + 1, 100 * Math.abs(base), 100));
	const least = Math.max(low, most - 1e4 * Math.abs(base) - 1e4);
	const within = whole
		? fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
		: fc
				.nat(1e6)
				.map((k) => least + ((most - least) * k) / 1e6)
				.filter(fits);
	return fc.oneof(fc.constantFrom(...edges), within);
}

/** Values that the schema allows at a path; of a map any of its keys, each one time in `sparsity`. */
function values(node: SchemaNode, path: string, sparsity: number): Arbitrary<unknown> {
	const given = own[path];
	if (given) return given;
	if (path.endsWith(".firms"))
		return node.minimum === 0 ? fc.oneof(fc.constant(0), firms) : firms.map((n) => Math.max(1, n));
	if (node.anyOf) return fc.oneof(...node.anyOf.map((one) => values(one, path, sparsity)));
	if (node.const !== undefined) return fc.constant(node.const);
	if (node.enum) return fc.constantFrom(...node.enum);
	switch (node.type) {
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		case "string":
			return fc.constantFrom("A", "B");
		case "array":
			return fc.array(values(node.items as SchemaNode, `${path}[]`, sparsity), { maxLength: 4 });
		case "object":
			return map(node, path, sparsity);
		default:
			return numbers(node);
	}
}

function map(
	{ properties = {} }: SchemaNode,
	path: string,
	sparsity: number,
	without: readonly string[] = [],
) {
	const keys = Object.entries(properties).filter(([key]) => !without.includes(key));
	const drawn = keys.map(([key, node]) => {
		const place = path === "" ? key : `${path}.${key}`;
		const value = values(node, place, sparsity);
		if (node.properties || always.has(place)) return [key, value] as const;
		const left = { arbitrary: fc.constant(undefined), weight: sparsity - 1 };
		return [key, fc.oneof({ withCrossShrink: true }, left, { arbitrary: value, weight: 1 })] as const;
	});
	return fc.record(Object.fromEntries(drawn)).map((found) => present(found) as Written);
}

const present = (found: object) =>
	Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));

/** One to six stages, each but the first a supplier of one before it; any may sell to customers, and who has no buyer does. */
function stages(sparsity: number): Arbitrary<Written[]> {
	const schema = root.properties?.stages?.anyOf?.find(({ items }) => items)?.items as SchemaNode;
	const one = fc.record({
		written: map(schema, "stages[]", sparsity, ["name", "upstream", "options", "demand"]),
		demand: values(schema.properties?.demand as SchemaNode, "stages[].demand", 1),
		sells: fc.integer({ min: 0, max: 3 }),
		option: fc.constantFrom(0, 0, 0, 1e-9, 0.5, 0.999999),
		buyers: fc.array(fc.tuple(fc.nat(5), small(4, 1, 2)), { minLength: 1, maxLength: 3 }),
	});
	return fc.array(one, { minLength: 1, maxLength: 6 }).map((drawn) => {
		const bills = drawn.map(() => ({}) as Record<string, number>);
		drawn.forEach(({ buyers, sells }, i) => {
			if (i > 0 && sells < 3)
				for (const [buyer, quantity] of buyers)
					(bills[buyer % i] as Record<string, number>)[`S${i}`] = Math.max(1, quantity);
		});
		const bought = new Set(bills.flatMap((bill) => Object.keys(bill)));
		const optional = (i: number, share: number) => {
			const [first] = Object.keys(bills[i] as object);
			return first && share > 0 ? { options: { [first]: share } } : {};
		};
		return drawn.map(({ written, demand, sells, option }, i) => ({
			name: `S${i}`,
			cost: 1,
			...written,
			...((!bought.has(`S${i}`) || sells === 2) && { demand }),
			upstream: bills[i],
			...optional(i, option),
		}));
	});
}

/** Times in shares of the run after its warm-up, until it is known how long that is. */
const time = fc.oneof(fc.constantFrom(0, 0.5, 0.99), fc.double({ min: 0, max: 0.99, noNaN: true }));

const step = fc.constantFrom(...levers).chain(({ name, low, high, moves, stages: named }) =>
	fc.record({
		lever: fc.constant(name),
		to: named
			? fc.constantFrom(...named)
			: numbers({ type: moves === "linear" ? "number" : "integer", minimum: low, maximum: high }),
		at: time,
		over: moves === "at once" ? fc.constant(0) : time,
	}),
);
const path = fc.oneof(
	fc.constantFrom(...pathNames),
	fc.uniqueArray(step, { maxLength: 5, selector: ({ lever }) => lever }),
);

const effects = shockKindNames.flatMap((kind) =>
	Object.entries<Effect>(shockKinds[kind].effects).map(([place, { low, high }]) => ({
		kind,
		place,
		low,
		high,
	})),
);
const shocks = fc.array(
	fc.constantFrom(...effects).chain(({ kind, place, low, high }) =>
		fc.record({
			kind: fc.constant(kind),
			place: fc.constantFrom(place, ...(shockKinds[kind].byStage ? ["tier 1"] : [])),
			size: numbers({ type: "number", minimum: low, maximum: high, default: Math.min(1, high) }),
			at: time,
			weeks: fc.oneof(fc.constantFrom(1e-9, 1, 4, 1_000_000), fc.double({ min: 0.1, max: 30, noNaN: true })),
		}),
	),
	{ maxLength: 3 },
);

/** What two keys must agree on, made to agree; the rest of what `check` looks at is left to chance. */
function related(drawn: Written): Written {
	const { members, ...modules } = (drawn.modules ?? {}) as { members?: number[][] };
	const known = scenarioSchema.safeParse({ ...drawn, modules, path: [], shocks: [] });
	if (!known.success) return drawn;
	const names = listStages(known.data).map(({ name }) => name);
	const alone = new Set(names);
	const listed = members
		?.map((module) =>
			module.map((k) => names[k % names.length] as string).filter((name) => alone.delete(name)),
		)
		.filter((module) => module.length > 0);
	const { tick, ticks, warmUp, lifecycle, innovation, customers, efficacy, economics, ordering } = known.data;
	const weeks = ((ticks - Math.min(warmUp, Math.floor(ticks / 2))) * tick.days) / 7;
	const mostDays = 520 * tick.days;
	const merge = (key: keyof Scenario, change: object) => ({
		[key]: { ...(drawn[key] as object), ...change },
	});
	const timed = (one: Written) => ({
		...one,
		at: (one.at as number) * weeks,
		...(one.over !== undefined && { over: (one.over as number) * weeks }),
	});
	const list = Array.isArray(drawn.stages) ? (drawn.stages as Written[]) : undefined;
	const chosen = list?.map((each, i) => ({ ...each, target: each.target ?? 4 * i })) ?? drawn.stages;
	const steered = ordering.kind === "anchorAndAdjust";
	const peers =
		customers.peers === "complete"
			? "complete"
			: Math.max(0, Math.min(customers.peers, customers.owners - 1));
	return {
		...drawn,
		modules: listed?.length ? { ...modules, members: listed, size: 1, kind: "blocks" } : modules,
		...(list && steered && { stages: chosen }),
		...(!list && steered && merge("ordering", { kind: "orderUpTo" })),
		...merge("lifecycle", { recoveredByData: Math.min(lifecycle.recoveredByData, 1 - lifecycle.recovered) }),
		...merge("innovation", {
			epistasis: Math.min(innovation.epistasis, innovation.loci - 1),
			core: Math.min(innovation.core, innovation.loci),
		}),
		...merge("efficacy", { promiseDays: Math.min(efficacy.promiseDays, mostDays) }),
		...merge("economics", { latePayWeeks: Math.min(economics.latePayWeeks, Math.floor(mostDays / 7)) }),
		...merge("customers", {
			lifeWeeks: Math.max(customers.lifeWeeks, tick.days / 7),
			peers: typeof peers === "number" ? peers - (peers % 2) : peers,
		}),
		...(drawn.path !== undefined && { path: Array.isArray(drawn.path) ? drawn.path.map(timed) : drawn.path }),
		...(Array.isArray(drawn.shocks) && { shocks: drawn.shocks.map(timed) }),
	};
}

/** Scenarios in which one key in `sparsity` is written. */
function scenarioOf(sparsity: number): Arbitrary<Written> {
	const rest = map(root, "", sparsity, ["stages", "network", "path", "shocks"]);
	const chain = fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 6 }));
	const network = values(root.properties?.network as SchemaNode, "network", sparsity);
	const maybe = <T>(arbitrary: Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
	return fc
		.record({
			rest,
			source: fc.oneof(
				{ arbitrary: stages(sparsity).map((list) => ({ stages: list })), weight: 5 },
				{ arbitrary: chain.map((count) => ({ stages: count })), weight: 1 },
				{ arbitrary: network.map((generated) => ({ network: generated })), weight: 1 },
			),
			change: fc.record({ path: maybe(path), shocks: maybe(shocks) }),
		})
		.map((drawn) => related({ ...drawn.rest, ...drawn.source, ...present(drawn.change) }));
}

/** Nearly as usual, or unusual in everything. */
export const anyScenario: Arbitrary<Written> = fc.oneof(scenarioOf(12), scenarioOf(3));
