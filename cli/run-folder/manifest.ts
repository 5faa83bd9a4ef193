// Where things lie in a run folder, and its manifest.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunSpec, replicationSeed } from "../../engine/experiment/run-spec.js";
import { runSpec } from "../../scenarios/build.js";
import type { Scenario } from "../../scenarios/schema.js";
import type { Format, RunKey, TableName } from "./tables.js";

export interface Variant {
	readonly name: string;
	/** As resolved: every default filled in. */
	readonly scenario: Scenario;
}

/** What a command runs: every variant with the same seeds. It says nothing of clock, host or threads. */
export interface Plan {
	readonly command: "run" | "twin";
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
}

export interface Manifest extends Plan {
	/** The version of this package; it also marks the folder as ours. */
	readonly fractwin: string;
	/** By variant, in the order of replications; there when every run has finished. */
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
export const tableFile = (folder: string, table: TableName, format: Format) =>
	join(folder, `${table}.${format}`);

export function partFile(folder: string, table: TableName, run: RunKey, format: Format): string {
	const number = String(run.replication).padStart(5, "0");
	return join(partsFolder(folder), `${table}-${run.variant}-${number}.${format}`);
}

/** A run has finished when both its parts are there: each appears at once, the one of `runs` last. */
export function hasFinished(folder: string, run: RunKey, format: Format): boolean {
	return (
		existsSync(partFile(folder, "runs", run, format)) && existsSync(partFile(folder, "series", run, format))
	);
}

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

/** A file that is there whole or not at all. */
export function writeAtOnce(file: string, text: string): void {
	const unfinished = `${file}.unfinished`;
	writeFileSync(unfinished, text);
	renameSync(unfinished, file);
}
