// Where a world's bytes lie changes nothing of it, and other threads see the same bytes.

import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { openWorld, shareWorld, type World } from "../../engine/world/world.js";
import { build, plans, scramble, worlds } from "./worlds.js";

afterEach(() => {
	vi.unstubAllGlobals();
});

/** What a platform lacks: as after this call, so in pages and engines without it. */
const without = (...names: string[]) => {
	for (const name of names) vi.stubGlobal(name, undefined);
};

const refuses = {
	Memory: class {
		constructor() {
			throw new RangeError("could not allocate memory");
		}
	},
};

const platforms: [name: string, enter: () => void, holds: (world: World) => void][] = [
	[
		"WebAssembly memory, whole pages of it",
		() => {},
		({ memory, buffer, layout }) => {
			expect(memory?.buffer).toBe(buffer);
			expect(buffer).toBeInstanceOf(SharedArrayBuffer);
			expect(buffer.byteLength).toBe(Math.ceil(layout.byteLength / 65536) * 65536);
		},
	],
	[
		"a shared buffer where there is no WebAssembly",
		() => without("WebAssembly"),
		({ memory, buffer, layout }) => {
			expect(memory).toBeUndefined();
			expect(buffer).toBeInstanceOf(SharedArrayBuffer);
			expect(buffer.byteLength).toBe(layout.byteLength);
		},
	],
	[
		"a shared buffer where no further memory is given",
		() => vi.stubGlobal("WebAssembly", refuses),
		({ memory, buffer }) => {
			expect(memory).toBeUndefined();
			expect(buffer).toBeInstanceOf(SharedArrayBuffer);
		},
	],
	[
		"a plain buffer where nothing can be shared",
		() => without("SharedArrayBuffer"),
		({ memory, buffer, layout }) => {
			expect(memory).toBeUndefined();
			expect(buffer).toBeInstanceOf(ArrayBuffer);
			expect(buffer.byteLength).toBe(layout.byteLength);
		},
	],
];

describe.each(platforms)("in %s", (_name, enter, holds) => {
	test("a world, its fork and its restored snapshot lie, and have the bytes they have elsewhere", () => {
		fc.assert(
			fc.property(plans, fc.integer(), (plan, salt) => {
				vi.unstubAllGlobals();
				const usual = scramble(build(plan), salt);
				enter();
				const world = scramble(build(plan), salt);
				for (const one of [world, fork(world), fork(usual), restore(snapshot(usual))]) {
					holds(one);
					expect(hash(one)).toBe(hash(usual));
					expect(snapshot(one)).toEqual(snapshot(usual));
				}
			}),
			{ numRuns: 30 },
		);
	});
});

test("what lies in a block beyond its world is no part of it", () => {
	fc.assert(
		fc.property(worlds, (world) => {
			const [bytes, fingerprint] = [snapshot(world), hash(world)];
			new Uint8Array(world.buffer, world.layout.byteLength).fill(9);
			expect(bytes.length).toBe(world.layout.byteLength);
			expect(snapshot(world)).toEqual(bytes);
			expect(hash(world)).toBe(fingerprint);
			expect(new Uint8Array(fork(world).buffer, bytes.length).every((byte) => byte === 0)).toBe(true);
		}),
	);
});

describe("a world sent to another thread", () => {
	const [plan] = fc.sample(
		plans.filter(({ populations }) => populations.some(({ size }) => size > 2)),
		{ numRuns: 1, seed: 5 },
	);

	test.each(platforms.slice(0, 2))("is the same world there: %s", async (_name, enter, holds) => {
		enter();
		const world = scramble(build(plan), 1);
		vi.unstubAllGlobals();
		holds(world);
		const before = hash(world);
		const thread = new Worker(new URL("./open-worker.js", import.meta.url), {
			workerData: shareWorld(world),
		});
		const said = await new Promise((resolve, reject) => {
			thread.once("message", resolve).once("error", reject);
		});
		expect(said).toEqual({ before, after: hash(world), compiled: world.memory !== undefined });
		expect(hash(world)).not.toBe(before);
	});

	test("can be opened in the same thread too; what is no world is refused", () => {
		const world = scramble(build(plan), 2);
		const again = openWorld(shareWorld(world));
		expect(again.layout).toEqual(world.layout);
		expect(again.columns).toEqual(world.columns);
		again.header.fill(0);
		expect(() => openWorld(shareWorld(world))).toThrow("not a world");
		expect(() => openWorld(new SharedArrayBuffer(8))).toThrow(
			"not a world: 8 bytes are less than its header",
		);
	});
});
