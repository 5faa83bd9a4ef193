// fractwin report: the tables and the report of a run folder anew, also of one that was interrupted.

import type { Command } from "commander";
import type { Options } from "../options.js";
import { writeReport } from "../report/report.js";
import { finishedRuns } from "../run-folder/archive.js";
import { Database } from "../run-folder/database.js";
import { type History, readHistory } from "../run-folder/history.js";
import { joinTables } from "../run-folder/join.js";
import type { Manifest } from "../run-folder/manifest.js";
import { openRunFolder, refuseOptimization } from "../run-folder/open-run-folder.js";
import { writing } from "../run-folder/store.js";
import { writerOf } from "../run-folder/writer.js";
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
	const manifest = openRunFolder(folder);
	refuseOptimization(folder, manifest);
	const planned = manifest.variants.length * manifest.replications;
	const history = readHistory(folder, manifest);
	const writer = writerOf(folder, history);
	// Whoever writes to the folder will write its tables and its report.
	const written = !writer && (manifest.hashes || (await join(folder, manifest, history)) > 0);
	const runs = await finishedRuns(folder, manifest);
	const finished = runs.length;
	const compared = compare(manifest, runs);
	const file = written ? await writeReport(folder) : undefined;
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
	if (finished === 0) return;
	print(`${headLine(manifest)}\n`);
	const several = compared.arms.length > 1;
	print(
		several ? comparisonTable(compared, manifest) : outcomesTable(compared.arms[0]?.outcomes ?? [], manifest),
	);
	print("");
	for (const finding of findings(compared)) print(finding);
	if (file) print(`Report: ${file}`);
	else print(`Process ${writer?.pid} is still writing: tables and report come when it has ended.`);
}

/** Tables of what has finished so far. Returns the number of runs. */
async function join(folder: string, manifest: Manifest, history: History): Promise<number> {
	const database = await Database.open();
	try {
		return (await writing(folder, () => joinTables(folder, manifest, history, database))).length;
	} finally {
		database.close();
	}
}
