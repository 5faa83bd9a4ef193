// The limiting cases: answers known from theory, each found by runs.

import { runAll } from "../engine/experiment/pool.js";
import type { RunResult } from "../engine/experiment/run-spec.js";
import { runSpec } from "../scenarios/build.js";
import { limitingCases } from "../scenarios/limiting-cases.js";
import { openThreads } from "./executor.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";
import { loadScenario } from "./scenario-source.js";

export interface CheckedCase {
	readonly name: string;
	readonly expected: number;
	readonly found: number;
	/** Absolute, in the unit of the answer. */
	readonly tolerance: number;
	readonly pass: boolean;
	readonly source: string;
}

export async function verifyCases({ threads, quiet }: Options): Promise<CheckedCase[]> {
	const specs = limitingCases.map(({ scenario: name, sets, seed }) => {
		const { scenario } = loadScenario(name, [...sets]);
		return runSpec(scenario, { seed, replication: 0, ticks: scenario.ticks });
	});
	const pool = openThreads(threads, specs.length);
	let runsDone = 0;
	const total = specs.reduce((sum, { ticks }) => sum + ticks, 0);
	const watched = {
		total,
		done: () => pool.ticksDone(),
		runs: specs.length,
		runsDone: () => runsDone,
	};
	const progress = showProgress(watched, quiet ?? false);
	try {
		return await runAll(pool, specs, (result, index) => {
			runsDone++;
			return check(limitingCases[index] as (typeof limitingCases)[number], result);
		});
	} finally {
		progress.stop();
		await pool.close();
	}
}

function check(
	{ name, expected, tolerance, source, find }: (typeof limitingCases)[number],
	result: RunResult,
): CheckedCase {
	const found = find([result]);
	return {
		name,
		expected,
		found,
		tolerance,
		pass: Math.abs(found - expected) <= tolerance,
		source,
	};
}
