// What a command finds of its runs in the folder: those that have finished, and checkpoints of others.

import type { FinishedRun } from "./run-folder/finished-run.js";
import { nameOf, type PlannedRun } from "./run-folder/manifest.js";
import { checkSaved } from "./run-folder/saved.js";
import type { Store } from "./run-folder/store.js";
import { counted } from "./text/wording.js";

export interface TakenOver {
	/** In the order of the plan; undefined where a run has not finished. */
	readonly runs: (FinishedRun | undefined)[];
	/** Runs that are left to do, with their place in the plan. */
	readonly left: readonly { readonly run: PlannedRun; readonly index: number }[];
	/** Ticks that checkpoints of these bring along. */
	readonly saved: ReadonlyMap<PlannedRun, number>;
	/** Ticks of all runs. */
	readonly ticks: number;
}

/** `warn` is told of each checkpoint that cannot be used. */
export async function takenOver(
	planned: readonly PlannedRun[],
	store: Store | undefined,
	warn: (text: string) => void,
): Promise<TakenOver> {
	const finished = new Map(store?.finished.map((run) => [nameOf(run), run]));
	const runs = planned.map((run) => finished.get(nameOf(run)));
	const left = planned.flatMap((run, index) => (runs[index] ? [] : [{ run, index }]));
	const saved = new Map<PlannedRun, number>();
	for (const { run } of store ? left : []) {
		const found = await checkSaved((store as Store).folder, run);
		if (!found) continue;
		if ("tick" in found) saved.set(run, found.tick);
		else warn(`the checkpoint of ${nameOf(run)} cannot be used: ${found.fault}; the run starts anew`);
	}
	let ticks = 0;
	planned.forEach((run, i) => {
		ticks += runs[i] ? run.spec.ticks : (saved.get(run) ?? 0);
	});
	return { runs, left, saved, ticks };
}

/** In words, for who goes on. */
export function overview({ runs, left, saved }: TakenOver): string {
	const from = [...saved].map(([run, tick]) => `${nameOf(run)} from tick ${tick.toLocaleString("en-US")}`);
	const shown = from.length > 3 ? [...from.slice(0, 3), "…"] : from;
	const under = from.length > 0 ? `; ${counted(from.length, "run")} under way: ${shown.join(", ")}` : "";
	return `taken over: ${runs.length - left.length} of ${counted(runs.length, "run")}${under}`;
}
