// fractwin scenario: the built-in scenarios, a check of one's own, the schema.

import type { Command } from "commander";
import { builtIn } from "../../scenarios/built-in.js";
import { type Lever, levers } from "../../scenarios/levers.js";
import { makersOf } from "../../scenarios/network.js";
import { paths } from "../../scenarios/paths/index.js";
import { type Scenario, scenarioJsonSchema } from "../../scenarios/schema.js";
import type { Options } from "../options.js";
import { loadScenario } from "../scenario-source.js";
import { print, printJson } from "../text/print.js";
import { textTable } from "../text/text-table.js";
import { counted } from "../text/wording.js";

export function addScenario(program: Command): void {
	const scenario = program
		.command("scenario")
		.description("list, show and check scenarios; print their schema");
	scenario
		.command("list")
		.description("the built-in scenarios and transformation paths, and the levers that paths move")
		.action((_: unknown, command: Command) => list(command.optsWithGlobals()));
	scenario
		.command("show")
		.description("the text of a built-in scenario, to copy and change")
		.argument("<name>", "a built-in name, or a file")
		.action((name: string, _: unknown, command: Command) => show(name, command.optsWithGlobals()));
	scenario
		.command("check")
		.description("check a scenario without running it")
		.argument("<file>", "a YAML or JSON file, or a built-in name")
		.action((file: string, _: unknown, command: Command) => check(file, command.optsWithGlobals()));
	scenario
		.command("schema")
		.description("the JSON Schema of scenario files, for editors")
		.action(() => printJson(scenarioJsonSchema()));
}

function list({ json }: Options): void {
	const known = Object.keys(builtIn).map((name) => {
		const { scenario } = loadScenario(name);
		return { name, title: scenario.title, stages: stageCount(scenario), ticks: scenario.ticks };
	});
	const tables = [
		textTable([{ title: "scenario" }, { title: "what it is" }], known.map(named)),
		textTable([{ title: "path" }, { title: "what changes, in which order" }], paths.map(named)),
		textTable([{ title: "lever" }, { title: "what it is" }, { title: "values" }], levers.map(leverRow)),
	];
	if (json) printJson({ scenarios: known, paths, levers });
	else print(tables.join("\n\n"));
}

const named = ({ name, title }: { name: string; title: string }) => [name, title];

function leverRow({ name, meaning, stages, low, high, unit }: Lever): string[] {
	return [name, meaning, stages?.join(" → ") ?? `${low} … ${high}${unit === "1" ? "" : ` ${unit}`}`];
}

/** With --json or --set the scenario as resolved, every default filled in; else its text. */
function show(name: string, { json, set }: Options): void {
	const { scenario, text } = loadScenario(name, set);
	if (json || set.length > 0) printJson(scenario);
	else process.stdout.write(text);
}

function check(file: string, { json, set }: Options): void {
	const { scenario } = loadScenario(file, set);
	const { name, ticks } = scenario;
	const stages = stageCount(scenario);
	if (json) printJson({ valid: true, name, stages, ticks });
	else print(`${file} is valid: "${name}", ${counted(stages, "stage")}, ${counted(ticks, "tick")}`);
}

function stageCount({ stages, network }: Scenario): number {
	if (network) return makersOf(network);
	return typeof stages === "number" ? stages : (stages?.length ?? 0);
}
