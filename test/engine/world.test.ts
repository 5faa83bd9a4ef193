// A world is one block of memory: its columns stay apart, and what cannot be is refused.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compressLinks } from "../../engine/network/network.js";
import { buildWorld, type NetworkPlan, type PopulationPlan } from "../../engine/world/build.js";
import { restore, snapshot } from "../../engine/world/copy.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { bytesOf, placeColumns } from "../../engine/world/layout.js";
import { keyOf, tickOf } from "../../engine/world/world.js";
import { build, bytesOfColumn, columnOf, plans, widths } from "./worlds.js";

describe("columns", () => {
	test("what is written to a column is read back by its name, and nowhere else", () => {
		fc.assert(
			fc.property(columnOf, ([world, at, salt]) => {
				const before = new Uint8Array(world.buffer).slice();
				const place = world.layout.columns[at];
				const view = world.columns[place.table]?.[place.name];
				if (!view) throw new Error("no view");
				expect(view.length).toBe(place.length);
				const element = salt % view.length;
				const value = view[element] === 1 ? 2 : 1;
				view[element] = value;
				expect(restore(snapshot(world)).columns[place.table]?.[place.name]?.[element]).toBe(value);
				const after = new Uint8Array(world.buffer);
				const from = place.offset + element * bytesOf[place.type];
				before.set(after.subarray(from, from + bytesOf[place.type]), from);
				expect(after.every((byte, i) => byte === before[i])).toBe(true);
			}),
		);
	});

	test("columns never overlap, nor the header, and each has rows × width elements", () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { layout, buffer } = build(plan);
				let end = layout.dataOffset;
				for (const { offset, length, type } of layout.columns) {
					expect(offset).toBeGreaterThanOrEqual(end);
					expect(offset % 8).toBe(0);
					end = offset + length * bytesOf[type];
				}
				expect(end).toBeLessThanOrEqual(buffer.byteLength);
				for (const { kind, size } of plan.populations)
					for (const [group, specs] of Object.entries(kind.groups))
						for (const [name, { width, type }] of Object.entries(specs)) {
							const wide = typeof width === "number" ? width : widths[width as "wide"];
							const found = layout.columns.filter((one) => one.table === kind.name && one.name === name);
							expect(found).toMatchObject([{ group, type, length: size * wide }]);
						}
			}),
		);
	});

	test("are zero in a new world, its clock too, and its key is the one given", () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const world = build(plan);
				world.layout.columns.forEach(({ group }, at) => {
					if (group !== "links") expect(bytesOfColumn(world, at).every((byte) => byte === 0)).toBe(true);
				});
				expect(tickOf(world)).toBe(0);
				expect(keyOf(world)).toEqual(plan.key);
			}),
		);
	});

	test("of more than 2 GiB still lie one behind the other", () => {
		const big = (name: string, length: number) =>
			({ table: "t", name, group: "g", type: "u8", length }) as const;
		const { columns: placed, dataOffset } = placeColumns({ t: 1 }, [big("a", 3e9), big("b", 1e9)]);
		expect(placed.map(({ offset }) => offset - dataOffset)).toEqual([0, 3e9]);
		expect(() => placeColumns({ t: 1 }, [big("a", 3e9), big("b", 2e9)])).toThrow(/limit of 4 GiB/);
	});
});

describe("a plan that cannot be is refused", () => {
	const bird = agentKind("bird", { open: { weight: column("f32", "g", "of it") } });
	const links = compressLinks({ sources: [0], targets: [1] }, 2, 2);
	const flock = networkKind("flock", bird, bird, {});
	const refused = (populations: readonly PopulationPlan[], networks: readonly NetworkPlan[]) =>
		expect(() => buildWorld(populations, networks, [0, 0]));

	test("names twice", () => {
		refused(
			[
				{ kind: bird, size: 1 },
				{ kind: bird, size: 1 },
			],
			[],
		).toThrow("two tables are called bird");
		const twice = agentKind("bird", {
			open: { x: column("u8", "1", "") },
			fixed: { x: column("u8", "1", "") },
		});
		refused([{ kind: twice, size: 1 }], []).toThrow("bird.x: two columns have this name");
		const ends = networkKind("flock", bird, bird, { open: { targets: column("u8", "1", "") } });
		refused([{ kind: bird, size: 2 }], [{ kind: ends, links }]).toThrow("flock.targets: two columns");
	});

	test("sizes that are no counts, and widths that are missing", () => {
		for (const size of [-1, 0.5, Number.NaN])
			refused([{ kind: bird, size }], []).toThrow(`bird: ${size} is no number of rows`);
		const wings = agentKind("bird", { open: { wing: column("u8", "1", "", "wings") } });
		refused([{ kind: wings, size: 1 }], []).toThrow('bird.wing: width "wings" was not given');
	});

	test("links of other populations' sizes", () => {
		refused([{ kind: bird, size: 3 }], [{ kind: flock, links }]).toThrow(
			"flock links 2 rows of bird, which has 3",
		);
		refused([], [{ kind: flock, links }]).toThrow("which has none");
	});
});
