// The ODD description (Grimm et al. 2020): prose of docs/odd/, tables of the model's own metadata.

import { readdirSync, readFileSync } from "node:fs";
import { ecosystem, kinds } from "../../agents/ecosystem.js";
import { outcomeMetrics } from "../../agents/metrics/outcomes.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { submodels } from "../../agents/submodels.js";
import { virtualColumns } from "../../agents/what-if.js";
import type { AgentKind } from "../../engine/world/kind.js";
import { runSpec } from "../../scenarios/build.js";
import type { Scenario } from "../../scenarios/schema.js";
import { loadScenario } from "../scenario-source.js";
import { parameterRows } from "./parameters.js";

const folder = new URL("../../../docs/odd/", import.meta.url);
const prose = (name: string) => readFileSync(new URL(name, folder), "utf8").trim();

/** The whole text; with a scenario, its values stand in the table of parameters. @throws Error where a text is missing */
export function odd(scenario?: Scenario): string {
	const tables: Readonly<Record<string, () => string>> = {
		entities: () => kinds.map(entity).join("\n\n"),
		process,
		parameters: () => parameters(scenario),
		submodels: () => submodels.map(submodel).join("\n\n"),
		outcomes,
		series,
		virtual,
	};
	const chapters = readdirSync(folder)
		.filter((name) => name.endsWith(".md"))
		.sort()
		.map((name) =>
			prose(name)
				.replace(/^(#+) /gm, "#$1 ")
				.replace(/\{\{(\w+)\}\}/g, (_, table: string) => {
					const make = tables[table];
					if (!make) throw new Error(`docs/odd/${name}: no table "${table}"`);
					return make();
				}),
		);
	return `# The model${scenario ? `, with the parameters of ${scenario.name}` : ""}\n\n${chapters.join("\n\n")}`;
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function entity({ name, groups }: AgentKind): string {
	const rows = Object.entries(groups).flatMap(([group, columns]) =>
		Object.entries(columns).map(([column, { unit, about }]) => [`\`${column}\``, group, unit, about]),
	);
	if (rows.length === 0) return `### ${name}\n\nNo columns: the links alone.`;
	return `### ${name}\n\n${table(["variable", "group", "unit", "meaning"], rows)}`;
}

function process(): string {
	const rows = ecosystem.phases.map(({ name, over, steps }, k) => {
		const titles = steps.map((step) => submodels.find((one) => one.steps.includes(step))?.title ?? "");
		return [String(k + 1), name, over, [...new Set(titles)].join("; ")];
	});
	return table(["", "phase", "over the rows of", "submodels, in order"], rows);
}

function submodel({ key, title, section, files }: (typeof submodels)[number]): string {
	const where = `MODEL §${section}; ${files.map((file) => `\`${file}\``).join(", ")}.`;
	return `### ${title}\n\n${where}\n\n${prose(`submodels/${key}.md`)}`;
}

const parameters = (scenario?: Scenario) =>
	table(
		["parameter", scenario ? "value" : "default", "meaning", "range", "where it is from"],
		parameterRows(scenario),
	);

const outcomes = () =>
	table(
		["outcome", "unit", "range", "definition"],
		outcomeMetrics.map(({ name, unit, range, about }) => [`\`${name}\``, unit, range, about]),
	);

/** What stands in a what-if in place of what is not known. */
const virtual = () =>
	table(
		["column", "in the virtual world"],
		Object.entries(virtualColumns).map(([column, becomes]) => [`\`${column}\``, becomes]),
	);

/** The series that the flagship records. */
function series(): string {
	const spec = runSpec(loadScenario("bulldozer").scenario, { seed: "odd", ticks: 1 });
	const metrics = ecosystem.metrics?.(spec.parameters as EcosystemParameters) ?? [];
	const rows = metrics.map(({ name, unit, about, labels = [] }) => {
		const shown = labels.length > 12 ? [`one for each of ${labels.length} stages`] : labels;
		return [`\`${name}\``, unit, about, shown.join(", ")];
	});
	return table(["series", "unit", "definition", "lines"], rows);
}
