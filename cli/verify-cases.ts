// Answers that are known: of the model from theory, each found by runs; of the methods as published, each computed.

import { runAll } from "../engine/experiment/pool.js";
import { runSpec } from "../scenarios/build.js";
import { limitingCases } from "../scenarios/limiting-cases.js";
import { openThreads } from "./executor.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";
import { loadScenario } from "./scenario-source.js";

/** What is checked. */
export const parts = ["model", "methods"] as const;
export type Part = (typeof parts)[number];

export interface CheckedCase {
	readonly part: Part;
	readonly name: string;
	readonly expected: number;
	readonly found: number;
	/** Absolute, in the unit of the answer. */
	readonly tolerance: number;
	readonly pass: boolean;
	readonly source: string;
}

export async function verifyModel({ threads, quiet }: Options): Promise<CheckedCase[]> {
	const runs = limitingCases.flatMap((one) => (one.variants ?? [[]]).map((variant) => ({ one, variant })));
	const specs = runs.map(({ one: { scenario: name, sets, seed }, variant }) => {
		const { scenario } = loadScenario(name, [...sets, ...variant]);
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
		const results = await runAll(pool, specs, ({ outcomes, audit }) => {
			runsDone++;
			return { outcomes, audit };
		});
		return limitingCases.map((one) => {
			const ofCase = results.filter((_, index) => runs[index]?.one === one);
			return checked("model", one, one.find(ofCase));
		});
	} finally {
		progress.stop();
		await pool.close();
	}
}

export async function verifyMethods({ quiet }: Options): Promise<CheckedCase[]> {
	// The other commands start without all the methods.
	const { knownResults } = await import("../scenarios/known-results/index.js");
	const found: CheckedCase[] = [];
	const done = () => found.length;
	const total = knownResults.length;
	const progress = showProgress({ total, done, runs: total, runsDone: done, unit: "result" }, quiet ?? false);
	try {
		for (const one of knownResults) {
			found.push(checked("methods", one, await one.find()));
			// Lets the progress be drawn and an interruption be heard.
			await new Promise((resolve) => setImmediate(resolve));
		}
		return found;
	} finally {
		progress.stop();
	}
}

type Known = Pick<CheckedCase, "name" | "expected" | "tolerance" | "source">;

function checked(part: Part, { name, expected, tolerance, source }: Known, found: number): CheckedCase {
	const pass = Math.abs(found - expected) <= tolerance;
	return { part, name, expected, found, tolerance, pass, source };
}
