// Writes a run folder: each finished run and each checkpoint at once, the tables at the end.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { Json } from "../../engine/experiment/journal.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { BadInput } from "../../scenarios/fault.js";
import { counted } from "../text/wording.js";
import { finishedRuns } from "./archive.js";
import { Database } from "./database.js";
import { syncFolder, writePieces, writeWhole } from "./files.js";
import type { FinishedRun } from "./finished-run.js";
import { type Ending, type Row, readHistory } from "./history.js";
import { joinTables } from "./join.js";
import type { JournalFile } from "./journal-file.js";
import {
	checkpointFile,
	type Manifest,
	nameOf,
	partsFolder,
	runsOf,
	seriesPart,
	writeManifest,
} from "./manifest.js";
import { openRunFolder } from "./open-run-folder.js";
import { type Column, type RunKey, runsTable, seriesTable, type TableName } from "./tables.js";
import { claim, HEARTBEAT } from "./writer.js";

/** Something that could not be written: a full disk, a lost right. What had finished is intact. */
export class StoreError extends Error {}

export class Store {
	readonly folder: string;
	readonly manifest: Manifest;
	/** Runs that had finished before, in the order of the plan. */
	readonly finished: readonly FinishedRun[];
	readonly #journal: JournalFile;
	readonly #me: string;
	readonly #heartbeat: NodeJS.Timeout;
	readonly #database: Database;
	/** Names of the columns that the journal explains. */
	readonly #known: Readonly<Record<TableName, Set<string>>>;
	/** Runs are written one after the other. */
	#last: Promise<void> = Promise.resolve();

	private constructor(
		folder: string,
		manifest: Manifest,
		{ journal, me }: ReturnType<typeof claim>,
		finished: readonly FinishedRun[],
		database: Database,
	) {
		this.folder = folder;
		this.manifest = manifest;
		this.finished = finished;
		this.#journal = journal;
		this.#me = me;
		this.#heartbeat = setInterval(() => journal.touch(), HEARTBEAT).unref();
		this.#database = database;
		const { runs, series } = readHistory(folder, manifest).columns;
		const names = (columns: readonly Column[]) => new Set(columns.map(({ name }) => name));
		this.#known = { runs: names(runs), series: names(series) };
	}

	/** Begin, or go on, in a folder with a manifest. @throws BadInput where it is none, or another process writes there */
	static async open(folder: string): Promise<Store> {
		return writing(folder, async () => {
			const claimed = claim(folder, openRunFolder(folder));
			// Read again: until a moment ago another process may have written.
			const manifest = openRunFolder(folder);
			if (!manifest.hashes && !existsSync(partsFolder(folder))) mkdirSync(partsFolder(folder));
			syncFolder(folder);
			return new Store(
				folder,
				manifest,
				claimed,
				await finishedRuns(folder, manifest),
				await Database.open(),
			);
		});
	}

	/** Write what a run gave; when this resolves it outlives whatever happens to the process, or to the machine. */
	keep(run: RunKey, result: RunResult): Promise<void> {
		const { format } = this.manifest;
		const mine = this.#last.then(() =>
			writing(this.folder, async () => {
				const runs = runsTable(run, result);
				const series = seriesTable(run, result.recording);
				this.#explain("runs", runs.columns);
				this.#explain("series", series.columns);
				await writeWhole(seriesPart(this.folder, run, format), (file) =>
					this.#database.write(series, file, format),
				);
				const row: Row = Object.fromEntries(
					runs.columns.map(({ name }, c) => [name, runs.cells[c]?.[0] ?? null]),
				);
				this.#journal.append("finished", nameOf(run), row);
				await rm(checkpointFile(this.folder, run), { force: true });
			}),
		);
		this.#last = mine.catch(() => {});
		return mine;
	}

	/** Resolves when the runs given to `keep` so far are written. */
	settled(): Promise<void> {
		return this.#last;
	}

	/** Write a checkpoint in place of the run's last one. */
	checkpoint(run: RunKey, pieces: readonly Uint8Array[], tick: number): Promise<void> {
		const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
		return writing(this.folder, async () => {
			await writeWhole(checkpointFile(this.folder, run), (file) => writePieces(file, pieces));
			this.#journal.append("checkpoint", nameOf(run), { tick, bytes });
		});
	}

	/** Join the parts of all runs; then they go. */
	finish(): Promise<void> {
		const { folder, manifest } = this;
		return writing(folder, async () => {
			if (!manifest.hashes) {
				const finished = await joinTables(folder, manifest, readHistory(folder, manifest), this.#database);
				const missing = runsOf(manifest).length - finished.length;
				if (missing > 0) throw new Error(`${counted(missing, "run")} vanished from ${partsFolder(folder)}`);
				const hashesOf = (variant: string) =>
					finished.flatMap(([run, { hash }]) => (run.variant === variant ? [String(hash)] : []));
				const hashes = Object.fromEntries(manifest.variants.map(({ name }) => [name, hashesOf(name)]));
				writeManifest(folder, { ...manifest, hashes });
			}
			rmSync(partsFolder(folder), { recursive: true, force: true });
		});
	}

	/** Leave the folder; `close` follows. */
	end(how: Ending, data: Json = null): void {
		try {
			this.#journal.append(how, this.#me, data);
		} catch {
			// A full disk: whoever comes next sees that this process is dead.
		}
	}

	close(): void {
		clearInterval(this.#heartbeat);
		this.#journal.close();
		this.#database.close();
	}

	#explain(table: TableName, columns: readonly Column[]): void {
		const news = columns.filter(({ name }) => !this.#known[table].has(name));
		if (news.length === 0) return;
		this.#journal.append("columns", table, news as unknown as Json);
		for (const { name } of news) this.#known[table].add(name);
	}
}

/** Carry out what writes; say plainly what went wrong. */
export async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof BadInput) throw error;
		throw new StoreError(`could not write to ${folder}: ${reasonOf(error)}`, { cause: error });
	}
}

/** Why something could not be written. */
export function reasonOf(error: unknown): string {
	const reason = error instanceof Error ? (error.message.split("\n")[0] as string) : String(error);
	return /No space left|ENOSPC|disk quota|EDQUOT/i.test(reason) ? "the disk is full" : reason;
}
