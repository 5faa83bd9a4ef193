// bench fork: a world of 100 MB copied, saved and restored, beside a plain copy of the same bytes.

import { buildWorld } from "../../engine/world/build.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns } from "../../engine/world/world.js";
import { type BenchDocument, less } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const ROWS = 12_500_000;
const RUNS = 12;
const cell = agentKind("cell", { state: { value: column("f64", "1", "some number") } });

export const forkRuns = RUNS + 1;

export async function benchFork({ onRun }: BenchOptions): Promise<BenchDocument> {
	const world = buildWorld([{ kind: cell, size: ROWS }], [], [1, 2]);
	columns(world, cell).value.forEach((_, i, values) => {
		values[i] = i;
	});
	const kept = fork(world);
	const bytes = world.layout.byteLength;
	const from = new Uint8Array(world.buffer, 0, bytes);
	const to = new Uint8Array(fork(world).buffer, 0, bytes);
	const plainFrom = new Uint8Array(bytes).fill(1);
	const plainTo = new Uint8Array(bytes).fill(2);
	const saved = snapshot(world);
	const works: Readonly<Record<string, () => unknown>> = {
		"plain copy of the same bytes": () => to.set(from),
		"plain copy of unshared bytes": () => plainTo.set(plainFrom),
		"fork into a recycled block": () => fork(world, { into: kept }),
		"fork into a fresh block": () => fork(world),
		snapshot: () => snapshot(world),
		restore: () => restore(saved),
		hash: () => hash(world),
	};
	const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
	for (let run = 0; run <= RUNS; run++) {
		onRun();
		for (const [name, work] of Object.entries(works)) {
			const began = performance.now();
			work();
			if (run > 0) times.get(name)?.push(performance.now() - began);
		}
		// Progress is shown, and memory collected, between runs.
		await new Promise((resolve) => setImmediate(resolve));
	}
	const best = (name: string) => Math.min(...(times.get(name) as number[]));
	const ratio = best("fork into a recycled block") / best("plain copy of the same bytes");
	return {
		name: "fork",
		threads: 1,
		figures: {
			...Object.fromEntries(Object.keys(works).map((name) => [name, less(best(name), "ms for 100 MB")])),
			"fork into a recycled block / plain copy": less(ratio, "times"),
		},
		check: {},
	};
}
