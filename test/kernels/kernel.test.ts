// A kernel works on the world's own bytes, in any thread, and its twin does the same where there can be no kernel.

import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { worldKernel } from "../../engine/kernels/kernel.js";
import { buildWorld } from "../../engine/world/build.js";
import { fork } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, shareWorld } from "../../engine/world/world.js";
import { compiled, rower, twin, visit } from "./pair.js";
import { code } from "./pair.wasm.js";

afterEach(() => {
	vi.unstubAllGlobals();
});

const worldOf = (rows: number) => {
	const world = buildWorld([{ kind: rower, size: rows }], [], [1, 2]);
	columns(world, rower).weight.forEach((_, i, weight) => {
		weight[i] = i / 7;
	});
	return world;
};
const calls = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(1000)), { maxLength: 20 });

test("leaves the same bits as its twin, for any ranges and ticks, in worlds side by side", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 100 }), calls, (rows, list) => {
			const [world, other, still] = [worldOf(rows), worldOf(rows), worldOf(rows)];
			const start = hash(still);
			const branch = fork(world);
			for (const [a, b, tick] of list) {
				const [from, to] = [Math.min(a, b, rows), Math.min(Math.max(a, b), rows)];
				for (const one of [world, branch]) visit(one, from, to, tick);
				twin(other, from, to, tick);
				expect(hash(world)).toBe(hash(other));
			}
			expect(hash(branch)).toBe(hash(world));
			expect(hash(still)).toBe(start);
		}),
	);
});

test("is made once for a world", () => {
	const world = worldOf(3);
	expect(compiled(world)).toBeDefined();
	expect(compiled(world)).toBe(compiled(world));
	expect(compiled(fork(world))).not.toBe(compiled(world));
});

test("is not there where memory or the platform cannot carry it, and the step does the same", () => {
	const usual = worldOf(50);
	visit(usual, 3, 40, 5);
	vi.stubGlobal("WebAssembly", undefined);
	const plain = worldOf(50);
	vi.unstubAllGlobals();
	expect(compiled(plain)).toBeUndefined();
	visit(plain, 3, 40, 5);
	expect(hash(plain)).toBe(hash(usual));
	expect(worldKernel(code.slice(0, -1))(usual)).toBeUndefined();
	expect(worldKernel(code)(usual)).toBeDefined();
});

test("in two threads on halves of one world does what one does on the whole", async () => {
	const [world, whole] = [worldOf(1000), worldOf(1000)];
	visit(whole, 0, 1000, 8);
	const halves = [
		[0, 500],
		[500, 1000],
	].map(([from, to]) => {
		const workerData = { sent: shareWorld(world), from, to, tick: 8 };
		const thread = new Worker(new URL("./pair-worker.js", import.meta.url), { workerData });
		return new Promise((resolve, reject) => {
			thread.once("message", resolve).once("error", reject);
		});
	});
	expect(await Promise.all(halves)).toEqual([true, true]);
	expect(hash(world)).toBe(hash(whole));
});
