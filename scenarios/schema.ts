// The scenario as its author writes it: every key with its unit, its range and the only place of its default.

import { z } from "zod";
import { applications } from "./schema/applications.js";
import { boundaries, cloud } from "./schema/boundaries.js";
import { path, shocks } from "./schema/change.js";
import { closedLoop } from "./schema/closed-loop.js";
import { configuration } from "./schema/configuration.js";
import { customers, demand, macro, market, services } from "./schema/customers.js";
import { dynamics } from "./schema/dynamics.js";
import { economics, sustainability } from "./schema/economics.js";
import { efficacy } from "./schema/efficacy.js";
import { innovation } from "./schema/innovation.js";
import { lifecycle } from "./schema/lifecycle.js";
import { network } from "./schema/network.js";
import { forecast, ordering, sharing } from "./schema/ordering.js";
import { modules, planning } from "./schema/organization.js";
import { assumed, count, LONG, type Provenance } from "./schema/ranges.js";
import { servitization } from "./schema/servitization.js";
import { sourcing } from "./schema/sourcing.js";
import { stage } from "./schema/stage.js";
import { hidden, twin } from "./schema/twin.js";

/** The whole scenario. Numbers are checked here for themselves; relations between them in `check.ts`. */
export const scenarioSchema = z
	.strictObject({
		name: z
			.string()
			.regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens")
			.max(60)
			.describe("short name, as in file names: lower-case letters, digits and hyphens"),
		title: z.string().max(200).default("").describe("one line for tables and reports"),
		source: z.string().max(2000).default("").describe("where the figures come from"),
		tick: z
			.strictObject({
				days: z
					.number()
					.min(0.04)
					.max(366)
					.default(7)
					.describe("length of a tick, days; an hour at least")
					.meta(assumed),
			})
			.prefault({}),
		ticks: z.int().min(1).max(1_000_000).default(1040).describe("horizon, ticks").meta(assumed),
		warmUp: z
			.int()
			.min(0)
			.max(LONG)
			.default(104)
			.describe("ticks left out of outcomes (at most half of the horizon)")
			.meta(assumed),
		stages: z
			.union([count, z.array(stage).min(1).max(100_000)])
			.optional()
			.describe("a number: a serial chain of so many equal stages, from the customer up; a list: each stage"),
		network: network.optional(),
		leadTime: z
			.union([z.int().min(0).max(520), z.array(z.int().min(0).max(520)).min(1)])
			.default(1)
			.describe("production ticks of stages without leadDays; a list: one per stage, from the first")
			.meta(assumed),
		demand,
		forecast,
		sharing,
		ordering,
		safetyFactor: z
			.number()
			.min(-10)
			.max(10)
			.nullable()
			.default(null)
			.describe(
				"z of the base-stock level; null: from the costs of holding and shortage; beyond 10 there is no chance left to guard against",
			)
			.meta(assumed),
		returns: z
			.boolean()
			.default(false)
			.describe("orders may be negative and stock below zero (textbook cases)")
			.meta(assumed),
		economics,
		hidden,
		twin,
		macro,
		customers,
		market,
		services,
		servitization,
		sustainability,
		innovation,
		dynamics,
		sourcing,
		lifecycle,
		applications,
		efficacy,
		configuration,
		modules,
		cloud,
		boundaries,
		planning,
		closedLoop,
		path,
		shocks,
	})
	.describe("A scenario of fractwin");

/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as written: defaults may be left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

/** The parts of JSON Schema that a scenario's schema uses, and where a default is from. */
export interface SchemaNode extends Partial<Provenance> {
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: boolean | SchemaNode;
	readonly items?: SchemaNode;
	readonly anyOf?: readonly SchemaNode[];
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly default?: unknown;
	readonly description?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly exclusiveMinimum?: number;
	readonly exclusiveMaximum?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
}

/** The JSON Schema of what an author may write. */
export const scenarioJsonSchema = () => z.toJSONSchema(scenarioSchema, { io: "input" }) as SchemaNode;
