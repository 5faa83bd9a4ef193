// What must hold of modules that are listed: nothing else cuts them, their stages are there, and none is in two.

import { listStages } from "./bill-of-materials.js";
import { type Problem, quote } from "./fault.js";
import { nearestOf } from "./nearest.js";
import type { Scenario } from "./schema.js";

/** Of a scenario whose stages are right so far. */
export function checkModules(scenario: Scenario): Problem[] {
	const { members, size, kind } = scenario.modules;
	if (!members) return [];
	if (size !== 1 || kind !== "blocks") {
		const message = `modules are listed, and cut by ${kind === "blocks" ? `size ${size}` : `kind ${kind}`}`;
		return [
			{ path: ["modules", "members"], key: true, message, expected: "size 1 and kind blocks with members" },
		];
	}
	const names = new Set(listStages(scenario).map(({ name }) => name));
	const seen = new Map<string, number>();
	return members.flatMap((module, m) =>
		module.flatMap((name, k): Problem[] => {
			const path = ["modules", "members", m, k];
			if (!names.has(name))
				return [{ path, message: `no stage is named ${quote(name)}`, nearest: nearestOf(name, names) }];
			const first = seen.get(name);
			if (first !== undefined)
				return [{ path, message: `${quote(name)} is already in modules.members[${first}]` }];
			seen.set(name, m);
			return [];
		}),
	);
}
