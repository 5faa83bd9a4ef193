// Reads a run folder back: its finished runs and their series.

import { existsSync } from "node:fs";
import type { DuckDBValue } from "@duckdb/node-api";
import type { Recording, Series } from "../../engine/record/recording.js";
import { BadInput } from "../../scenarios/fault.js";
import { counted } from "../text/wording.js";
import { type Dictionary, readDictionary } from "./data-dictionary.js";
import { Database, rowsOf } from "./database.js";
import { type FinishedRun, finishedRunOf, numberOf } from "./finished-run.js";
import { finishedIn, type Row, readHistory } from "./history.js";
import { type Manifest, runsOf, tableFile } from "./manifest.js";
import type { Column, RunKey, TableName } from "./tables.js";

/** One run's series, as they were recorded. */
export interface FinishedRecording {
	readonly variant: string;
	readonly replication: number;
	readonly recording: Recording;
}

/** The finished runs in the order of the plan: from the table when it is complete, until then from the journal. */
export async function finishedRuns(folder: string, manifest: Manifest): Promise<FinishedRun[]> {
	if (!manifest.hashes) {
		const history = readHistory(folder, manifest);
		return finishedIn(folder, manifest, history).map(([, row]) => finishedRunOf(row, history.columns.runs));
	}
	const archive = await Archive.open(folder, manifest);
	try {
		return await archive.runs();
	} finally {
		archive.close();
	}
}

/** The tables of a folder. */
export class Archive {
	readonly #folder: string;
	readonly #manifest: Manifest;
	readonly #dictionary: Dictionary;
	readonly #database: Database;

	private constructor(folder: string, manifest: Manifest, database: Database) {
		this.#folder = folder;
		this.#manifest = manifest;
		this.#dictionary = readDictionary(folder);
		this.#database = database;
	}

	static async open(folder: string, manifest: Manifest): Promise<Archive> {
		return new Archive(folder, manifest, await Database.open());
	}

	close(): void {
		this.#database.close();
	}

	/** The finished runs in the order of the plan. */
	async runs(): Promise<FinishedRun[]> {
		const from = this.#rowsOf("runs");
		if (!from) return [];
		const rows = await this.#database
			.select(`SELECT * FROM ${from}`)
			.catch((error: unknown) => this.#damaged("runs", error));
		this.#checkWhole("runs", rows.length);
		return rows.map((row) => finishedRunOf(row as Row, this.#dictionary.runs));
	}

	/** The series, run by run in the order of the plan; one at a time is in memory. */
	async *recordings(): AsyncGenerator<FinishedRecording> {
		let read = 0;
		try {
			for await (const one of this.#recordings()) {
				read++;
				yield one;
			}
		} catch (error) {
			this.#damaged("series", error);
		}
		this.#checkWhole("series", read);
	}

	/** A table of a finished study holds all its runs. */
	#checkWhole(table: TableName, read: number): void {
		const planned = runsOf(this.#manifest).length;
		if (this.#manifest.hashes && read !== planned)
			this.#damaged(table, `it holds ${read} of ${counted(planned, "run")}`);
	}

	async *#recordings(): AsyncGenerator<FinishedRecording> {
		const from = this.#rowsOf("series");
		if (!from) return;
		let at: Pick<RunKey, "variant" | "replication"> | undefined;
		let rows: number[][] = [];
		const columns = this.#dictionary.series.filter(({ series }) => series !== undefined);
		for await (const piece of this.#database.pieces(`SELECT * FROM ${from}`)) {
			const cells = new Map(piece.names.map((name, c) => [name, piece.columns[c] as DuckDBValue[]]));
			const variants = cells.get("variant") as DuckDBValue[];
			const replications = cells.get("replication") as DuckDBValue[];
			const numbers = columns.map(({ name }) => cells.get(name) ?? []);
			for (let r = 0; r < variants.length; r++) {
				const variant = String(variants[r]);
				const replication = Number(replications[r]);
				if (at?.variant !== variant || at.replication !== replication) {
					if (at) yield { ...at, recording: recordingOf(columns, rows) };
					at = { variant, replication };
					rows = [];
				}
				rows.push(numbers.map((values) => numberOf(values[r])));
			}
		}
		if (at) yield { ...at, recording: recordingOf(columns, rows) };
	}

	/** The joined table; undefined before there is one. */
	#rowsOf(table: TableName): string | undefined {
		const file = tableFile(this.#folder, table, this.#manifest.format);
		return existsSync(file) ? rowsOf([file], this.#manifest.format) : undefined;
	}

	/** @throws BadInput: what DuckDB cannot read is not what was written. */
	#damaged(table: TableName, error: unknown): never {
		const file = tableFile(this.#folder, table, this.#manifest.format);
		const reason = error instanceof Error ? (error.message.split("\n")[0] as string) : String(error);
		throw new BadInput([{ file, message: `cannot be read: ${reason}`, expected: "what fractwin wrote" }]);
	}
}

function recordingOf(columns: readonly Column[], rows: readonly number[][]): Recording {
	const series = new Map<string, { at: number[]; labels: string[]; column: Column }>();
	columns.forEach((column, c) => {
		const name = column.series as string;
		const known = series.get(name) ?? { at: [], labels: [], column };
		known.at.push(c);
		known.labels.push(column.label ?? "");
		series.set(name, known);
	});
	return {
		ticks: rows.length,
		series: [...series].map(([name, { at, labels, column }]): Series => {
			const values = new Float64Array(rows.length * at.length);
			rows.forEach((row, r) => {
				at.forEach((c, l) => {
					values[r * at.length + l] = row[c];
				});
			});
			return { name, unit: column.unit, about: column.about, labels, values };
		}),
	};
}
