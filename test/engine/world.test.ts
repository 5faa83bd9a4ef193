// A world is one block of memory: columns stay apart, and to copy the bytes is to save and to fork.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compressLinks } from "../../engine/network/network.js";
import { uniform } from "../../engine/random/continuous.js";
import { purpose, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { buildWorld, type NetworkPlan, type PopulationPlan } from "../../engine/world/build.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { agentKind, column, networkKind } from "../../engine/world/kind.js";
import { bytesOf, placeColumns } from "../../engine/world/layout.js";
import {
	columns,
	keyOf,
	openWorld,
	setTick,
	shareWorld,
	tickOf,
	type World,
} from "../../engine/world/world.js";
import { build, bytesOfColumn, key, plans, scramble, widths, worlds } from "./worlds.js";

/** A world and one of its columns that has elements. */
const columnOf = worlds
	.filter((world) => world.layout.columns.some(({ length }) => length > 0))
	.chain((world) => {
		const full = world.layout.columns.flatMap(({ length }, at) => (length > 0 ? [at] : []));
		return fc.tuple(fc.constant(world), fc.constantFrom(...full), fc.nat(), fc.nat());
	});

describe("columns", () => {
	test("what is written to a column is read back by its name, and nowhere else", () => {
		fc.assert(
			fc.property(columnOf, ([world, at, salt]) => {
				const before = snapshot(world);
				const place = world.layout.columns[at];
				const view = world.columns[place.table]?.[place.name];
				if (!view) throw new Error("no view");
				expect(view.length).toBe(place.length);
				const element = salt % view.length;
				const value = view[element] === 1 ? 2 : 1;
				view[element] = value;
				expect(restore(snapshot(world)).columns[place.table]?.[place.name]?.[element]).toBe(value);
				const after = snapshot(world);
				const from = place.offset + element * bytesOf[place.type];
				for (let i = 0; i < after.length; i++)
					if (i < from || i >= from + bytesOf[place.type]) expect(after[i] === before[i]).toBe(true);
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

describe("snapshot", () => {
	test("and restore give the same hash, the same bytes, clock and key, and a world of its own", () => {
		fc.assert(
			fc.property(worlds, fc.nat(1000), (world, tick) => {
				setTick(world, tick);
				const bytes = snapshot(world);
				const back = restore(bytes);
				expect(hash(back)).toBe(hash(world));
				expect(snapshot(back)).toEqual(bytes);
				expect(tickOf(back)).toBe(tick);
				expect(keyOf(back)).toEqual(keyOf(world));
				bytes.fill(0);
				expect(hash(back)).toBe(hash(world));
			}),
		);
	});

	test("describes itself: tables, groups and columns come back by names in any script", () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const back = restore(snapshot(world));
				expect(back.layout).toEqual(world.layout);
				expect(back.columns).toEqual(world.columns);
			}),
		);
		const kind = agentKind("Förderbänder 🚜", { 開いた: { "ålder\u007f\ud800": column("f64", "år", "") } });
		const world = buildWorld([{ kind, size: 2 }], [], [1, 2]);
		columns(world, kind)["ålder\u007f\ud800"].set([0.25, -1]);
		expect([...columns(restore(snapshot(world)), kind)["ålder\u007f\ud800"]]).toEqual([0.25, -1]);
	});

	test("may lie anywhere in other bytes", () => {
		fc.assert(
			fc.property(worlds, fc.nat(9), (world, shift) => {
				const bytes = snapshot(world);
				const file = new Uint8Array(bytes.length + shift + 3).fill(7);
				file.set(bytes, shift);
				expect(hash(restore(file.subarray(shift, shift + bytes.length)))).toBe(hash(world));
			}),
		);
	});
});

describe("a block is refused", () => {
	test("when it is torn, wherever", () => {
		fc.assert(
			fc.property(worlds, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (world, share) => {
				const bytes = snapshot(world);
				const part = bytes.subarray(0, Math.floor(share * bytes.length));
				const says = part.length < 32 ? `${part.length} bytes are less than its header` : "a torn world";
				expect(() => restore(part)).toThrow(RangeError);
				expect(() => restore(part)).toThrow(says);
			}),
		);
		fc.assert(
			fc.property(worlds, (world) => {
				const more = new Uint8Array([...snapshot(world), 0]);
				expect(() => restore(more)).toThrow(`a torn world: ${more.length} bytes of ${more.length - 1}`);
			}),
		);
	});

	test("when it is something else", () => {
		expect(() => restore(new Uint8Array(0))).toThrow("not a world: 0 bytes are less than its header");
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 32, maxLength: 200 }), (bytes) => {
				expect(() => restore(bytes)).toThrow("not a world: the first four bytes are not FTWN");
			}),
		);
	});

	test("when it is of another version", () => {
		fc.assert(
			fc.property(worlds, fc.integer({ min: 2, max: 255 }), (world, version) => {
				const bytes = snapshot(world);
				bytes[4] = version;
				expect(() => restore(bytes)).toThrow(`a world of format ${version}; this version reads format 1`);
			}),
		);
	});

	test("when its description is damaged beyond reading, with a message and never another error", () => {
		let refusals = 0;
		fc.assert(
			fc.property(worlds, fc.nat(), fc.integer({ min: 1, max: 255 }), (world, at, flip) => {
				const bytes = snapshot(world);
				const place = 12 + (at % (world.layout.dataOffset - 12));
				if (place >= 16 && place < 32) return; // clock, key and a spare word
				bytes[place] ^= flip;
				try {
					restore(bytes);
				} catch (error) {
					expect(error).toBeInstanceOf(RangeError);
					expect((error as Error).message).toMatch(/^a damaged world: /);
					refusals++;
				}
			}),
			{ numRuns: 300 },
		);
		expect(refusals).toBeGreaterThan(30);
	});
});

