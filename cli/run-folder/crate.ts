// The RO-Crate metadata of a run folder: what its files are, for archives and machines.

import { existsSync } from "node:fs";
import { basename } from "node:path";
import { writeAtOnce } from "./files.js";
import {
	crateFile,
	dictionaryFile,
	type Manifest,
	manifestFile,
	optimizedFile,
	optimizedScenarioFile,
	reportFile,
	tableFile,
} from "./manifest.js";

const mediaTypes = {
	parquet: "application/vnd.apache.parquet",
	csv: "text/csv",
} as const;

/** RO-Crate 1.1 (Soiland-Reyes et al. 2022). No date: results depend on none. */
export function writeCrate(folder: string, manifest: Manifest): void {
	const { format, source, command, seed } = manifest;
	const scenario = manifest.variants[0]?.scenario;
	const files = [
		file(manifestFile(folder), "What was run: scenario, seed, versions, hashes", "application/json"),
		file(tableFile(folder, "runs", format), "One row per run: outcomes", mediaTypes[format]),
		file(tableFile(folder, "series", format), "One row per run and tick: series", mediaTypes[format]),
		file(dictionaryFile(folder), "Every column of both tables: unit and meaning", "text/csv"),
		file(optimizedFile(folder), "What an optimization has found", "application/json"),
		file(optimizedScenarioFile(folder), "The scenario with it, to run", "application/yaml"),
		file(reportFile(folder), "The report, for reading", "text/html"),
	].filter((one) => existsSync(`${folder}/${one["@id"]}`));
	const graph = [
		{
			"@id": "ro-crate-metadata.json",
			"@type": "CreativeWork",
			conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
			about: { "@id": "./" },
		},
		{
			"@id": "./",
			"@type": "Dataset",
			name: `fractwin ${command} ${source}`,
			description: `${scenario?.title || scenario?.name}, simulated with seed "${seed}"`,
			hasPart: files.map((one) => ({ "@id": one["@id"] })),
			mentions: { "@id": "#run" },
		},
		{
			"@id": "#fractwin",
			"@type": "SoftwareApplication",
			name: "fractwin",
			version: manifest.fractwin,
		},
		{
			"@id": "#run",
			"@type": "CreateAction",
			name: "Simulation",
			instrument: { "@id": "#fractwin" },
			result: files.map((one) => ({ "@id": one["@id"] })),
		},
		...files,
	];
	const crate = {
		"@context": "https://w3id.org/ro/crate/1.1/context",
		"@graph": graph,
	};
	writeAtOnce(crateFile(folder), `${JSON.stringify(crate, null, "\t")}\n`);
}

function file(path: string, description: string, encodingFormat: string) {
	return {
		"@id": basename(path),
		"@type": "File",
		name: basename(path),
		description,
		encodingFormat,
	};
}
