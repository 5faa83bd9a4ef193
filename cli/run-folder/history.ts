// What the journal of a run folder tells: which runs have finished, what they gave, how far the others are, who writes.

import { existsSync } from "node:fs";
import type { Entry, Json } from "../../engine/experiment/journal.js";
import { BadInput } from "../../scenarios/fault.js";
import type { Dictionary } from "./data-dictionary.js";
import { readJournal } from "./journal-file.js";
import {
	type Manifest,
	manifestFile,
	nameOf,
	type PlannedRun,
	planDigest,
	runsOf,
	seriesPart,
} from "./manifest.js";
import type { Cell, Column, TableName } from "./tables.js";

/** A row of the table `runs`. */
export type Row = Readonly<Record<string, Cell>>;

/** A process that has begun to write. */
export interface Session {
	/** What its entries are called by. */
	readonly key: string;
	readonly pid: number;
	readonly host: string;
	/** When the process began, in the system's own count; left out where it gives none. */
	readonly start?: string;
	/** When it began to write here. */
	readonly time: string;
}

export interface Checkpointed {
	readonly tick: number;
	readonly time: string;
}

/** Ticks of all runs that were done at a time. */
export interface Reached {
	readonly time: string;
	readonly ticks: number;
}

export interface History {
	readonly begun: boolean;
	/** The study that has begun is another than the manifest tells. */
	readonly altered: boolean;
	/** All files of the folder are there. */
	readonly ended: boolean;
	/** Why the last session ended too soon, where it could still say so. */
	readonly failure?: string;
	/** Lines that cannot be read. */
	readonly damaged: number;
	/** By name of the run. */
	readonly rows: ReadonlyMap<string, Row>;
	/** The last one of each run that has not finished. */
	readonly checkpoints: ReadonlyMap<string, Checkpointed>;
	readonly columns: Dictionary;
	/** Those that have not said that they ended, the first one first. */
	readonly sessions: readonly Session[];
	/** From where the last session began, and how far it is known to have come. */
	readonly from?: Reached;
	readonly to?: Reached;
}

/** Kinds of entries that close a session; "gone" is said by another that finds its process dead. */
export const endings = ["ended", "interrupted", "failed", "refused", "gone"] as const;
export type Ending = (typeof endings)[number];

export function readHistory(folder: string, manifest: Manifest): History {
	const { entries, damaged } = readJournal(folder);
	const sessions = new Map<string, Session>();
	const rows = new Map<string, Row>();
	const checkpoints = new Map<string, Checkpointed>();
	const columns = { runs: [] as Column[], series: [] as Column[] };
	let plan: Json | undefined;
	// A finished folder may have come without its journal.
	let ended = entries.length === 0;
	let failure: string | undefined;
	let from: Reached | undefined;
	let to: Reached | undefined;
	const reached = ({ time }: Entry): Reached => {
		let ticks = rows.size * manifest.ticks;
		for (const { tick } of checkpoints.values()) ticks += tick;
		return { time, ticks };
	};
	for (const entry of entries) {
		const { kind, key, time } = entry;
		const data = entry.data as Record<string, Json>;
		if (kind === "begun") plan = data.plan;
		else if (kind === "opened") {
			// A new session of a name stands behind those that are open.
			sessions.delete(key);
			sessions.set(key, { ...(data as unknown as Session), key, time });
			ended = false;
			failure = undefined;
			from = reached(entry);
			to = undefined;
		} else if ((endings as readonly string[]).includes(kind)) {
			sessions.delete(key);
			ended = kind === "ended";
			failure = kind === "failed" ? String(data.message) : undefined;
		} else if (kind === "columns") columns[key as TableName].push(...(entry.data as unknown as Column[]));
		else if (kind === "finished") {
			rows.set(key, data as Row);
			checkpoints.delete(key);
			to = reached(entry);
		} else if (kind === "checkpoint") {
			// The last one stands at the end.
			checkpoints.delete(key);
			checkpoints.set(key, { tick: Number(data.tick), time });
			to = reached(entry);
		}
	}
	return {
		begun: plan !== undefined,
		altered: plan !== undefined && plan !== planDigest(manifest),
		...{ ended, damaged, rows, checkpoints, columns, sessions: [...sessions.values()] },
		...(failure !== undefined && { failure }),
		...(from && { from }),
		...(to && { to }),
	};
}

/** Whether nothing is left to do. */
export const isOver = ({ hashes }: Manifest, { ended }: History) => hashes !== undefined && ended;

/**
 * The finished runs of a study whose tables are not yet complete, in the order of the plan: journaled, their series kept.
 * @throws BadInput where the journal belongs to another plan than the manifest tells
 */
export function finishedIn(folder: string, manifest: Manifest, history: History): [PlannedRun, Row][] {
	refuseAltered(folder, history);
	const { rows } = history;
	return runsOf(manifest).flatMap((run): [PlannedRun, Row][] => {
		const row = rows.get(nameOf(run));
		return row && existsSync(seriesPart(folder, run, manifest.format)) ? [[run, row]] : [];
	});
}

/** @throws BadInput */
export function refuseAltered(folder: string, { altered }: History): void {
	if (!altered) return;
	const message = "was altered after the study began: what has finished is of another plan";
	const expected = "what fractwin wrote; or begin anew with --force";
	throw new BadInput([{ file: manifestFile(folder), message, expected }]);
}
