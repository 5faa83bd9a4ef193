// The scenario with what was found in it, as YAML that runs.

import { Document, isCollection, isPair, isSeq, visit } from "yaml";
import { printable } from "../../scenarios/fault.js";
import { withBoundaries } from "../../scenarios/organization/organization.js";
import { readYaml } from "../../scenarios/read-yaml.js";
import type { ScenarioInput } from "../../scenarios/schema.js";
import { applySets } from "../../scenarios/set.js";
import { commandOf } from "../plan.js";
import { shellWord } from "../text/wording.js";
import type { OptimizeDocument } from "./document.js";
import type { OptimizePlan } from "./plan.js";
import { changedClasses, classesWorth, findings } from "./text.js";

/** A run that the result rests on, from the file of its scenario. */
export const runOf = ({ ticks, heldOut }: OptimizeDocument, file: string) =>
	["fractwin", "run", file, "--ticks", String(ticks), "--seed", heldOut.keys[0] as string]
		.map(shellWord)
		.join(" ");

/** As its author wrote it and `--set` changed it, with the organization found, and the classes of parts where they are adopted. */
export function optimizedScenario(plan: OptimizePlan, document: OptimizeDocument): string {
	const data = readYaml(plan.text, plan.source).value as ScenarioInput;
	applySets(data as unknown as Record<string, unknown>, plan.sets);
	const { searched, modules: members, classChoice } = document;
	const { size: _, kind: __, ...modules } = data.modules ?? {};
	const classes = { ...data.configuration?.classes };
	if (classChoice?.adopted && classChoice.status === "optimal")
		for (const [component, changed] of Object.entries(changedClasses(classChoice.explanations)))
			classes[component] = { ...classes[component], ...changed };
	const found = {
		...data,
		...(searched.modules && { modules: { ...modules, members } }),
		...(searched.boundaries && { boundaries: withBoundaries(data.boundaries, document) }),
		...(classChoice?.adopted && { configuration: { ...data.configuration, classes } }),
	};
	const remarks = [
		`Found by ${commandOf(plan)}`,
		...findings(document).slice(0, 1),
		...(classChoice?.adopted ? [classesWorth(document)] : []),
		`One of the runs that say so: ${runOf(document, "optimized.yaml")}`,
	];
	return `${remarks.map((line) => `# ${printable(line, 2000)}\n`).join("")}${linesOf(found)}`;
}

/** Elements of a list, and maps without collections in them, in a line each. */
function linesOf(data: unknown): string {
	const document = new Document(data, { aliasDuplicateObjects: false });
	visit(document, {
		Collection(_, node, path) {
			const plain = node.items.every((item) => !isCollection(isPair(item) ? item.value : item));
			if (path.length > 1 && (plain || isSeq(path.at(-1)))) node.flow = true;
		},
	});
	return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
