// A run folder named by the user: its manifest, checked.

import { existsSync, statSync } from "node:fs";
import { BadInput } from "../../scenarios/fault.js";
import { scenarioSchema } from "../../scenarios/schema.js";
import { type Manifest, manifestFile, optimizedFile, readManifest, tableFile } from "./manifest.js";
import { tableNames } from "./tables.js";

const bad = (file: string, message: string, expected: string) => new BadInput([{ file, message, expected }]);

/** The manifest of a run folder; what its scenarios do not know yet has its default. @throws BadInput when the folder is none, or was altered. */
export function openRunFolder(folder: string): Manifest {
	if (!existsSync(folder)) throw bad(folder, "no such folder", "a run folder");
	if (!statSync(folder).isDirectory()) throw bad(folder, "is a file", "a run folder");
	const manifest = readManifest(folder);
	if (!manifest) throw bad(folder, "holds no manifest.json of fractwin", "a run folder");
	const { command, variants, seed, replications, ticks, format, hashes, optimize } = manifest;
	const scenarios = variants.map(({ scenario }) => scenarioSchema.safeParse(scenario));
	const sound =
		typeof seed === "string" &&
		Number.isSafeInteger(replications) &&
		ticks > 0 &&
		Number.isSafeInteger(ticks) &&
		(format === "parquet" || format === "csv") &&
		(command === "optimize") === Number.isSafeInteger(optimize?.budget) &&
		variants.every(({ name }, v) => /^[a-z0-9-]+$/.test(name) && scenarios[v]?.success);
	if (!sound) throw bad(manifestFile(folder), "was altered, or is of another version", "what fractwin wrote");
	const results = optimize
		? [optimizedFile(folder)]
		: tableNames.map((table) => tableFile(folder, table, format));
	for (const file of hashes ? results : [])
		if (!existsSync(file)) throw bad(file, "is missing", "the results of a finished study");
	return {
		...manifest,
		variants: variants.map((variant, v) => ({
			...variant,
			scenario: scenarios[v]?.data ?? variant.scenario,
		})),
	};
}

/** @throws BadInput for an optimization, whose runs are told apart by their organizations */
export function refuseOptimization(folder: string, { command }: Manifest): void {
	if (command === "optimize")
		throw bad(folder, "holds an optimization", "fractwin status and resume, which show and go on with it");
}
