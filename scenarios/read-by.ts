// Text → what a schema other than the scenario's makes of it, or every fault with its line.

import { z } from "zod";
import { BadInput, locateFault, type Problem, problemsOf } from "./fault.js";
import { readYaml } from "./read-yaml.js";
import type { SchemaNode } from "./schema.js";

/**
 * Reads YAML or JSON.
 * @param check what else may be wrong with it
 * @throws BadInput with one fault for each thing that is wrong
 */
export function readBy<S extends z.ZodType>(
	schema: S,
	text: string,
	file: string,
	check: (found: z.output<S>) => readonly Problem[] = () => [],
): z.output<S> {
	const { value, locate } = readYaml(text, file);
	const parsed = schema.safeParse(value ?? {});
	const problems = parsed.success
		? check(parsed.data)
		: problemsOf(parsed.error.issues, value, z.toJSONSchema(schema, { io: "input" }) as SchemaNode);
	if (parsed.success && problems.length === 0) return parsed.data;
	throw new BadInput(
		problems.map((problem) => locateFault(problem, file, locate(problem.path, problem.key))),
	);
}
