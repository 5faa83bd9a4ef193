// bench loop: what it costs a run to try its changes ahead, with the loop's defaults.

import { execute } from "../../engine/experiment/session.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { type BenchDocument, less, within } from "./figures.js";
import type { BenchOptions } from "./model-bench.js";

const ROUNDS = 5;
/** A run with the loop takes at most so many times the processor time of one without. */
const MOST = 3;
const sets = ["twin.preset=standard", "ticks=520"];

export const closedLoopRuns = 2 * (ROUNDS + 1);

export async function benchClosedLoop({ seed, onRun }: BenchOptions): Promise<BenchDocument> {
	const specs = [false, true].map((on) =>
		runSpec(parseScenario(builtIn.bulldozer ?? "", "bulldozer", [...sets, `closedLoop.on=${on}`]), { seed }),
	);
	const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let round = 0; round <= ROUNDS; round++)
		for (const [k, spec] of specs.entries()) {
			onRun();
			const before = process.cpuUsage();
			execute(models, spec);
			const { user, system } = process.cpuUsage(before);
			// The first round compiles.
			if (round > 0) best[k] = Math.min(best[k] as number, (user + system) / 1e6);
			await new Promise((resolve) => setImmediate(resolve));
		}
	const [off, on] = best as [number, number];
	return {
		name: "loop",
		threads: 1,
		figures: {
			"520 weeks of bulldozer": less(off, "s of processor time"),
			"with the closed loop": less(on, "s of processor time"),
			"times as much": less(on / off, "times"),
		},
		check: { "times as much, beyond 3": within(0, Math.max(0, on / off - MOST), 0) },
	};
}
