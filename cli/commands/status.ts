// fractwin status: how far a study is, while it runs or after.

import type { Command } from "commander";
import type { Options } from "../options.js";
import { type Halfway, halfwayOf } from "../run-folder/halfway.js";
import { openRunFolder } from "../run-folder/open-run-folder.js";
import { print, printJson } from "../text/print.js";
import { counted, duration, shellWord } from "../text/wording.js";

export function addStatus(program: Command): void {
	program
		.command("status")
		.description("how far a study is, while it runs or after it was interrupted")
		.argument("<folder>", "its run folder")
		.addHelpText(
			"after",
			`
Reads the folder's journal and writes nothing. Ticks are those of runs that have
finished and of the last checkpoints of the others.`,
		)
		.action((folder: string, _: unknown, command: Command) => status(folder, command.optsWithGlobals()));
}

export function status(folder: string, { json }: Options): void {
	const found = halfwayOf(folder, openRunFolder(folder));
	if (json) printJson({ folder, ...found });
	else for (const line of linesOf(folder, found)) print(line);
}

function linesOf(folder: string, found: Halfway): string[] {
	const { command, scenario, seed, state, writer, reason, runs, ticks, secondsLeft, checkpoint } = found;
	const percent = Math.floor((100 * ticks.done) / ticks.planned);
	const here = writer ? ` (process ${writer.pid} on ${writer.host}, for ${duration(writer.seconds)})` : "";
	const left = secondsLeft === undefined ? "" : `, about ${duration(secondsLeft)} left`;
	const lines = [
		`${folder}: ${command} ${scenario}, seed "${seed}"`,
		`${state}${here}${reason === undefined ? "" : `: ${reason}`}`,
		`${runs.done} of ${counted(runs.planned, "run")}, ${ticks.done.toLocaleString("en-US")} of ${counted(ticks.planned, "tick")} (${percent} %)${left}`,
	];
	if (checkpoint)
		lines.push(
			`last checkpoint: ${checkpoint.variant}, replication ${checkpoint.replication}, after tick ${checkpoint.tick.toLocaleString("en-US")}, ${duration(checkpoint.secondsAgo)} ago`,
		);
	if (state === "interrupted") lines.push(`to go on: fractwin resume ${shellWord(folder)}`);
	return lines;
}
