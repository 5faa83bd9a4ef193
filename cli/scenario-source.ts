// SCENARIO on the command line → the scenario: a built-in name, or a path to YAML or JSON.

import { existsSync } from "node:fs";
import { builtIn } from "../scenarios/built-in.js";
import { BadInput, quote } from "../scenarios/fault.js";
import { nearestOf } from "../scenarios/nearest.js";
import { parseScenario } from "../scenarios/parse.js";
import type { Scenario } from "../scenarios/schema.js";
import { readText } from "./read-text.js";

export interface LoadedScenario {
	scenario: Scenario;
	/** The text it was read from, before `--set`. */
	text: string;
	/** The path as given, or `built-in NAME`. */
	file: string;
}

/** Loads a scenario; a built-in name goes before a file of that name (`./NAME` is the file). @throws BadInput */
export function loadScenario(nameOrFile: string, sets: readonly string[] = []): LoadedScenario {
	const { text, file } = scenarioText(nameOrFile);
	return { scenario: parseScenario(text, file, sets), text, file };
}

/** The text of a scenario, unchecked. @throws BadInput */
export function scenarioText(nameOrFile: string): {
	text: string;
	file: string;
} {
	const text = builtIn[nameOrFile];
	if (text !== undefined) return { text, file: `built-in ${nameOrFile}` };
	const bare = /^[^./\\]*$/.test(nameOrFile);
	if (!bare || existsSync(nameOrFile)) return { text: readText(nameOrFile), file: nameOrFile };
	const names = Object.keys(builtIn);
	throw new BadInput([
		{
			file: "SCENARIO",
			message: `no built-in scenario and no file is named ${quote(nameOrFile)}`,
			expected: `one of ${names.join(", ")}, or a path`,
			nearest: nearestOf(nameOrFile, names),
		},
	]);
}
