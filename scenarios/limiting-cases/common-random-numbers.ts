// Two paths are compared under the same draws: what is left of the variance of their difference.

import { pairedDifference } from "../../engine/analysis/intervals.js";
import { type CaseRun, type LimitingCase, outcomeOf } from "./limiting-case.js";

const REPLICATIONS = 10;
/** A city small enough for many runs; no two of its makers are alike. */
const city = ["network.branching=3", "customers.owners=4000", "ticks=156", "warmUp=52"];
const arm = (path: string): CaseRun[] =>
	Array.from({ length: REPLICATIONS }, (_, replication) => ({
		scenario: "fractal-city",
		sets: [...city, `path=${path}`],
		replication,
	}));

export const commonRandomNumbers: readonly LimitingCase[] = [
	{
		name: "two paths on a small city, efficacy: variance of the difference under common random numbers, of that with independent seeds",
		expected: 0,
		// A third at most, as the design text has it (3 to 17 times smaller). By chance alone so little is left in one case of 17.
		tolerance: 1 / 3,
		source: "Law (2015), Simulation Modeling and Analysis, 5th ed., 11.2: Var(X − Y) falls by 2 Cov(X, Y)",
		runs: [...arm("statusQuo"), ...arm("twinFirst")],
		find(results) {
			const [usual, twins] = [results.slice(0, REPLICATIONS), results.slice(REPLICATIONS)].map((runs) =>
				runs.map((run) => outcomeOf(run, "efficacy")),
			) as [number[], number[]];
			return 1 / (pairedDifference(twins, usual, 0.95).varianceRatio ?? Number.NaN);
		},
	},
];
