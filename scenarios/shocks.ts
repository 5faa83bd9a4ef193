// Shocks as interventions of the engine: when one begins or ends, what it moves takes the value that all under way make of it.

import type { HierarchyParameters, ShockSpan } from "../agents/parameters.js";
import { codedScalars } from "../agents/settings.js";
import { rint } from "../engine/math/rint.js";
import type { Intervention } from "../engine/schedule/intervention.js";
import { scalarsOf } from "./build-scalars.js";
import type { Scenario } from "./schema.js";
import { type Effect, effectAt, shockKinds } from "./shock-kinds.js";

type Shock = Scenario["shocks"][number];

/** A stage as a place where a shock can strike. */
export interface Place {
	readonly name: string;
	readonly tier: number;
	/** Names of the cells that it lies in. */
	readonly cells: readonly string[];
}

/** Stages with the cells that they lie in, from the largest. */
export function placesOf(
	stages: readonly Pick<Place, "name" | "tier">[],
	{ levels, cellOf }: HierarchyParameters,
): Place[] {
	return stages.map(({ name, tier }, i) => ({
		...{ name, tier },
		cells: levels.map(({ cells }, level) => cells[cellOf[level]?.[i] ?? -1] ?? ""),
	}));
}

/** The rows of the makers at a place: all, a tier, a cell of the hierarchy, a stage; none where there is no such place. */
export function makersAt(place: string, stages: readonly Place[]): number[] {
	const [, tier] = /^tier (\d+)$/.exec(place) ?? [];
	return stages.flatMap((stage, row) => {
		const here = stage.name === place || stage.tier === Number(tier) || stage.cells.includes(place);
		return place === "all" || here ? [row] : [];
	});
}

/** Whole ticks of a time in weeks, at least one. */
const lasting = ({ tick }: Scenario, weeks: number) => Math.max(1, rint((weeks * 7) / tick.days));

/** When a shock is under way: ticks [from, to). */
function spanOf(scenario: Scenario, { at, weeks }: Shock, start: number): ShockSpan {
	const from = start + rint((at * 7) / scenario.tick.days);
	return { from, to: from + lasting(scenario, weeks) };
}

/** Those that begin within the run, the earliest first. */
export function shockSpans(scenario: Scenario, start: number, ticks: number): ShockSpan[] {
	const spans = scenario.shocks.map((shock) => spanOf(scenario, shock, start));
	return spans.filter(({ from }) => from < ticks).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What each target is worth whenever a shock on it begins or ends within the run; where it is worth what it was, nothing. */
export function shockInterventions(
	scenario: Scenario,
	stages: readonly Place[],
	start: number,
	ticks: number,
): Intervention[] {
	const calm = codedScalars(scalarsOf(scenario));
	const toTicks = (weeks: number) => lasting(scenario, weeks);
	const onTarget = new Map<string, Shock[]>();
	for (const shock of scenario.shocks)
		for (const target of targetsOf(scenario, shock, stages)) {
			const same = onTarget.get(target);
			if (same) same.push(shock);
			else onTarget.set(target, [shock]);
		}
	return [...onTarget].flatMap(([target, shocks]) => {
		const spans = shocks.map((shock) => {
			const { from, to } = spanOf(scenario, shock, start);
			return { shock, from, to: effectOf(shock).lasting ? Number.POSITIVE_INFINITY : to };
		});
		const moments = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
		const before = calm[target.replace("settings.", "")] ?? 1;
		let last = before;
		return moments.flatMap((tick) => {
			const underWay = spans.filter(({ from, to }) => from <= tick && tick < to);
			const value = underWay.reduce(
				(left, { shock }) => effectOf(shock).strike(left, shock.size, toTicks),
				before,
			);
			if (value === last || tick >= ticks) return [];
			last = value;
			return [{ tick, target, value }];
		});
	});
}

/** Of a shock whose place is right. */
const effectOf = ({ kind, place }: Shock) => effectAt(kind, place) as Effect;

/** The whole column, or single rows of it as soon as one shock of the kind strikes only some. */
function targetsOf({ shocks }: Scenario, shock: Shock, stages: readonly Place[]): string[] {
	const { kind, place } = shock;
	const { column } = effectOf(shock);
	const whole = place === "all" && shocks.every((other) => other.kind !== kind || other.place === place);
	if (whole || !shockKinds[kind].byStage) return [column];
	return makersAt(place, stages).map((row) => `${column}[${row}]`);
}
