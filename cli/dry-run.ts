// How many runs, how long, how much disk: from a short timed trial.

import { runSpec } from "../scenarios/build.js";
import { openThreads, threadsFor } from "./executor.js";
import type { Options } from "./options.js";
import type { Plan, Variant } from "./run-folder/manifest.js";
import { print, printJson } from "./text/print.js";
import { whatIsRun } from "./text/run-text.js";
import { counted, duration, fileSize } from "./text/wording.js";

const TRIAL_TICKS = 60;
/** Bytes per recorded number, as measured: compressed columns, digits with a comma. */
const bytesPerNumber = { parquet: 2.5, csv: 8 } as const;
/** What an optimization keeps of a run. */
const JOURNAL_LINE = 250;
/** Plotly and the figures. */
const REPORT_BYTES = 2_000_000;

export async function dryRun(plan: Plan, options: Options): Promise<void> {
	const { scenario } = plan.variants[0] as Variant;
	const runs = plan.optimize?.budget ?? plan.variants.length * plan.replications;
	const threads = threadsFor(options.threads);
	const trial = (ticks: number) => runSpec(scenario, { seed: plan.seed, replication: 0, ticks });
	const pool = openThreads(1, 1);
	try {
		// The first run also starts the thread; the second is one tick and the building of a world.
		const { recording } = await pool.run(trial(1));
		const timed = async (ticks: number) => {
			const begin = performance.now();
			await pool.run(trial(ticks));
			return (performance.now() - begin) / 1000;
		};
		const ticks = Math.min(plan.ticks, TRIAL_TICKS);
		const building = await timed(1);
		const perTick = ticks > 1 ? Math.max(0, (await timed(ticks)) - building) / (ticks - 1) : 0;
		const work = runs * (building + perTick * (plan.ticks - 1));
		const seconds = Number((work / Math.min(threads, runs)).toPrecision(2));
		const numbers = recording.series.reduce((sum, { labels }) => sum + labels.length, 0);
		const perRun = plan.optimize ? JOURNAL_LINE : plan.ticks * numbers * bytesPerNumber[plan.format];
		const bytes = runs * perRun + REPORT_BYTES;
		if (options.json) {
			printJson({ dryRun: true, scenario: scenario.name, runs, ticks: plan.ticks, threads, seconds, bytes });
		} else {
			const size = `${counted(runs, "run")} of ${counted(plan.ticks, "tick")}`;
			print(`${whatIsRun(plan)}: ${size}, ${duration(seconds)} on ${counted(threads, "thread")}`);
			const onTheWay = plan.optimize ? "" : " in the end, twice the tables' share of it on the way";
			print(`about ${fileSize(bytes)} of disk${onTheWay}`);
		}
	} finally {
		await pool.close();
	}
}
