// The last checkpoint of a run, read back.

import { readCheckpoint, runWord } from "../../engine/experiment/checkpoint.js";
import type { Registry } from "../../engine/experiment/run-spec.js";
import { tickOf } from "../../engine/world/world.js";
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

/** Loaded when it is first needed: only workers step the models. */
const registry = async (): Promise<Registry> => (await import("../../scenarios/registry.js")).models;

/** The ticks that it brings along, or why the run cannot go on from it. */
export async function checkSaved(
	folder: string,
	run: PlannedRun,
): Promise<{ tick: number } | { fault: string } | undefined> {
	try {
		const bytes = readSaved(folder, run);
		const model = bytes && (await registry())[run.spec.model];
		return bytes && model && { tick: tickOf(readCheckpoint(bytes, runWord(run.spec, model)).world) };
	} catch (error) {
		return { fault: (error as Error).message };
	}
}

/** The file of a checkpoint that can be used, and its ticks. */
export async function lastCheckpoint(
	folder: string,
	run: PlannedRun,
): Promise<{ file: string; tick: number } | undefined> {
	const found = await checkSaved(folder, run);
	return found && "tick" in found ? { file: checkpointFile(folder, run), tick: found.tick } : undefined;
}
