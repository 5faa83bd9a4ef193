// What is said of a study that ends before its end: what is kept, and how to go on.

import { counted, shellWord } from "./wording.js";

export interface Kept {
	readonly finished: number;
	readonly planned: number;
	readonly folder: string;
}

/** After Ctrl-C. `underWay`: runs that can go on from a checkpoint. */
export function interruptedText(
	{ finished, planned, folder }: Omit<Kept, "folder"> & { folder?: string | undefined },
	underWay: number,
): string {
	const runs = `interrupted: ${finished} of ${counted(planned, "run")} had finished`;
	if (folder === undefined) return `${runs}; without --out nothing is kept`;
	const checkpoints =
		underWay > 0 ? `; ${counted(underWay, "run")} under way can go on from a checkpoint` : "";
	return `${runs}${keptOf(finished)}${checkpoints}\n${wayOn(folder, finished)}`;
}

/** After a failure; `checkpoint` of the run that failed. */
export function failedText(
	{ finished, planned, folder }: Kept,
	checkpoint?: { file: string; tick: number },
): string {
	const runs = `${finished} of ${counted(planned, "run")} had finished${keptOf(finished)}.`;
	const last = checkpoint
		? ` The last checkpoint of this run, after tick ${checkpoint.tick.toLocaleString("en-US")}, is ${checkpoint.file}.`
		: "";
	return `${runs}${last}\n${wayOn(folder, finished)}`;
}

const keptOf = (finished: number) =>
	finished === 0 ? "" : finished === 1 ? " and is kept" : " and are kept";

function wayOn(folder: string, finished: number): string {
	const report = finished > 0 ? `; to see what has finished: fractwin report ${shellWord(folder)}` : "";
	return `to go on: fractwin resume ${shellWord(folder)}${report}`;
}
