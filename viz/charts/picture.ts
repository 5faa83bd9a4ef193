// What the charts draw from: arms of a comparison (one, for a single scenario), and the supply network.

import type { Recording } from "../../engine/record/recording.js";

/** An outcome over replications: mean and 95 % interval; no bounds where there is one run. */
export interface OutcomeSummary {
	readonly name: string;
	readonly unit: string;
	readonly about: string;
	/** The values it can take. */
	readonly range?: string;
	/** Where one way is good. */
	readonly better?: "higher" | "lower";
	readonly mean: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly n: number;
}

/** An outcome of arm `a` less that of arm `b`, paired by common random numbers. */
export interface OutcomeDifference extends OutcomeSummary {
	readonly a: string;
	readonly b: string;
	/** The mean of `b`, to express the difference as a share. */
	readonly base: number;
	/** What the interval shows about `a`; "none" when it holds 0. */
	readonly verdict: "better" | "worse" | "higher" | "lower" | "none";
	readonly varianceRatio?: number;
}

/** Mean and 95 % interval at each point; NaN where nothing was defined. */
export interface Path {
	readonly label: string;
	readonly mean: Float64Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
}

export interface PathSeries {
	readonly name: string;
	readonly unit: string;
	readonly about: string;
	readonly paths: readonly Path[];
}

/** Series over replications; each point stands for the mean of `step` ticks. */
export interface Paths {
	readonly step: number;
	readonly series: readonly PathSeries[];
}

export interface Arm {
	readonly name: string;
	readonly title: string;
	readonly outcomes: readonly OutcomeSummary[];
	/** One run as it went, tick by tick: means over replications would wipe its swings out. */
	readonly sample: Recording;
	readonly paths: Paths;
	/** Efficacy less that of the first arm, paired by replication; not of the first arm itself. */
	readonly efficacyChange?: Path;
}

export interface SupplyNode {
	readonly name: string;
	/** 1 at the customer, counted upstream. */
	readonly tier: number;
	/** Direct cost, $ per unit. */
	readonly cost: number;
	readonly about: string;
}

export interface SupplyEdge {
	/** Positions in `nodes`: supplier and buyer. */
	readonly from: number;
	readonly to: number;
	readonly quantity: number;
}

export interface SupplyNetwork {
	readonly nodes: readonly SupplyNode[];
	readonly edges: readonly SupplyEdge[];
}

export interface Picture {
	readonly tickDays: number;
	readonly warmUp: number;
	readonly arms: readonly Arm[];
	readonly differences: readonly OutcomeDifference[];
	/** Names of the outcomes that count most, in their order. */
	readonly headlines: readonly string[];
	readonly network: SupplyNetwork;
}
