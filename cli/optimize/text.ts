// The result of an optimization in words: a table of searches, what was found, how sure that is.

import type { ModuleClass } from "../../optimizers/classes/problem.js";
import type { Explanation } from "../../scenarios/module-classes/module-classes.js";
import { classesText } from "../text/module-classes-text.js";
import { textTable } from "../text/text-table.js";
import { counted, estimate, outcomeInWords, shellWord } from "../text/wording.js";
import type { OptimizeDocument } from "./document.js";

const titles: Readonly<Record<string, string>> = {
	leiden: "Leiden on flows",
	random: "random search",
	genetic: "genetic-js alone",
};

export const searchHead = ["", "modules", "efficacy", "difference", "95 % interval", "runs"];

/** Rows of what each search found, the scenario's own organization first. */
export function searchRows({ before, after, baselines }: OptimizeDocument): string[][] {
	const found = [["optimized", after] as const, ...Object.entries(baselines)];
	return [
		["before", String(before.modules.length), estimate(before.efficacy).mean, "", "", ""],
		...found.map(([name, { modules, efficacy, difference, runs }]) => {
			const { mean, interval } = estimate(difference, true);
			const title = titles[name] ?? name;
			return [title, String(modules.length), estimate(efficacy).mean, mean, interval, String(runs)];
		}),
	];
}

export const searchTable = (document: OptimizeDocument) =>
	textTable(
		searchHead.map((title, c) => ({ title, right: c > 0 })),
		searchRows(document),
	);

/** Sentences, the most important first. */
export function findings(document: OptimizeDocument): string[] {
	const { before, after, heldOut, candidates, evaluations, failures } = document;
	const { mean, low, high } = heldOut.difference;
	const { mean: change, interval } = estimate(heldOut.difference, true);
	const same = mean === 0 && low === 0 && high === 0;
	const verdict = (low ?? -1) > 0 ? "better" : (high ?? 1) < 0 ? "worse" : "not shown to differ";
	const { delta, confidence, finalists } = after.selection;
	return [
		same
			? "Nothing better than the scenario's own organization was found."
			: `The optimized organization changes efficacy by ${change} (95 % interval ${interval}) on ${counted(heldOut.keys.length, "key")} that no search has used: ${verdict}. It has ${counted(after.modules.length, "module")} in place of ${before.modules.length}.`,
		`Of ${counted(finalists, "finalist")}, the scenario's own organization among them, it is the best or within ${delta.toPrecision(2)} of it, with a nominal probability of ${confidence} (Kim & Nelson 2001).`,
		`${counted(candidates, "organization")} in ${counted(evaluations, "run")}; ${failures.length === 0 ? "no run failed" : `${counted(failures.length, "run")} FAILED: ${failures[0]?.reason}`}.`,
	];
}

/** More are in the document. */
const MOST_SHOWN = 20;

/** What to do with it: the makers of each module, the largest first, and the boundary functions. */
export function organizationLines({ modules, boundaries }: OptimizeDocument): string[] {
	const houses = modules.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
	const alone = modules.filter(({ length }) => length === 1).flat();
	const more = houses.length - MOST_SHOWN;
	return [
		...houses
			.slice(0, MOST_SHOWN)
			.map((members, m) => `module ${m + 1} (${members.length}): ${listed(members)}`),
		...(more > 0 ? [`… and ${counted(more, "module")} more`] : []),
		...(alone.length > 0 ? [`alone (${alone.length}): ${listed(alone)}`] : []),
		...Object.entries(boundaries).map(
			([channel, parts]) =>
				`boundary ${channel}: ${Object.entries(parts)
					.map(([part, value]) => `${part} ${Number(value.toPrecision(3))}`)
					.join(", ")}`,
		),
	];
}

/** Classes of parts: the table of choices, and what changing them is worth. */
export function classLines({ classChoice, ...document }: OptimizeDocument): string[] {
	if (!classChoice || (classChoice.status === "optimal" && classChoice.explanations.length === 0)) return [];
	const lines = ["", "Classes of parts, by what the scenario's costs say", ""];
	if (classChoice.status === "infeasible") return [...lines, classesText(classChoice)];
	lines.push(classesText({ ...classChoice, classes: document.classes ?? {} }));
	if (!classChoice.measured) return lines;
	return [
		...lines,
		`${classesWorth({ classChoice, ...document })} To use them:`,
		`--set ${shellWord(`configuration.classes=${JSON.stringify(changedClasses(classChoice.explanations))}`)}`,
	];
}

/** What those that change are worth in runs. */
export function classesWorth({ classChoice }: OptimizeDocument): string {
	const said = Object.entries(classChoice?.measured ?? {}).map(([name, one]) => {
		const { mean, interval } = estimate(one, true);
		return `${outcomeInWords(name)} by ${mean} (${interval})`;
	});
	const verdict = classChoice?.adopted ? "adopted" : "not adopted";
	return `In runs on the keys held out these classes change ${said.join(", ")}, beside the organization found: ${verdict}.`;
}

/** The classes to write down: of what changes. */
export function changedClasses(
	explanations: readonly Explanation[],
): Record<string, Record<string, ModuleClass>> {
	const table: Record<string, Record<string, ModuleClass>> = {};
	for (const { component, family, class: now, before } of explanations) {
		if (now === before) continue;
		table[component] = { ...table[component], [family]: now };
	}
	return table;
}

const listed = (names: readonly string[]) =>
	names.length <= 30 ? names.join(", ") : `${names.slice(0, 30).join(", ")}, …`;

/** A row for each organization of the front; empty where there is none. */
export function frontRows({ front = [] }: OptimizeDocument): { head: string[]; rows: string[][] } {
	const names = Object.keys(front[0]?.objectives ?? {});
	return {
		head: ["", "modules", ...names.map(outcomeInWords)],
		rows: front.map(({ is, modules, objectives }, k) => [
			is === "found" ? `${k + 1}` : `${k + 1} (${is})`,
			String(modules.length),
			...names.map((name) => estimate(objectives[name] as never).mean),
		]),
	};
}
