// The last checkpoint of a run, read back.

import { readCheckpoint, runWord } from "../../engine/experiment/checkpoint.js";
import type { Registry } from "../../engine/experiment/run-spec.js";
import { tickOf } from "../../engine/world/world.js";
import { models } from "../../scenarios/registry.js";
import { readShared } from "./files.js";
import { checkpointFile, type PlannedRun } from "./manifest.js";

/** Its bytes; undefined where there is none. */
export function readSaved(folder: string, run: PlannedRun): Uint8Array | undefined {
	try {
		return readShared(checkpointFile(folder, run));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}

/** The ticks that it brings along, or why the run cannot go on from it. */
export function checkSaved(
	folder: string,
	run: PlannedRun,
): { tick: number } | { fault: string } | undefined {
	const model = (models as Registry)[run.spec.model];
	try {
		const bytes = readSaved(folder, run);
		return bytes && model && { tick: tickOf(readCheckpoint(bytes, runWord(run.spec, model)).world) };
	} catch (error) {
		return { fault: (error as Error).message };
	}
}

/** The file of a checkpoint that can be used, and its ticks. */
export function lastCheckpoint(folder: string, run: PlannedRun): { file: string; tick: number } | undefined {
	const found = checkSaved(folder, run);
	return found && "tick" in found ? { file: checkpointFile(folder, run), tick: found.tick } : undefined;
}
