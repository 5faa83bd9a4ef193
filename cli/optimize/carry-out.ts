// Carries out an optimization: its runs in worker threads, each journaled as it finishes, so that what was found once is not run again.

import type { Outcome } from "../../engine/record/recording.js";
import { classOutcomes } from "../../scenarios/optimize/classes.js";
import type { Runner } from "../../scenarios/optimize/evaluations.js";
import { type Optimized, optimizeScenario } from "../../scenarios/optimize/optimize.js";
import type { Found } from "../../scenarios/optimize/research.js";
import { observed } from "../../scenarios/organization/observed.js";
import { organizationInWords } from "../../scenarios/organization/organization.js";
import type { Scenario } from "../../scenarios/schema.js";
import { openThreads, threadsFor } from "../executor.js";
import { Unfinished } from "../failure.js";
import { onInterrupt } from "../interrupt.js";
import type { Options } from "../options.js";
import { showProgress } from "../progress.js";
import { writeAtOnce } from "../run-folder/files.js";
import { bestFile } from "../run-folder/manifest.js";
import { StoreError } from "../run-folder/store.js";
import { counted, shellWord } from "../text/wording.js";
import { documentOf, type OptimizeDocument } from "./document.js";
import { type OptimizePlan, settingsOf } from "./plan.js";
import { type Kept, nameOf, openStore } from "./store.js";

export interface CarriedOut {
	readonly document: OptimizeDocument;
	/** Runs taken over from an earlier command. */
	readonly reused: number;
	readonly threads: number;
	readonly timing: { readonly seconds: number };
}

/** With a folder, which has its manifest, every run is in it whatever happens next. @throws Unfinished with a folder, for whatever ends it too soon */
export async function carryOutOptimization(
	plan: OptimizePlan,
	options: Options,
	folder?: string,
): Promise<CarriedOut> {
	const scenario = plan.variants[0]?.scenario as Scenario;
	const { budget, objectives } = plan.optimize;
	const wanted = new Set([...classOutcomes, ...objectives]);
	const store = folder === undefined ? undefined : openStore(folder, plan);
	const pool = openThreads(options.threads, budget);
	let done = 0;
	let reused = 0;
	let best: Pick<Found, "candidate" | "gain"> | undefined;
	const known = store?.known ?? new Map<string, Kept>();
	const progress = showProgress(
		{ total: budget, done: () => done, before: known.size, runs: budget, runsDone: () => done },
		options.quiet ?? false,
	);
	const bestInWords = () =>
		best
			? `best so far, by ${best.gain.toFixed(4)} of efficacy in its race: ${JSON.stringify(organizationInWords(scenario, best.candidate.organization))}`
			: "nothing better than the scenario's own organization so far";
	const noInterrupt = onInterrupt(() => {
		progress.stop();
		store?.end("interrupted");
		const runs = `interrupted: ${done} of ${counted(budget, "run")} had finished`;
		if (!store || folder === undefined) return `${runs}; without --out nothing is kept\n${bestInWords()}`;
		if (best)
			writeAtOnce(
				bestFile(folder),
				`${JSON.stringify({ gain: best.gain, ...organizationInWords(scenario, best.candidate.organization) }, null, 2)}\n`,
			);
		return `${runs} and are kept\n${bestInWords()}\nto go on: fractwin resume ${shellWord(folder)}`;
	});
	let refuse: (error: unknown) => void = () => {};
	/** What cannot be written down is no failure of a candidate. */
	const unwritten = new Promise<never>((_, reject) => {
		refuse = reject;
	});
	const run: Runner = async (spec) => {
		const key = nameOf(spec);
		const before = known.get(key);
		if (before) {
			reused++;
			done++;
			return {
				outcomes: outcomesOf(before.outcomes),
				audit: before.audit,
				recording: { ticks: 0, series: [] },
			};
		}
		try {
			const result = await pool.run(spec);
			if (store && spec.model !== observed.name) {
				const { outcomes, audit } = result;
				const kept = outcomes.filter(({ name, value }) => wanted.has(name) && Number.isFinite(value));
				store.keep(key, {
					outcomes: Object.fromEntries(kept.map(({ name, value }) => [name, value])),
					audit,
				});
			}
			return result;
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			refuse(error);
			return unwritten;
		} finally {
			done++;
		}
	};
	const begin = performance.now();
	try {
		const tell = (found: Pick<Found, "candidate" | "gain">) => {
			if (!best || found.gain > best.gain) best = found;
		};
		const optimized: Optimized = await Promise.race([
			optimizeScenario(scenario, settingsOf(plan), run, tell),
			unwritten,
		]);
		const seconds = (performance.now() - begin) / 1000;
		progress.stop();
		const document = documentOf(plan, optimized);
		store?.finish(document);
		return { document, reused, threads: threadsFor(options.threads), timing: { seconds } };
	} catch (error) {
		store?.end("failed", (error as Error).message);
		if (folder === undefined) throw error;
		const wayOn = `${done} of ${counted(budget, "run")} had finished and are kept.\nto go on: fractwin resume ${shellWord(folder)}`;
		throw new Unfinished(error, wayOn);
	} finally {
		progress.stop();
		await pool.close();
		store?.close();
		noInterrupt();
	}
}

const outcomesOf = (values: Readonly<Record<string, number>>): Outcome[] =>
	Object.entries(values).map(([name, value]) => ({ name, value, unit: "", about: "" }));