describe("fork", () => {
	test("is independent of its original, both ways", () => {
		fc.assert(
			fc.property(columnOf, ([world, at, salt]) => {
				const start = hash(world);
				const copy = fork(world);
				expect(hash(copy)).toBe(start);
				const own = bytesOfColumn(copy, at);
				own[salt % own.length] ^= 1;
				setTick(copy, 99);
				expect(hash(world)).toBe(start);
				const changed = hash(copy);
				expect(changed).not.toBe(start);
				bytesOfColumn(world, at).fill(170);
				setTick(world, 7);
				expect(hash(copy)).toBe(changed);
			}),
		);
	});

	test("without a key draws as its original; with another it starts with the same hash and draws differently", () => {
		const luck = purpose("luck");
		const luckOf = (world: World) =>
			Array.from({ length: 40 }, (_, agent) => uniform(word(draws(world, luck), agent, 3, 0)));
		fc.assert(
			fc.property(worlds, key, fc.nat(31), (world, any, bit) => {
				const [k0, k1] = keyOf(world);
				expect(luckOf(fork(world))).toEqual(luckOf(world));
				// Any other key, and keys of which a single bit is another.
				for (const other of [any, [(k0 ^ (1 << bit)) >>> 0, k1], [k0, (k1 ^ (1 << bit)) >>> 0]] as const) {
					const branch = fork(world, { key: other });
					expect(keyOf(branch)).toEqual(other);
					expect(hash(branch)).toBe(hash(world));
					if (k0 === other[0] && k1 === other[1]) continue;
					const mine = luckOf(branch);
					luckOf(world).forEach((value, i) => {
						expect(value).not.toBe(mine[i]);
					});
				}
			}),
		);
	});
});

describe("fork into a world", () => {
	test("of the same layout is fork, in that world's own views, whatever was in it", () => {
		fc.assert(
			fc.property(columnOf, key, fc.boolean(), ([world, at, salt], other, restored) => {
				const into = scramble(restored ? restore(snapshot(world)) : fork(world), salt);
				setTick(into, 7);
				const views = { ...into };
				expect(fork(world, { into })).toBe(into);
				expect({ ...into }).toEqual(views);
				expect(snapshot(into)).toEqual(snapshot(world));
				expect(keyOf(fork(world, { into, key: other }))).toEqual(other);
				expect(hash(into)).toBe(hash(world));
				bytesOfColumn(into, at).fill(85);
				expect(hash(into) === hash(world)).toBe(bytesOfColumn(world, at).every((byte) => byte === 85));
			}),
		);
	});

	test("is refused where it is the world itself, or has other tables, columns or sizes", () => {
		fc.assert(
			fc.property(worlds, worlds, (world, other) => {
				const same = JSON.stringify(world.layout) === JSON.stringify(other.layout);
				const before = snapshot(other);
				if (same) return;
				const refused = "a world cannot be forked into one of other tables, columns or sizes";
				expect(() => fork(world, { into: other })).toThrow(new RangeError(refused));
				expect(snapshot(other)).toEqual(before);
				expect(() => fork(world, { into: world })).toThrow("a world cannot be forked into itself");
				expect(() => fork(world, { into: openWorld(shareWorld(world)) })).toThrow("into itself");
			}),
		);
	});
});

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
