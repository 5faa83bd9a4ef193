// A transformation path as interventions of the engine: each lever's way from the scenario's value to the next.

import { codedScalars } from "../agents/settings.js";
import { rint } from "../engine/math/rint.js";
import type { Intervention } from "../engine/schedule/intervention.js";
import { scalarsOf } from "./build-scalars.js";
import { type Lever, leverOf, leverValue } from "./levers.js";
import { paths } from "./paths/index.js";
import type { PathStep } from "./paths/transformation-path.js";
import type { Scenario } from "./schema.js";

/** The steps of a scenario's path, the earliest first. */
export function stepsOf({ path }: Scenario): readonly PathStep[] {
	const steps = typeof path === "string" ? (paths.find(({ name }) => name === path)?.steps ?? []) : path;
	return [...steps].sort((a, b) => a.at - b.at);
}

/**
 * From tick b = `start` + at on, over n ticks: value(b + k) = from + (to − from)·k/n for k = 1 … n, rounded where the lever
 * knows whole numbers alone; n = 0: `to` from b on. What changes nothing is left out, and so is what comes after the run.
 */
export function pathInterventions(scenario: Scenario, start: number, ticks: number): Intervention[] {
	const toTicks = (weeks: number) => rint((weeks * 7) / scenario.tick.days);
	const now = codedScalars(scalarsOf(scenario));
	return stepsOf(scenario).flatMap(({ lever: name, to, at, over }) => {
		const lever = leverOf(name);
		const goal = leverValue(lever, to) as number;
		return lever.columns.flatMap((column) => {
			const from = now[column] as number;
			now[column] = goal;
			const begin = toTicks(at);
			return way(lever, from, goal, toTicks(at + over) - begin).flatMap(({ after, value }) => {
				const tick = start + begin + after;
				return tick < ticks ? [{ tick, target: `settings.${column}`, value }] : [];
			});
		});
	});
}

/** Each new value of a lever with the ticks after which it is reached. */
function way({ moves }: Lever, from: number, to: number, over: number) {
	if (over === 0) return to === from ? [] : [{ after: 0, value: to }];
	const values: { after: number; value: number }[] = [];
	let last = from;
	for (let k = 1; k <= over; k++) {
		const exact = k === over ? to : from + ((to - from) * k) / over;
		const value = moves === "whole" ? rint(exact) : exact;
		if (value !== last) values.push({ after: k, value });
		last = value;
	}
	return values;
}
