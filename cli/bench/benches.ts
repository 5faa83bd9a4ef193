// The benches by name.

import { barrierRuns, benchBarrier } from "./barrier.js";
import { benchClosedLoop, closedLoopRuns } from "./closed-loop.js";
import type { BenchDocument } from "./figures.js";
import { benchFork, forkRuns } from "./fork.js";
import { type BenchOptions, benchModel, type ModelBench, runsPlanned } from "./model-bench.js";
import { modelBenches } from "./models.js";
import { benchPartition, partitionRuns } from "./partition.js";
import { benchRandom, randomRuns } from "./random.js";
import { benchScaling, scalingRuns } from "./scaling.js";
import { benchSoak, soakRuns } from "./soak.js";

export interface Bench {
	readonly about: string;
	/** Runs that it makes, for the progress. */
	runs(yardstick: boolean): number;
	run(options: BenchOptions): Promise<BenchDocument>;
}

const ofModel = (bench: ModelBench): Bench => ({
	about: bench.about,
	runs: (yardstick) => runsPlanned(bench, yardstick),
	run: (options) => benchModel(bench, options),
});
const of = (about: string, runs: number, run: Bench["run"]): Bench => ({ about, runs: () => runs, run });

export const benches: Readonly<Record<string, Bench>> = {
	...Object.fromEntries(modelBenches.map((bench) => [bench.name, ofModel(bench)])),
	fork: of("copy, save and restore a world of 100 MB", forkRuns, benchFork),
	barrier: of("what it costs a team of threads to meet", barrierRuns, benchBarrier),
	loop: of("what it costs to try changes ahead in the closed loop", closedLoopRuns, benchClosedLoop),
	partition: of(
		"modules of a graph of a million nodes and five million edges",
		partitionRuns,
		benchPartition,
	),
	rng: of("random words, normals, Gumbels: nanoseconds a draw", randomRuns, benchRandom),
	scaling: of("cost of an agent from 10,000 customers to a million", scalingRuns, benchScaling),
	soak: of("memory over 10,000 ticks", soakRuns, benchSoak),
};
