// Answers that are known: of the model from theory, each found by runs; of the methods as published, each computed.

import { runAll } from "../engine/experiment/pool.js";
import type { RunResult } from "../engine/experiment/run-spec.js";
import { limitingCases } from "../scenarios/limiting-cases/index.js";
import { type CaseRun, specOf } from "../scenarios/limiting-cases/limiting-case.js";
import { openThreads } from "./executor.js";
import type { Options } from "./options.js";
import { showProgress } from "./progress.js";

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
	// What several cases look at is run once.
	const runs = [...new Map(limitingCases.flatMap((one) => one.runs.map((run) => [wordOf(run), run])))];
	const specs = [...runs.map(([, run]) => specOf(run)), ...teams.map(() => specOf(teamRun))];
	const results = new Map<string, RunResult>();
	const found: CheckedCase[] = [];
	const total = specs.reduce((sum, { ticks }) => sum + ticks, 0);
	let pool = openThreads(threads, runs.length);
	let runsDone = 0;
	let ticksBefore = 0;
	const watched = {
		total,
		done: () => ticksBefore + pool.ticksDone(),
		runs: specs.length,
		runsDone: () => runsDone,
	};
	const progress = showProgress(watched, quiet ?? false);
	try {
		await runAll(pool, specs.slice(0, runs.length), (result, k) => {
			runsDone++;
			results.set((runs[k] as (typeof runs)[number])[0], result);
		});
		for (const one of limitingCases) {
			const own = one.runs.map((run) => results.get(wordOf(run)) as RunResult);
			found.push(checked("model", one, one.find(own)));
			// Lets the progress be drawn and an interruption be heard.
			await new Promise((resolve) => setImmediate(resolve));
		}
		const hashes: string[] = [];
		for (const team of teams) {
			await pool.close();
			ticksBefore += pool.ticksDone();
			pool = openThreads(team, 1);
			hashes.push((await pool.run(specOf(teamRun))).hash);
			runsDone++;
		}
		found.push(checked("model", sameOnAnyTeam, new Set(hashes).size));
		return found;
	} finally {
		progress.stop();
		await pool.close();
	}
}

const wordOf = (run: CaseRun) => JSON.stringify(run);

/** One run by teams of so many threads. */
const teams = [1, 2, 3, 7];
const teamRun: CaseRun = { scenario: "bulldozer", sets: ["ticks=104", "warmUp=52", "twin.preset=standard"] };
const sameOnAnyTeam: Known = {
	name: `bulldozer: hashes of one run on ${teams.join(", ")} threads`,
	expected: 1,
	tolerance: 0,
	source: "a run is a pure function of its spec",
};

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
