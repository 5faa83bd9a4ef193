// What must hold of a path and of shocks: values that levers have, places that there are, a time within the run.

import { buyersFirst, listStages, numberArcs, tiers } from "./bill-of-materials.js";
import { warmUpOf } from "./build.js";
import { type Path, type Problem, quote } from "./fault.js";
import { hierarchyOf } from "./hierarchy.js";
import { type Lever, leverOf, leverValue } from "./levers.js";
import { nearestOf } from "./nearest.js";
import type { PathStep } from "./paths/transformation-path.js";
import type { Scenario } from "./schema.js";
import { effectAt, type ShockKind, shockKinds } from "./shock-kinds.js";
import { makersAt, type Place, placesOf } from "./shocks.js";

/** Of the steps that a scenario writes itself; built-in paths are right, and may reach beyond a short run. */
export function checkPath(scenario: Scenario, problems: Problem[]): void {
	if (typeof scenario.path === "string") return;
	const before = new Map<string, PathStep>();
	const inOrder = [...scenario.path.entries()].sort(([, a], [, b]) => a.at - b.at);
	for (const [index, step] of inOrder) {
		const lever = leverOf(step.lever);
		const at: Path = ["path", index];
		if (leverValue(lever, step.to) === undefined) problems.push(noValue(lever, step.to, [...at, "to"]));
		if (lever.moves === "at once" && step.over > 0)
			problems.push({
				path: [...at, "over"],
				message: `${step.over} weeks, but ${lever.name} goes from stage to stage at once`,
				expected: "0, or a step for each stage",
			});
		const last = before.get(step.lever);
		if (last && (step.at < last.at + last.over || step.at === last.at))
			problems.push({
				path: [...at, "at"],
				message: `${lever.name} is moved at week ${last.at} over ${last.over} weeks by another step`,
				expected: `a week after it has come to ${last.to}`,
			});
		before.set(step.lever, step);
		checkTime(scenario, step.at, [...at, "at"], problems);
	}
}

function noValue({ name, stages, low, high, moves }: Lever, to: number | string, path: Path): Problem {
	const range = `a ${moves === "linear" ? "number" : "whole number"} ≥ ${low} and ≤ ${high}`;
	const expected = stages ? `one of ${stages.join(", ")}` : range;
	if (typeof to === "number") return { path, message: `${name} has no value ${to}`, expected };
	return {
		path,
		message: `${name} has no ${stages ? "stage" : "value"} ${quote(to)}`,
		expected,
		nearest: nearestOf(to, stages ?? []),
	};
}

export function checkShocks(scenario: Scenario, problems: Problem[]): void {
	for (const [index, { kind, size, place, at }] of scenario.shocks.entries()) {
		const { effects, idle }: ShockKind = shockKinds[kind];
		const path: Path = ["shocks", index];
		const effect = effectAt(kind, place);
		if (effect === undefined) problems.push(noPlace(place, Object.keys(effects), path));
		else if (size < effect.low || size > effect.high)
			problems.push({
				path: [...path, "size"],
				message: `${size} is too ${size < effect.low ? "small" : "large"} for a shock of kind ${kind}`,
				expected: `${effect.unit} ≥ ${effect.low} and ≤ ${effect.high}`,
			});
		const why = idle?.(scenario);
		if (why) problems.push({ path: [...path, "kind"], message: `${kind}: ${why}` });
		checkTime(scenario, at, [...path, "at"], problems);
	}
}

/** Of a scenario whose stages are right: the places that shocks name. */
export function checkPlaces(scenario: Scenario): Problem[] {
	if (!scenario.shocks.some(({ kind }) => shockKinds[kind].byStage)) return [];
	const stages = placesIn(scenario);
	return scenario.shocks.flatMap(({ kind, place }, index) => {
		if (!shockKinds[kind].byStage || makersAt(place, stages).length > 0) return [];
		const known = new Set(stages.flatMap(({ name, tier, cells }) => [name, `tier ${tier}`, ...cells]));
		return [noPlace(place, ["all", ...known], ["shocks", index])];
	});
}

function placesIn(scenario: Scenario): Place[] {
	const stages = listStages(scenario);
	const arcs = numberArcs(stages);
	const tier = tiers(stages.length, arcs, buyersFirst(stages.length, arcs));
	const tiered = stages.map(({ name }, i) => ({ name, tier: tier[i] as number }));
	return placesOf(tiered, hierarchyOf(scenario, stages, arcs));
}

function noPlace(place: string, known: readonly string[], path: Path): Problem {
	const nearest = nearestOf(place, known);
	const expected = known.length <= 4 ? known.join(" or ") : 'a stage, a cell, "tier 2", or "all"';
	return { path: [...path, "place"], message: `no place ${quote(place)}`, expected, nearest };
}

/** `at` must lie within the scenario's own horizon. */
function checkTime(scenario: Scenario, at: number, path: Path, problems: Problem[]): void {
	const { ticks, tick } = scenario;
	const weeks = ((ticks - warmUpOf(scenario, ticks)) * tick.days) / 7;
	if (at < weeks) return;
	const message = `week ${at} after the warm-up is past the end`;
	problems.push({ path, message, expected: `less than ${Number(weeks.toPrecision(6))} weeks` });
}
