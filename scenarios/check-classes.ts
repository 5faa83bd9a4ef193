// What must hold of classes: they name parts that there are, what is base is so for all, and nothing goes into itself.

import { buyersFirst, listStages, numberArcs, type WrittenStage } from "./bill-of-materials.js";
import { ownCosts } from "./build.js";
import { countParts, inUse, type Part, partsOf } from "./classes.js";
import { type Path, type Problem, quote } from "./fault.js";
import { nearestOf } from "./nearest.js";
import type { Scenario } from "./schema.js";

const mostTicks = 5200;

/** Of a scenario whose bill of materials is right so far. */
export function checkClasses(scenario: Scenario): Problem[] {
	const written = listStages(scenario);
	const parts = partsOf(scenario, written, numberArcs(written));
	const problems = [
		...checkVariants(parts),
		...checkNames(scenario, parts),
		...checkDelays(scenario, written, parts),
	];
	if (problems.length > 0) return problems;
	const order = buyersFirst(written.length, inUse(parts, ownCosts(written)));
	if (order.length === written.length) return [];
	const message = "with the base variants in use, a product would be a part of itself";
	return [{ path: ["configuration", "classes"], message, expected: "another class for one of them" }];
}

/** A product has one variant of a component. */
function checkVariants(parts: readonly Part[]): Problem[] {
	const seen = new Set<string>();
	return parts.flatMap(({ buyer, component, family }) => {
		const place = JSON.stringify([buyer, component]);
		if (!seen.has(place)) {
			seen.add(place);
			return [];
		}
		const message = `${quote(family)} has two variants of ${quote(component)}`;
		return [{ path: ["stages", buyer, "upstream"], message, expected: "one of them" }];
	});
}

function checkNames({ configuration: { classes } }: Scenario, parts: readonly Part[]): Problem[] {
	const families = new Map<string, Map<string, number>>();
	for (const { component, family, share } of parts)
		families.set(component, (families.get(component) ?? new Map()).set(family, share));
	return Object.entries(classes).flatMap(([component, given]) => {
		const path: Path = ["configuration", "classes", component];
		const own = families.get(component);
		if (!own) {
			const message = `${quote(component)} is no component`;
			return [{ path, key: true, message, nearest: nearestOf(component, families.keys()) }];
		}
		const isBase = Object.values(given).includes("base");
		return Object.entries(given).flatMap(([family, one]): Problem[] => {
			const at = [...path, family];
			const share = own.get(family);
			if (share === undefined) {
				const message = `${quote(component)} is no part of ${quote(family)}`;
				return [{ path: at, key: true, message, nearest: nearestOf(family, own.keys()) }];
			}
			if (isBase && one !== "base")
				return [
					{ path: at, message: `${one}, and base for another family`, expected: "base for all, or for none" },
				];
			if (one !== "optional" || share < 1) return [];
			const message = `every customer of ${quote(family)} asks for ${quote(component)}`;
			return [{ path: at, message, expected: "a share among the options of the stage, base or mandatory" }];
		});
	});
}

/** Of stages that are listed the lead times were checked without it. */
function checkDelays(
	{ configuration: { delayDays }, tick }: Scenario,
	written: readonly WrittenStage[],
	parts: readonly Part[],
): Problem[] {
	if (delayDays === 0) return [];
	const options = countParts(parts, written.length, (one) => one === "optional");
	const times = written.map(({ leadDays = 0 }, i) => (leadDays + options[i] * delayDays) / tick.days);
	const worst = times.reduce((most, ticks, i) => (ticks > times[most] ? i : most), 0);
	const ticks = times[worst];
	if (ticks <= mostTicks) return [];
	const message = `${options[worst]} options of ${quote(written[worst].name)} take ${Math.ceil(ticks)} ticks of ${tick.days} days with its lead time`;
	return [{ path: ["configuration", "delayDays"], message, expected: `at most ${mostTicks} ticks` }];
}
