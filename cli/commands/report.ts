// fractwin report: the tables and the report of a run folder anew, also of one that was interrupted.

import type { Command } from "commander";
import type { Options } from "../options.js";
import { writeReport } from "../report/report.js";
import { Archive } from "../run-folder/archive.js";
import type { Manifest } from "../run-folder/manifest.js";
import { openRunFolder } from "../run-folder/open-run-folder.js";
import { Store } from "../run-folder/store.js";
import { compare } from "../text/comparison.js";
import { print, printJson } from "../text/print.js";
import { headLine, metricsJson, outcomesTable } from "../text/run-text.js";
import { comparisonTable, findings } from "../text/twin-text.js";

export function addReport(program: Command): void {
	program
		.command("report")
		.description("rebuild the tables and the report of a run folder, also of one that was interrupted")
		.argument("<folder>", "a run folder")
		.action((folder: string, _: unknown, command: Command) => report(folder, command.optsWithGlobals()));
}

async function report(folder: string, { json }: Options): Promise<void> {
	const { finished, planned } = await joinParts(folder, openRunFolder(folder));
	const manifest = openRunFolder(folder);
	const archive = await Archive.open(folder, manifest);
	const runs = await archive.runs();
	archive.close();
	const compared = compare(manifest, runs);
	const file = finished > 0 ? await writeReport(folder) : undefined;
	if (json) {
		const arms = compared.arms.map(({ name, runs, outcomes }) => ({
			name,
			replications: runs.length,
			metrics: metricsJson(outcomes),
		}));
		return printJson({
			folder,
			finished,
			planned,
			arms,
			...(file && { report: file }),
		});
	}
	print(`${finished} of ${planned} runs finished`);
	if (!file) return;
	print(`${headLine(manifest)}\n`);
	const several = compared.arms.length > 1;
	print(
		several ? comparisonTable(compared, manifest) : outcomesTable(compared.arms[0]?.outcomes ?? [], manifest),
	);
	print("");
	for (const finding of findings(compared)) print(finding);
	print(`Report: ${file}`);
}

/** Once all runs have finished there are no parts any more: the manifest has their hashes. */
async function joinParts(folder: string, manifest: Manifest): Promise<{ finished: number; planned: number }> {
	const planned = manifest.variants.length * manifest.replications;
	if (manifest.hashes) return { finished: planned, planned };
	const store = await Store.reopen(folder, manifest);
	try {
		return await store.finish();
	} finally {
		store.close();
	}
}
