// bench soak: a long run must not grow beyond what it records.

import { openPool } from "../../engine/experiment/pool.js";
import { threads as platform } from "../../scenarios/entry-node/threads.js";
import { industry } from "../../scenarios/industry.js";
import { type BenchDocument, less, within } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const OWNERS = 5000;
const TICKS = 10_000;
/** Resident memory comes and goes by so much without any reason of ours: collection, thread stacks. */
const NOISE_MB = 24;
const entry = new URL("./worker.js", import.meta.url);

export const soakRuns = 1;

export async function benchSoak({ threads, seed, onRun }: BenchOptions): Promise<BenchDocument> {
	onRun();
	const pool = openPool({
		spawn: () => platform.spawn(entry.href),
		lanes: [threads === "auto" ? platform.cores : threads],
		cores: platform.cores,
		spare: threads === "auto",
	});
	const samples: { ticks: number; megabytes: number }[] = [];
	const sample = () => {
		const ticks = pool.ticksDone();
		if (ticks > 0 && ticks < TICKS) samples.push({ ticks, megabytes: process.memoryUsage.rss() / 1e6 });
	};
	const timer = setInterval(sample, 50);
	try {
		const parameters = industry(OWNERS, TICKS);
		const spec = { model: "ecosystem", parameters, seed, replication: 0, ticks: TICKS };
		const { recording } = await pool.run(spec);
		clearInterval(timer);
		const numbers = recording.series.reduce((sum, { values }) => sum + values.length, 0);
		const recorded = (numbers * 8) / 1e6;
		// The first tenth warms up: code is compiled, heaps find their size.
		const part = (from: number, to: number) =>
			samples.filter(({ ticks }) => ticks >= from * TICKS && ticks < to * TICKS).map((one) => one.megabytes);
		const begin = Math.min(...part(0.1, 0.2));
		const end = Math.min(...part(0.9, 1));
		const growth = end - begin - recorded * 0.8;
		return {
			name: "soak",
			threads: pool.workers().filter(({ runs }) => runs > 0).length,
			figures: {
				"memory after a tenth": less(begin, "MB"),
				"memory at the end": less(end, "MB"),
				"of it recording": less(recorded, "MB"),
				"growth beyond the recording": less(growth, "MB"),
			},
			check: { "growth beyond the recording": within(0, Math.max(0, growth), NOISE_MB) },
		};
	} finally {
		clearInterval(timer);
		await pool.close();
	}
}
