// Stages as read → the YAML text of a scenario, one line a stage, that says where it came from.

import { stringify } from "yaml";
import { printable } from "../fault.js";
import type { ScenarioInput } from "../schema.js";
import type { StageRow } from "./stage-row.js";

const weekDays = 7;

/** What an imported scenario says besides its stages. */
export interface ImportedHead {
	name: string;
	/** From which file, in which format, which chain. */
	origin: string;
	notes: readonly string[];
	/** A week if left out. */
	tickDays?: number;
	/** By the deviations of the stages' demands if left out. */
	demand?: NonNullable<ScenarioInput["demand"]>;
	macro?: NonNullable<ScenarioInput["macro"]>;
}

/** Negative binomial demand needs a variance above the mean, tick by tick, in every end stage. */
export function demandKind(rows: readonly StageRow[]): "negativeBinomial" | "normal" {
	const demands = rows.flatMap(({ stage }) => (stage.demand ? [stage.demand] : []));
	const spread = demands.every(
		({ meanPerDay, sdPerDay }) => sdPerDay * sdPerDay * weekDays > meanPerDay * weekDays,
	);
	return spread ? "negativeBinomial" : "normal";
}

/** The plain data of the scenario, as it will be written. */
export const scenarioData = (rows: readonly StageRow[], head: ImportedHead) => ({
	name: head.name,
	title: `Imported: ${head.name}`,
	source: head.origin.slice(0, 2000),
	tick: { days: head.tickDays ?? weekDays },
	demand: head.demand ?? { kind: demandKind(rows) },
	...(head.macro && { macro: head.macro }),
	stages: rows.map(({ stage }) => ({ ...stage, upstream: { ...stage.upstream } })),
});

/** The scenario as YAML with comments. */
export function writeScenario(rows: readonly StageRow[], head: ImportedHead): string {
	const { stages, ...rest } = scenarioData(rows, head);
	const flow = { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false } as const;
	const lines = [
		`# Imported by fractwin from ${printable(head.origin, 400)}.`,
		...head.notes.map((note) => `# ${note}`),
		"# What is left out has its default: fractwin scenario schema",
		...Object.entries(rest).map(
			([key, value]) => `${key}: ${stringify(value, flow).trimEnd()}${remarkOn(key, head)}`,
		),
		"",
		"# cost: $ added per unit; leadDays: production time; upstream: units of each part in one unit.",
		"stages:",
		...stages.map((stage) => `  - ${stringify(withoutEmpty(stage), flow).trimEnd()}`),
	];
	return `${lines.join("\n")}\n`;
}

function remarkOn(key: string, { tickDays = weekDays, demand }: ImportedHead): string {
	if (key === "tick" && tickDays === weekDays)
		return " # a week; lead times become whole weeks, at least one";
	if (key === "demand" && !demand)
		return " # negativeBinomial where every demand varies more than a Poisson one, else normal";
	return "";
}

const withoutEmpty = ({ upstream, ...stage }: StageRow["stage"]) =>
	Object.keys(upstream).length > 0 ? { ...stage, upstream } : stage;
