// bench scaling: what an agent costs a tick, from ten thousand customers to a million.

import { industry } from "../../scenarios/industry.js";
import { type BenchDocument, type Figures, less } from "./figures.js";
import { measure } from "./measure.js";
import { type BenchOptions, runsOf } from "./model-bench.js";

const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const repetitions = { rounds: 1, runs: 2 };
/** So many updates a run, or 20 ticks. */
const UPDATES = 40_000_000;

export const scalingRuns = sizes.length * runsOf(repetitions);

export async function benchScaling({ threads, seed, onRun }: BenchOptions): Promise<BenchDocument> {
	const figures: Record<string, Figures[string]> = {};
	const costs: number[] = [];
	let used = 1;
	for (const owners of sizes) {
		const ticks = Math.max(20, Math.min(1000, Math.round(UPDATES / owners)));
		const spec = { model: "ecosystem", parameters: industry(owners, ticks), seed, replication: 0, ticks };
		// One thread unless told: with more where they gain, the curve would show the threads.
		const found = await measure({ spec, threads: threads === "auto" ? 1 : threads, repetitions, onRun });
		const agents = owners * 1.022;
		const nanoseconds = (Math.min(...found.seconds) / (agents * ticks)) * 1e9;
		costs.push(nanoseconds);
		used = Math.max(used, found.threads);
		figures[`${owners.toLocaleString("en-US")} customers`] = less(nanoseconds, "ns per agent and tick");
	}
	figures["dearest / cheapest"] = less(Math.max(...costs) / Math.min(...costs), "times");
	return { name: "scaling", threads: used, figures, check: {} };
}
