// To copy a world's bytes is to save, to restore, to fork and to rewind; bytes that are no world are refused.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uniform } from "../../engine/random/continuous.js";
import { purpose, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { buildWorld } from "../../engine/world/build.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { agentKind, column } from "../../engine/world/kind.js";
import {
	columns,
	keyOf,
	openWorld,
	setTick,
	shareWorld,
	tickOf,
	type World,
} from "../../engine/world/world.js";
import { bytesOfColumn, columnOf, key, scramble, worlds } from "./worlds.js";

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
			fc.property(worlds, fc.integer({ min: 3, max: 255 }), (world, version) => {
				const bytes = snapshot(world);
				bytes[4] = version;
				expect(() => restore(bytes)).toThrow(`a world of format ${version}; this version reads format 2`);
			}),
		);
	});

	test("when any bit of it is another, and taken back when it is as it was", () => {
		fc.assert(
			fc.property(worlds, fc.nat(), fc.nat(7), (world, place, bit) => {
				const bytes = snapshot(world);
				// The header, byte by byte, as often as all the rest.
				const at = place % (place % 2 === 0 ? 32 : bytes.length);
				bytes[at] ^= 1 << bit;
				const says =
					at < 4
						? "not a world"
						: at < 8
							? "a world of format"
							: at < 12
								? "a torn world"
								: "an altered world: its bytes do not have the checksum they were saved with";
				expect(() => restore(bytes)).toThrow(RangeError);
				expect(() => restore(bytes)).toThrow(says);
				bytes[at] ^= 1 << bit;
				expect(snapshot(restore(bytes))).toEqual(bytes);
			}),
			{ numRuns: 500 },
		);
	});

	test("when stretches of it are zero, as after a write that was cut short, or have changed places", () => {
		fc.assert(
			fc.property(worlds, fc.nat(), fc.nat(), (world, start, length) => {
				const bytes = snapshot(world);
				const from = 32 + (start % (bytes.length - 32));
				const to = from + 1 + (length % (bytes.length - from));
				const zeroed = bytes.slice().fill(0, from, to);
				const turned = bytes.slice();
				turned.subarray(from, to).reverse();
				for (const wrong of [zeroed, turned])
					if (wrong.some((byte, i) => byte !== bytes[i]))
						expect(() => restore(wrong)).toThrow("an altered world");
			}),
			{ numRuns: 500 },
		);
	});

	test("when its description is damaged beyond reading, with a message and never another error", () => {
		let refusals = 0;
		fc.assert(
			fc.property(worlds, fc.nat(), fc.integer({ min: 1, max: 255 }), (world, at, flip) => {
				const { buffer, layout } = fork(world);
				const place = 12 + (at % (layout.dataOffset - 12));
				if (place >= 16 && place < 32) return; // clock, key and checksum
				new Uint8Array(buffer)[place] ^= flip;
				try {
					openWorld(buffer);
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
