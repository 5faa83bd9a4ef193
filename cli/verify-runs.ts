// Runs of a folder carried out again: their hashes and outcomes must be those in the folder.

import { runAll } from "../engine/experiment/pool.js";
import { openThreads } from "./executor.js";
import { onInterrupt } from "./interrupt.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";
import { finishedRuns } from "./run-folder/archive.js";
import { type FinishedRun, finishedRun } from "./run-folder/finished-run.js";
import { type Manifest, type PlannedRun, runsOf } from "./run-folder/manifest.js";

export interface Differing {
	readonly variant: string;
	readonly replication: number;
	/** "hash", or the name of an outcome. */
	readonly what: string;
	/** In the folder; an outcome that is not there is left out. */
	readonly expected?: string | number;
	readonly found?: string | number;
}

/** Every finished run, against the table and against the manifest. */
export async function verifyRuns(folder: string, manifest: Manifest, options: Options) {
	const finished = await finishedRuns(folder, manifest);
	const planned = runsOf(manifest);
	const checks = finished.flatMap((kept) => {
		const { variant, replication } = kept;
		const run = planned.find((one) => one.variant === variant && one.replication === replication);
		return run ? [{ run, kept, listed: manifest.hashes?.[variant]?.[replication] }] : [];
	});
	const differing: Differing[] = [];
	if (checks.length === 0) return { checked: 0, planned: planned.length, differing };
	const pool = openThreads(options.threads, checks.length);
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
		const found = await runAll(pool, specs, (result, i) => {
			checked++;
			return finishedRun((checks[i] as Check).run, result);
		});
		checks.forEach((check, i) => {
			differing.push(...differences(check, found[i] as FinishedRun));
		});
		return { checked: checks.length, planned: planned.length, differing };
	} finally {
		progress.stop();
		noInterrupt();
		await pool.close();
	}
}

interface Check {
	readonly run: PlannedRun;
	readonly kept: FinishedRun;
	/** The hash in the manifest. */
	readonly listed: string | undefined;
}

/** Another hash says all; else the first outcome that is another. */
function differences({ run, kept, listed }: Check, found: FinishedRun): Differing[] {
	const { variant, replication } = run;
	const wrong = [kept.hash, listed ?? kept.hash].find((hash) => hash !== found.hash);
	if (wrong !== undefined)
		return [{ variant, replication, what: "hash", expected: wrong, found: found.hash }];
	const before = new Map(kept.outcomes.map(({ name, value }) => [name, value]));
	const now = new Map(found.outcomes.map(({ name, value }) => [name, value]));
	const what = [...new Set([...before.keys(), ...now.keys()])].find(
		(name) => before.get(name) !== now.get(name),
	);
	if (what === undefined) return [];
	const values = { expected: before.get(what), found: now.get(what) };
	return [{ variant, replication, what, ...definedOf(values) }];
}

/** JSON leaves out what is not defined. */
const definedOf = ({ expected, found }: { expected: number | undefined; found: number | undefined }) => ({
	...(expected !== undefined && { expected }),
	...(found !== undefined && { found }),
});
