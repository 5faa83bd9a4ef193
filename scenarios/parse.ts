// Text → Scenario: YAML, then `--set`, then the schema, then the relations; or every fault with its line.

import { check } from "./check.js";
import { BadInput, locateFault, type Problem, problemsOf, valueInWords } from "./fault.js";
import { readYaml } from "./read-yaml.js";
import { type Scenario, scenarioSchema } from "./schema.js";
import { applySets } from "./set.js";

/**
 * Reads a scenario.
 * @param text YAML or JSON
 * @param file its name, for messages
 * @param sets settings as typed after `--set`: `path.to.parameter=value`
 * @throws BadInput with one fault for each thing that is wrong
 */
export function parseScenario(text: string, file: string, sets: readonly string[] = []): Scenario {
	const { value, locate } = readYaml(text, file);
	if (value === null || value === undefined)
		throw new BadInput([
			{ file, line: 1, column: 1, message: "empty", expected: "a map of a scenario's keys" },
		]);
	if (typeof value !== "object" || Array.isArray(value)) {
		const message = `got ${valueInWords(value)}`;
		throw new BadInput([{ file, ...locate([]), message, expected: "a map of a scenario's keys" }]);
	}
	const owner = applySets(value as Record<string, unknown>, sets);
	const result = validate(value);
	if ("scenario" in result) return result.scenario;
	const faults = result.problems.map((problem) => {
		const set = owner(problem.path);
		return set ? locateFault(problem, set) : locateFault(problem, file, locate(problem.path, problem.key));
	});
	throw new BadInput(
		faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
	);
}

/** Checks plain data against the schema and, where that holds, the relations between its parts. */
export function validate(data: unknown): { scenario: Scenario } | { problems: Problem[] } {
	const parsed = scenarioSchema.safeParse(data);
	if (!parsed.success) return { problems: problemsOf(parsed.error.issues, data) };
	const problems = check(parsed.data);
	return problems.length > 0 ? { problems } : { scenario: parsed.data };
}
