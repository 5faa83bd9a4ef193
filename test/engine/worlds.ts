// Worlds of any make: random tables, columns, widths and links, with every byte of the columns random.

import fc from "fast-check";
import { compressLinks } from "../../engine/network/network.js";
import { buildWorld, type NetworkPlan, type PopulationPlan } from "../../engine/world/build.js";
import { type ColumnSpec, column, type ElementType, networkKind } from "../../engine/world/kind.js";
import { bytesOf } from "../../engine/world/layout.js";
import type { Key, World } from "../../engine/world/world.js";

export interface Plan {
	readonly populations: readonly PopulationPlan[];
	readonly networks: readonly NetworkPlan[];
	readonly key: Key;
}

const types = Object.keys(bytesOf) as ElementType[];
export const widths = { wide: 5, none: 0 };

/** Names in any script; one word is no name in JavaScript objects. */
const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter((s) => s !== "__proto__");
const spec = fc
	.tuple(fc.constantFrom(...types), fc.constantFrom<number | string>(1, 2, 3, "wide", "none"))
	.map(([type, width]) => column(type, "1", "any", width));

/** Groups of columns, no name in two of them. */
const groups = fc
	.uniqueArray(fc.tuple(name, spec, fc.constantFrom("fixed", "open", "verborgen", "開")), {
		selector: ([label]) => label,
		minLength: 1,
		maxLength: 7,
	})
	.map((columns) => {
		const found: Record<string, Record<string, ColumnSpec>> = {};
		for (const [label, made, group] of columns) {
			found[group] ??= {};
			(found[group] as Record<string, ColumnSpec>)[label] = made;
		}
		return found;
	});

export const key: fc.Arbitrary<Key> = fc.tuple(
	fc.integer({ min: 0, max: 0xffffffff }),
	fc.integer({ min: 0, max: 0xffffffff }),
);

/** Links of `count` edges between populations of these sizes. */
export const linkLists = (from: number, to: number, count = 12) =>
	fc
		.array(fc.tuple(fc.nat(Math.max(0, from - 1)), fc.nat(Math.max(0, to - 1))), {
			maxLength: from > 0 && to > 0 ? count : 0,
		})
		.map((pairs) => ({ sources: pairs.map(([s]) => s), targets: pairs.map(([, t]) => t) }));

export const plans: fc.Arbitrary<Plan> = fc
	.uniqueArray(fc.tuple(name, groups, fc.nat(6)), {
		selector: ([label]) => label,
		minLength: 1,
		maxLength: 4,
	})
	.chain((tables) => {
		const populations = tables.map(([label, made, size]) => ({
			kind: { name: label, groups: made },
			size,
			widths,
		}));
		const from = populations[0] as PopulationPlan;
		const to = populations[populations.length - 1] as PopulationPlan;
		return fc.record({
			populations: fc.constant(populations),
			networks: linkLists(from.size, to.size).map((lists) => [
				{
					kind: networkKind(`${from.kind.name}→${to.kind.name}→`, from.kind, to.kind, {
						open: { weight: column("f32", "1", "any"), parts: column("u16", "1", "any", "wide") },
					}),
					links: compressLinks(lists, from.size, to.size),
					widths,
				},
			]),
			key,
		});
	});

export const build = ({ populations, networks, key: seed }: Plan): World =>
	buildWorld(populations, networks, seed);

/** The bytes of one column. */
export function bytesOfColumn(world: World, at: number): Uint8Array {
	const { offset, length, type } = world.layout.columns[at];
	return new Uint8Array(world.buffer, offset, length * bytesOf[type]);
}

/** Fill all columns with bytes that depend on `salt`. */
export function scramble(world: World, salt: number): World {
	let state = salt >>> 0;
	for (let at = 0; at < world.layout.columns.length; at++) {
		const bytes = bytesOfColumn(world, at);
		for (let i = 0; i < bytes.length; i++) {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			bytes[i] = state >>> 24;
		}
	}
	return world;
}

/** Worlds of any make with anything in them. */
export const worlds: fc.Arbitrary<World> = fc
	.tuple(plans, fc.integer())
	.map(([plan, salt]) => scramble(build(plan), salt));

/** A world and one of its columns that has elements. */
export const columnOf = worlds
	.filter((world) => world.layout.columns.some(({ length }) => length > 0))
	.chain((world) => {
		const full = world.layout.columns.flatMap(({ length }, at) => (length > 0 ? [at] : []));
		return fc.tuple(fc.constant(world), fc.constantFrom(...full), fc.nat(), fc.nat());
	});
