// The hash tells any two states apart, and sees nothing but the state.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildWorld } from "../../engine/world/build.js";
import { hash } from "../../engine/world/hash.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns, setTick } from "../../engine/world/world.js";
import { bytesOfColumn, columnOf, worlds } from "./worlds.js";

describe("hash", () => {
	test("changes with any single bit of any column, and comes back with it", () => {
		fc.assert(
			fc.property(columnOf, ([world, at, place, bit]) => {
				const bytes = bytesOfColumn(world, at);
				const before = hash(world);
				bytes[place % bytes.length] ^= 1 << (bit % 8);
				expect(hash(world)).not.toBe(before);
				bytes[place % bytes.length] ^= 1 << (bit % 8);
				expect(hash(world)).toBe(before);
			}),
			{ numRuns: 500 },
		);
	});

	test("changes when two elements swap places", () => {
		const kind = agentKind("bird", { open: { weight: column("f64", "g", "") } });
		fc.assert(
			fc.property(fc.uniqueArray(fc.double({ noNaN: true }), { minLength: 2, maxLength: 9 }), (values) => {
				const world = buildWorld([{ kind, size: values.length }], [], [0, 0]);
				const { weight } = columns(world, kind);
				weight.set(values);
				const before = hash(world);
				weight.set([...values.slice(1, 2), ...values.slice(0, 1), ...values.slice(2)]);
				expect(hash(world)).not.toBe(before);
			}),
		);
	});

	test("changes when the clock moves, not with the key, and is 32 hex digits", () => {
		fc.assert(
			fc.property(worlds, fc.nat(), fc.nat(), (world, tick, later) => {
				setTick(world, tick);
				const before = hash(world);
				expect(before).toMatch(/^[0-9a-f]{32}$/);
				setTick(world, later);
				expect(hash(world) === before).toBe(tick === later);
			}),
		);
	});

	test("differs where a column is longer, though all is zero", () => {
		const kind = agentKind("bird", { open: { weight: column("f64", "g", "") } });
		const hashes = [0, 1, 2, 3, 64].map((size) => hash(buildWorld([{ kind, size }], [], [0, 0])));
		expect(new Set(hashes).size).toBe(hashes.length);
	});

	test("by groups sees those groups alone", () => {
		fc.assert(
			fc.property(columnOf, ([world, at, place]) => {
				const all = [...new Set(world.layout.columns.map(({ group }) => group))];
				const mine = world.layout.columns[at]?.group as string;
				const others = all.filter((group) => group !== mine);
				const before = [hash(world, [mine]), hash(world, others), hash(world, all)];
				expect(before[2]).toBe(hash(world));
				const bytes = bytesOfColumn(world, at);
				bytes[place % bytes.length] ^= 1;
				expect(hash(world, [mine])).not.toBe(before[0]);
				expect(hash(world, others)).toBe(before[1]);
				expect(hash(world, all)).not.toBe(before[2]);
			}),
		);
	});
});
