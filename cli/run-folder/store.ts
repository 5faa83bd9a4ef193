// Keeps each finished run in the run folder at once, and joins the parts at the end.

import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type Dictionary, joined, readDictionary, writeDictionary } from "./data-dictionary.js";
import { Database, identifier, rowsOf } from "./database.js";
import {
	hasFinished,
	type Manifest,
	partFile,
	partsFolder,
	runsOf,
	tableFile,
	writeManifest,
} from "./manifest.js";
import { type RunKey, runsTable, seriesTable, type Table, type TableName, tableNames } from "./tables.js";

/** Something that could not be written: a full disk, a lost right. What had finished is intact. */
export class StoreError extends Error {}

export class Store {
	readonly folder: string;
	readonly #manifest: Manifest;
	readonly #database: Database;
	#dictionary: Dictionary;
	/** Writes go one after the other. */
	#last: Promise<void> = Promise.resolve();

	private constructor(folder: string, manifest: Manifest, database: Database) {
		this.folder = folder;
		this.#manifest = manifest;
		this.#database = database;
		this.#dictionary = readDictionary(folder);
	}

	/** Begin in a folder that exists: the manifest first, so that whatever follows can be understood. */
	static async begin(folder: string, manifest: Manifest): Promise<Store> {
		await writing(folder, async () => {
			if (!existsSync(partsFolder(folder))) mkdirSync(partsFolder(folder));
			writeManifest(folder, manifest);
		});
		return new Store(folder, manifest, await Database.open());
	}

	/** Go on in a folder that holds finished runs. */
	static async reopen(folder: string, manifest: Manifest): Promise<Store> {
		return new Store(folder, manifest, await Database.open());
	}

	/** Write a run's parts; when this resolves they outlive whatever happens to the process. */
	keep(run: RunKey, result: RunResult): Promise<void> {
		const mine = this.#last.then(() =>
			writing(this.folder, async () => {
				const tables = {
					runs: runsTable(run, result),
					series: seriesTable(run, result.recording),
				};
				this.#describe(tables);
				await this.#writePart("series", run, tables.series);
				await this.#writePart("runs", run, tables.runs);
			}),
		);
		this.#last = mine.catch(() => {});
		return mine;
	}

	/** Join the parts of the finished runs in the order of the plan; with all of them there, the parts go. */
	async finish(): Promise<{ finished: number; planned: number }> {
		const { format } = this.#manifest;
		const runs = runsOf(this.#manifest);
		const finished = runs.filter((run) => hasFinished(this.folder, run, format));
		if (finished.length > 0)
			await writing(this.folder, async () => {
				for (const table of tableNames) await this.#join(table, finished);
				await this.#sortDictionary();
				if (finished.length < runs.length) return;
				writeManifest(this.folder, {
					...this.#manifest,
					hashes: await this.#hashes(),
				});
				rmSync(partsFolder(this.folder), { recursive: true, force: true });
			});
		return { finished: finished.length, planned: runs.length };
	}

	close(): void {
		this.#database.close();
	}

	async #writePart(table: TableName, run: RunKey, part: Table): Promise<void> {
		const { format } = this.#manifest;
		await this.#writeWhole(partFile(this.folder, table, run, format), (file) =>
			this.#database.write(part, file, format),
		);
	}

	async #join(table: TableName, runs: readonly RunKey[]): Promise<void> {
		const { format } = this.#manifest;
		const parts = runs.map((run) => partFile(this.folder, table, run, format));
		await this.#writeWhole(tableFile(this.folder, table, format), (file) =>
			this.#database.copy(rowsOf(parts, format), file, format),
		);
	}

	async #writeWhole(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
		const unfinished = `${file}.unfinished`;
		try {
			await write(unfinished);
			renameSync(unfinished, file);
		} catch (error) {
			rmSync(unfinished, { force: true });
			throw error;
		}
	}

	#describe(tables: Readonly<Record<TableName, Table>>): void {
		const before = this.#dictionary;
		const runs = joined(before.runs, tables.runs.columns);
		const series = joined(before.series, tables.series.columns);
		if (runs.length === before.runs.length && series.length === before.series.length) return;
		this.#dictionary = { runs, series };
		writeDictionary(this.folder, this.#dictionary);
	}

	/** Which run finished first has decided the order so far; now the tables do. */
	async #sortDictionary(): Promise<void> {
		const sorted = { ...this.#dictionary };
		for (const table of tableNames) {
			const file = tableFile(this.folder, table, this.#manifest.format);
			const names = await this.#database.columnsOf(rowsOf([file], this.#manifest.format));
			const known = new Map(this.#dictionary[table].map((column) => [column.name, column]));
			sorted[table] = names.flatMap((name) => known.get(name) ?? []);
		}
		this.#dictionary = sorted;
		writeDictionary(this.folder, sorted);
	}

	async #hashes(): Promise<Record<string, string[]>> {
		const { format, variants } = this.#manifest;
		const from = rowsOf([tableFile(this.folder, "runs", format)], format);
		const rows = await this.#database.select(
			`SELECT ${identifier("variant")}, ${identifier("hash")} FROM ${from}`,
		);
		return Object.fromEntries(
			variants.map(({ name }) => [
				name,
				rows.filter((row) => row.variant === name).map((row) => String(row.hash)),
			]),
		);
	}
}

/** Carry out what writes; say plainly what went wrong. */
async function writing(folder: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		const reason = error instanceof Error ? (error.message.split("\n")[0] as string) : String(error);
		const full = /No space left|ENOSPC|disk quota|EDQUOT/i.test(reason);
		throw new StoreError(`could not write to ${folder}: ${full ? "the disk is full" : reason}`, {
			cause: error,
		});
	}
}
