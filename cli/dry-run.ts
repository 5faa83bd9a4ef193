// How many runs, how long, how much disk: from a short timed trial.

import { openThreads, threadsFor } from "./executor.js";
import type { Options } from "./options.js";
import { print, printJson } from "./print.js";
import { type Plan, runsOf } from "./run-folder.js";
import { counted, duration, fileSize } from "./wording.js";

const TRIAL_TICKS = 60;
/** Bytes per recorded number, as measured: compressed columns, digits with a comma. */
const bytesPerNumber = { parquet: 4, csv: 9 } as const;
/** Plotly and the figures. */
const REPORT_BYTES = 5_500_000;

export async function dryRun(plan: Plan, options: Options): Promise<void> {
	const planned = runsOf(plan);
	const first = planned[0];
	if (!first) return;
	const threads = threadsFor(options.threads, planned.length);
	const pool = openThreads(1, 1);
	try {
		// The first run also starts the thread; the second is one tick and the building of a world.
		const { recording } = await pool.run({ ...first.spec, ticks: 1 });
		const timed = async (ticks: number) => {
			const begin = performance.now();
			await pool.run({ ...first.spec, ticks });
			return (performance.now() - begin) / 1000;
		};
		const ticks = Math.min(plan.ticks, TRIAL_TICKS);
		const building = await timed(1);
		const perTick = ticks > 1 ? Math.max(0, (await timed(ticks)) - building) / (ticks - 1) : 0;
		const work = planned.length * (building + perTick * (plan.ticks - 1));
		const seconds = Number((work / Math.min(threads, planned.length)).toPrecision(2));
		const numbers = recording.series.reduce((sum, { labels }) => sum + labels.length, 0);
		const bytes = planned.length * plan.ticks * numbers * bytesPerNumber[plan.format] + REPORT_BYTES;
		const scenario = plan.variants[0]?.scenario.name;
		if (options.json) {
			printJson({
				dryRun: true,
				scenario,
				runs: planned.length,
				ticks: plan.ticks,
				threads,
				seconds,
				bytes,
			});
		} else {
			const size = `${counted(planned.length, "run")} of ${counted(plan.ticks, "tick")}`;
			print(`${scenario}: ${size}, about ${duration(seconds)} on ${counted(threads, "thread")}`);
			print(`about ${fileSize(bytes)} of disk in the end, twice the tables' share of it on the way`);
		}
	} finally {
		await pool.close();
	}
}
