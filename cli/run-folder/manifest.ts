// Where things lie in a run folder, and its manifest.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RunSpec, replicationSeed } from "../../engine/experiment/run-spec.js";
import { runSpec } from "../../scenarios/build.js";
import type { OptimizeSettings } from "../../scenarios/optimize/optimize.js";
import type { Scenario } from "../../scenarios/schema.js";
import { writeAtOnce } from "./files.js";
import { type Format, type RunKey, type TableName, tableNames } from "./tables.js";

export interface Variant {
	readonly name: string;
	/** As resolved: every default filled in. */
	readonly scenario: Scenario;
}

/** What a command runs: every variant with the same seeds. It says nothing of clock, host or threads. */
export interface Plan {
	readonly command: "run" | "twin" | "optimize";
	/** As the user named it: built-in or file. */
	readonly source: string;
	readonly sets: readonly string[];
	readonly seed: string;
	readonly replications: number;
	readonly ticks: number;
	readonly warmUp: number;
	readonly format: Format;
	/** The scenario's text as it was read. */
	readonly text: string;
	readonly variants: readonly Variant[];
	/** Of an optimization, which has no replications of its own: what is searched, with how many runs; its options by name. */
	readonly optimize?: Omit<OptimizeSettings, "seed" | "ticks"> & {
		readonly maxSize?: number;
		readonly connected: boolean;
		readonly moduleLimits?: string;
		readonly classLimitsFile?: string;
	};
}

export interface Manifest extends Plan {
	/** The version of this package; it also marks the folder as ours. */
	readonly fractwin: string;
	/** By variant, in the order of replications; there when every run has finished. Of an optimization none. */
	readonly hashes?: Readonly<Record<string, readonly string[]>>;
}

export interface PlannedRun extends RunKey {
	readonly spec: RunSpec;
}

/** The runs of a plan, in the order in which they are written. */
export function runsOf({ variants, seed, replications, ticks }: Plan): PlannedRun[] {
	return variants.flatMap(({ name, scenario }) => {
		const first = runSpec(scenario, { seed, replication: 0, ticks });
		return Array.from({ length: replications }, (_, replication) => ({
			variant: name,
			replication,
			seed: replicationSeed(seed, replication),
			spec: { ...first, replication },
		}));
	});
}

export const partsFolder = (folder: string) => join(folder, "parts");
export const manifestFile = (folder: string) => join(folder, "manifest.json");
export const dictionaryFile = (folder: string) => join(folder, "data-dictionary.csv");
export const reportFile = (folder: string) => join(folder, "report.html");
export const crateFile = (folder: string) => join(folder, "ro-crate-metadata.json");
/** Of an optimization: its result, the scenario with what it has found, and before it has come to its end, the best so far. */
export const optimizedFile = (folder: string) => join(folder, "optimized.json");
export const optimizedScenarioFile = (folder: string) => join(folder, "optimized.yaml");
export const bestFile = (folder: string) => join(folder, "best-so-far.json");
export const tableFile = (folder: string, table: TableName, format: Format) =>
	join(folder, `${table}.${format}`);

/** All that lies in a run folder but its manifest and its journal. */
export function resultsOf(folder: string): string[] {
	const tables = tableNames.flatMap((table) => [
		tableFile(folder, table, "parquet"),
		tableFile(folder, table, "csv"),
	]);
	const optimized = [optimizedFile(folder), optimizedScenarioFile(folder), bestFile(folder)];
	return [
		partsFolder(folder),
		...tables,
		dictionaryFile(folder),
		reportFile(folder),
		crateFile(folder),
		...optimized,
	];
}

/** What the journal calls a run. */
export const nameOf = ({ variant, replication }: RunKey) => `${variant}/${replication}`;

const inParts = (folder: string, { variant, replication }: RunKey, ending: string) =>
	join(partsFolder(folder), `${variant}-${String(replication).padStart(5, "0")}.${ending}`);
/** The series of a run that has finished. */
export const seriesPart = (folder: string, run: RunKey, format: Format) =>
	inParts(folder, run, `series.${format}`);
/** The last checkpoint of a run under way. */
export const checkpointFile = (folder: string, run: RunKey) => inParts(folder, run, "checkpoint");

export function writeManifest(folder: string, manifest: Manifest): void {
	writeAtOnce(manifestFile(folder), `${JSON.stringify(manifest, null, "\t")}\n`);
}

/** What the folder's manifest says; undefined where there is none of ours. */
export function readManifest(folder: string): Manifest | undefined {
	try {
		const manifest = JSON.parse(readFileSync(manifestFile(folder), "utf8"));
		return typeof manifest?.fractwin === "string" && Array.isArray(manifest.variants) ? manifest : undefined;
	} catch {
		return undefined;
	}
}

/** A fingerprint of what shall run, the same before and after it has. */
export function planDigest({ hashes: _, ...plan }: Manifest): string {
	return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}
