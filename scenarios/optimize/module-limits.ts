// What modules have to keep to, as a planner writes it: an option of the optimizer, no part of a scenario.

import { z } from "zod";
import type { Constraints } from "../../optimizers/partition/constraints.js";
import { listStages } from "../bill-of-materials.js";
import { ecosystemParameters } from "../build.js";
import { type Problem, quote } from "../fault.js";
import { nearestOf } from "../nearest.js";
import { readBy } from "../read-by.js";
import { nonNegative } from "../schema/ranges.js";
import { stageName } from "../schema/stage.js";
import type { Scenario } from "../schema.js";

const makers = z.int().min(1).max(1_000_000).optional();
const amount = nonNegative.max(1e15);

export const moduleLimits = z.strictObject({
	minSize: makers.describe("makers in a module, at least"),
	maxSize: makers.describe("makers in a module, at most"),
	connected: z.boolean().default(false).describe("makers of a module are joined by supply links within it"),
	functions: z
		.record(stageName, z.array(stageName).min(1))
		.default({})
		.describe("function → stages that have it, by name or by item: every module has one of them"),
	caps: z
		.record(
			stageName,
			z.strictObject({
				most: amount.describe("that the makers of a module have of it together"),
				amounts: z
					.record(stageName, amount)
					.optional()
					.describe("stage → what it has of it, else 0; of hours and sales they are known"),
			}),
		)
		.default({})
		.describe(
			"resource → its limit. hours: that expected demand takes, per week; sales: expected, $ per week",
		),
});

export type ModuleLimits = z.input<typeof moduleLimits>;

/** Reads limits for the modules of a scenario from YAML or JSON. @throws BadInput with one fault for each thing that is wrong */
export const parseModuleLimits = (text: string, file: string, scenario: Scenario): ModuleLimits =>
	readBy(moduleLimits, text, file, (limits) => checkLimits(limits, scenario));

function checkLimits(
	{ minSize = 1, maxSize = Infinity, functions, caps }: z.output<typeof moduleLimits>,
	scenario: Scenario,
): Problem[] {
	const crossed: Problem[] =
		minSize > maxSize
			? [{ path: ["minSize"], message: `${minSize} makers at least, and ${maxSize} at most` }]
			: [];
	const stages = listStages(scenario);
	const names = new Set(stages.map(({ name }) => name));
	const items = new Set(stages.flatMap(({ item }) => item ?? []));
	const resources = resourcesOf(scenario);
	const unknown = Object.entries(functions).flatMap(([label, own]) =>
		own.flatMap((name, k): Problem[] => {
			if (names.has(name) || items.has(name)) return [];
			const message = `no stage and no item is named ${quote(name)}`;
			return [{ path: ["functions", label, k], message, nearest: nearestOf(name, [...names, ...items]) }];
		}),
	);
	const amiss = Object.entries(caps).flatMap(([resource, { amounts }]): Problem[] => {
		const path = ["caps", resource];
		if (!amounts && !resources.has(resource))
			return [
				{
					path,
					key: true,
					message: `nothing is known of ${quote(resource)}`,
					expected: "amounts",
					nearest: nearestOf(resource, resources.keys()),
				},
			];
		return Object.keys(amounts ?? {}).flatMap((name) =>
			names.has(name)
				? []
				: [
						{
							path: [...path, "amounts", name],
							key: true,
							message: `no stage is named ${quote(name)}`,
							nearest: nearestOf(name, names),
						},
					],
		);
	});
	return [...crossed, ...unknown, ...amiss];
}

/** What each maker has of what a scenario knows of, per week, in the order of stages. */
function resourcesOf(scenario: Scenario): ReadonlyMap<string, readonly number[]> {
	const { stages } = ecosystemParameters(scenario);
	const perWeek = 7 / scenario.tick.days;
	return new Map([
		["hours", stages.map(({ mean, hoursPerUnit }) => mean * hoursPerUnit * perWeek)],
		["sales", stages.map(({ mean, price }) => ((mean * price) / 100) * perWeek)],
	]);
}

/** Limits, right for themselves, as the engine of partitions takes them. */
export function constraintsOf(scenario: Scenario, limits: ModuleLimits): Constraints {
	const { minSize, maxSize, connected, functions, caps } = moduleLimits.parse(limits);
	const stages = listStages(scenario);
	const known = resourcesOf(scenario);
	const labels = Object.entries(functions).map(([label, own]) => ({ label, own: new Set(own) }));
	return {
		...{ minSize, maxSize, connected },
		labels: stages.map(({ name, item }) =>
			labels.filter(({ own }) => own.has(name) || (item && own.has(item))).map(({ label }) => label),
		),
		requiredLabels: Object.keys(functions),
		caps: Object.entries(caps).map(([name, { most, amounts }]) => ({
			name,
			cap: most,
			amounts: amounts
				? stages.map((stage) => (Object.hasOwn(amounts, stage.name) ? amounts[stage.name] : 0))
				: (known.get(name) ?? []),
		})),
	};
}
