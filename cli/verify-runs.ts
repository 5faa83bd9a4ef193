// Runs of a folder carried out again: their hashes must be those in the folder.

import { runAll } from "../engine/experiment/pool.js";
import { openThreads, threadsFor } from "./executor.js";
import { onInterrupt } from "./interrupt.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";
import { Archive } from "./run-folder/archive.js";
import { type Manifest, type PlannedRun, runsOf } from "./run-folder/manifest.js";

export interface Differing {
	readonly variant: string;
	readonly replication: number;
	readonly expected: string;
	readonly found: string;
}

/** Every finished run, against the table and against the manifest. */
export async function verifyRuns(folder: string, manifest: Manifest, options: Options) {
	const archive = await Archive.open(folder, manifest);
	const finished = await archive.runs();
	archive.close();
	const planned = runsOf(manifest);
	const checks = finished.flatMap(({ variant, replication, hash }) => {
		const run = planned.find((one) => one.variant === variant && one.replication === replication);
		return run
			? [
					{
						run,
						hashes: [hash, manifest.hashes?.[variant]?.[replication] ?? hash],
					},
				]
			: [];
	});
	const differing: Differing[] = [];
	if (checks.length === 0) return { checked: 0, planned: planned.length, differing };
	const pool = openThreads(threadsFor(options.threads, checks.length), checks.length);
	let checked = 0;
	const progress = showProgress(
		{
			total: checks.length * manifest.ticks,
			done: () => pool.ticksDone(),
			runs: checks.length,
			runsDone: () => checked,
		},
		options.quiet ?? false,
	);
	const noInterrupt = onInterrupt(() => {
		progress.stop();
		return "interrupted";
	});
	try {
		const specs = checks.map(({ run }) => run.spec);
		const found = await runAll(pool, specs, ({ hash }) => {
			checked++;
			return hash;
		});
		checks.forEach(({ run, hashes }, i) => {
			const wrong = hashes.find((hash) => hash !== found[i]);
			if (wrong !== undefined) differing.push(difference(run, wrong, found[i] as string));
		});
		return { checked: checks.length, planned: planned.length, differing };
	} finally {
		progress.stop();
		noInterrupt();
		await pool.close();
	}
}

function difference({ variant, replication }: PlannedRun, expected: string, found: string): Differing {
	return { variant, replication, expected, found };
}
