// From what customers ask of products to what goes into them: the classes of parts, and the bill of materials in use.

import type { ModuleClass } from "../optimizers/classes/problem.js";
import { buyersFirst, cumulativeCosts, type NumberedArc, type WrittenStage } from "./bill-of-materials.js";
import type { Scenario } from "./schema.js";

/** A component in the products of a family: an arc as customers ask for it. */
export interface Part extends NumberedArc {
	/** The supplying stage, or what its product is a variant of. */
	readonly component: string;
	/** The buying stage: its products are the family. */
	readonly family: string;
	readonly class: ModuleClass;
}

/** What a stage's product is, or is a variant of. */
export const componentOf = ({ name, variantOf = name }: WrittenStage): string => variantOf;

/**
 * Arcs as asked for, in their order, with classes: as the scenario has them; else optional where an option, base where all who buy
 * the component take the same and take it always, mandatory where they do not. What is base for one is for all.
 */
export function partsOf(
	{ configuration: { classes } }: Pick<Scenario, "configuration">,
	stages: readonly WrittenStage[],
	arcs: readonly NumberedArc[],
): Part[] {
	const suppliers = new Map<string, Set<number>>();
	const options = new Set<string>();
	for (const { supplier, share } of arcs) {
		const component = componentOf(stages[supplier]);
		suppliers.set(component, (suppliers.get(component) ?? new Set()).add(supplier));
		if (share < 1) options.add(component);
	}
	const said = (component: string): Readonly<Record<string, ModuleClass>> =>
		Object.hasOwn(classes, component) ? classes[component] : {};
	return arcs.map((arc) => {
		const component = componentOf(stages[arc.supplier]);
		const family = stages[arc.buyer].name;
		const given = said(component);
		const differ = (suppliers.get(component)?.size ?? 0) > 1 || options.has(component);
		const usual = arc.share < 1 ? "optional" : differ ? "mandatory" : "base";
		const own = Object.hasOwn(given, family) ? given[family] : usual;
		return { ...arc, component, family, class: Object.values(given).includes("base") ? "base" : own };
	});
}

/** The dearest supplier of each component, by what a unit costs as asked for: it fits wherever another does. */
export function commonVariants(parts: readonly Part[], cost: readonly number[]): Map<string, number> {
	const common = new Map<string, number>();
	for (const { component, supplier } of parts) {
		const dearest = common.get(component);
		if (dearest === undefined || cost[supplier] > cost[dearest]) common.set(component, supplier);
	}
	return common;
}

/** The bill of materials in use: what is base comes from the common variant, and only what is optional is not in every unit. */
export function inUse(parts: readonly Part[], own: readonly number[]): NumberedArc[] {
	const common = commonVariants(parts, costAsked(parts, own));
	return parts.map(({ buyer, supplier, quantity, share, component, class: one }) => ({
		buyer,
		quantity,
		supplier: one === "base" ? (common.get(component) as number) : supplier,
		share: one === "optional" ? share : 1,
	}));
}

/** Of each stage, how many of its parts are of such a class. */
export function countParts(
	parts: readonly Part[],
	stages: number,
	such: (one: ModuleClass) => boolean,
): number[] {
	const counts = new Array<number>(stages).fill(0);
	for (const { buyer, class: one } of parts) if (such(one)) counts[buyer] += 1;
	return counts;
}

/** Cost of a unit of each stage's product with what customers ask for. */
export const costAsked = (parts: readonly NumberedArc[], own: readonly number[]): number[] =>
	cumulativeCosts(own, parts, buyersFirst(own.length, parts));

/** Classes by component and family, as a scenario writes them. */
export function classTable(
	parts: readonly Pick<Part, "component" | "family" | "class">[],
): Record<string, Record<string, ModuleClass>> {
	const table = new Map<string, [string, ModuleClass][]>();
	for (const { component, family, class: one } of parts)
		table.set(component, [...(table.get(component) ?? []), [family, one]]);
	return Object.fromEntries([...table].map(([component, list]) => [component, Object.fromEntries(list)]));
}
