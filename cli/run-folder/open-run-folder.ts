// A run folder named by the user: its manifest, checked.

import { existsSync, statSync } from "node:fs";
import { BadInput } from "../../scenarios/fault.js";
import { scenarioSchema } from "../../scenarios/schema.js";
import { type Manifest, manifestFile, readManifest, tableFile } from "./manifest.js";
import { tableNames } from "./tables.js";

const bad = (file: string, message: string, expected: string) => new BadInput([{ file, message, expected }]);

/** The manifest of a run folder; what its scenarios do not know yet has its default. @throws BadInput when the folder is none, or was altered. */
export function openRunFolder(folder: string): Manifest {
	if (!existsSync(folder)) throw bad(folder, "no such folder", "a run folder");
	if (!statSync(folder).isDirectory()) throw bad(folder, "is a file", "a run folder");
	const manifest = readManifest(folder);
	if (!manifest) throw bad(folder, "holds no manifest.json of fractwin", "a run folder");
	const { variants, seed, replications, ticks, format, hashes } = manifest;
	const scenarios = variants.map(({ scenario }) => scenarioSchema.safeParse(scenario));
	const sound =
		typeof seed === "string" &&
		Number.isSafeInteger(replications) &&
		ticks > 0 &&
		Number.isSafeInteger(ticks) &&
		(format === "parquet" || format === "csv") &&
		variants.every(({ name }, v) => /^[a-z0-9-]+$/.test(name) && scenarios[v]?.success);
	if (!sound) throw bad(manifestFile(folder), "was altered, or is of another version", "what fractwin wrote");
	for (const table of hashes ? tableNames : [])
		if (!existsSync(tableFile(folder, table, format)))
			throw bad(tableFile(folder, table, format), "is missing", "the table of a finished study");
	return {
		...manifest,
		variants: variants.map((variant, v) => ({
			...variant,
			scenario: scenarios[v]?.data ?? variant.scenario,
		})),
	};
}
