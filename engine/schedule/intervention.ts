// Interventions: the one way to change a running world from outside, between two ticks. A run is its spec and these.

import type { ElementType } from "../world/kind.js";
import { elementRanges, type Layout } from "../world/layout.js";
import type { World } from "../world/world.js";

/** Before tick `tick` the column `target` takes the value: "customer.age" in all rows, "customer.age[3]" in one element. */
export interface Intervention {
	readonly tick: number;
	readonly target: string;
	readonly value: number;
}

interface Place {
	readonly table: string;
	readonly column: string;
	/** Of the column's elements; all when undefined. */
	readonly element: number | undefined;
}

function placeOf(target: string): Place | undefined {
	const found = /^([^.]+)\.([^[]+)(?:\[(\d+)\])?$/.exec(target);
	if (!found) return undefined;
	const [, table, column, element] = found as unknown as [string, string, string, string | undefined];
	return { table, column, element: element === undefined ? undefined : Number(element) };
}

/** Columns by "table.name", listed once for all worlds of a layout. */
function columnsOf(layout: Layout): ReadonlyMap<string, Layout["columns"][number]> {
	const listed = listings.get(layout);
	if (listed) return listed;
	const listing = new Map(layout.columns.map((column) => [`${column.table}.${column.name}`, column]));
	listings.set(layout, listing);
	return listing;
}
const listings = new WeakMap<Layout, ReadonlyMap<string, Layout["columns"][number]>>();

/** @throws RangeError for a tick that is no count, a target that is not in the world, a value that its column cannot hold. */
export function checkInterventions(world: World, interventions: readonly Intervention[]): void {
	const known = columnsOf(world.layout);
	for (const { tick, target, value } of interventions) {
		const place = placeOf(target);
		const column = place && known.get(`${place.table}.${place.column}`);
		if (!Number.isSafeInteger(tick) || tick < 0)
			throw new RangeError(`intervention on ${target}: ${tick} is no tick`);
		if (!column || column.group === "links" || (place.element ?? 0) >= Math.max(1, column.length))
			throw new RangeError(`intervention: the world has no "${target}"`);
		if (!fits(value, column.type))
			throw new RangeError(`intervention on ${target}: ${value} is no value of type ${column.type}`);
	}
}

function fits(value: number, type: ElementType): boolean {
	if (!Number.isFinite(value)) return false;
	const range = elementRanges[type];
	return range === undefined || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
}

/** Interventions by the tick before which they take place, those of a tick in the order given. */
export type Agenda = ReadonlyMap<number, readonly Intervention[]>;

export function agendaOf(interventions: readonly Intervention[]): Agenda {
	const agenda = new Map<number, Intervention[]>();
	for (const one of interventions) {
		const same = agenda.get(one.tick);
		if (same) same.push(one);
		else agenda.set(one.tick, [one]);
	}
	return agenda;
}

/** Carry out those of a tick. */
export function intervene(world: World, agenda: Agenda, tick: number): void {
	for (const { target, value } of agenda.get(tick) ?? []) {
		const { table, column, element } = placeOf(target) as Place;
		const values = world.columns[table][column];
		if (element === undefined) values.fill(value);
		else values[element] = value;
	}
}
