// The last step of an importer: what it made is checked as any scenario is.

import { BadInput, type Fault, type Problem } from "../fault.js";
import { validate } from "../parse.js";
import type { StageRow } from "./stage-row.js";
import { type ImportedHead, scenarioData } from "./write-scenario.js";

/** @throws BadInput with the faults found before and those of the scenario, each at the place in the file that it came from */
export function validated(
	rows: readonly StageRow[],
	head: ImportedHead,
	faultOf: (problem: Problem) => Fault,
	faults: readonly Fault[] = [],
): void {
	if (faults.length > 0) throw new BadInput(faults);
	const result = validate(scenarioData(rows, head));
	if ("problems" in result) throw new BadInput(result.problems.map(faultOf));
}
