// fractwin resume: go on with a study that was broken off.

import { existsSync } from "node:fs";
import type { Command } from "commander";
import { BadInput } from "../../scenarios/fault.js";
import { type CarriedOut, carryOut, exitCodeOf } from "../carry-out.js";
import { threadsFor } from "../executor.js";
import { badOption, type Options } from "../options.js";
import { commandOf } from "../plan.js";
import { finishedRuns } from "../run-folder/archive.js";
import { isOver, readHistory } from "../run-folder/history.js";
import { type Manifest, type Plan, reportFile } from "../run-folder/manifest.js";
import { openRunFolder } from "../run-folder/open-run-folder.js";
import { shellWord } from "../text/wording.js";
import { version } from "../version.js";
import { resumeOptimization } from "./optimize.js";
import { tellRun } from "./run.js";
import { status } from "./status.js";
import { tellTwin } from "./twin.js";

const tell: Readonly<Record<Exclude<Plan["command"], "optimize">, typeof tellRun>> = {
	run: tellRun,
	twin: tellTwin,
};

export function addResume(program: Command): void {
	program
		.command("resume")
		.description("go on with a study that was interrupted, was killed or failed")
		.argument("<folder>", "its run folder")
		.addHelpText(
			"after",
			`
What had finished is taken over; runs that were under way go on from their last
checkpoint. The files in the folder are in the end the same, byte for byte, as
if nothing had happened. A study that has finished is only shown.

Of the options above --threads, --json and --quiet count, and --dry-run, which
only says how far the study is; the folder says all else.`,
		)
		.action((folder: string, _: unknown, command: Command) => {
			refuseOptions(command);
			return resume(folder, command.optsWithGlobals());
		});
}

async function resume(folder: string, options: Options): Promise<void> {
	if (options.dryRun) return status(folder, options);
	const manifest = openRunFolder(folder);
	const history = readHistory(folder, manifest);
	const over = isOver(manifest, history);
	if (!over) refuseVersion(folder, manifest);
	if (over && !options.quiet)
		process.stderr.write(`${folder} had finished already; nothing was left to do\n`);
	if (history.damaged > 0 && !over)
		process.stderr.write(
			`${folder}/journal.jsonl: ${history.damaged} of its lines cannot be read; what they told of is done again\n`,
		);
	if (manifest.command === "optimize") return resumeOptimization(manifest, folder, over, options);
	const done = over ? await finished(folder, manifest, options) : await carryOut(manifest, options, folder);
	const { reused, resumed } = done;
	tell[manifest.command](manifest, done, options.json ?? false, { out: folder, reused, resumed });
}

/** What a finished study has to show. */
async function finished(folder: string, manifest: Manifest, { threads }: Options): Promise<CarriedOut> {
	const runs = await finishedRuns(folder, manifest);
	process.exitCode = exitCodeOf(runs);
	return {
		...{ runs, reused: runs.length, resumed: [], threads: threadsFor(threads), workers: [] },
		timing: { seconds: 0, agentTicksPerSecond: 0 },
		...(existsSync(reportFile(folder)) && { report: reportFile(folder) }),
	};
}

/** What comes out depends on the code: half of a study is not another version's. */
function refuseVersion(folder: string, manifest: Manifest): void {
	const { fractwin } = manifest;
	if (fractwin === version) return;
	const again = commandOf(manifest);
	throw new BadInput([
		{
			file: folder,
			message: `was begun by fractwin ${fractwin}; this is ${version}`,
			expected: `that version (npx fractwin@${fractwin} resume ${shellWord(folder)}), or the study anew (${again})`,
		},
	]);
}

function refuseOptions(command: Command): void {
	for (const name of ["seed", "set", "format", "out", "force"])
		if (command.getOptionValueSourceWithGlobals(name) === "cli")
			throw badOption(`--${name}`, "cannot be changed on the way: the folder says what is run");
}
