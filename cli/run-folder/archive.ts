// Reads a run folder back: its finished runs and their series, joined or still in parts.

import { existsSync } from "node:fs";
import type { DuckDBValue } from "@duckdb/node-api";
import type { Recording, Series } from "../../engine/record/recording.js";
import { BadInput } from "../../scenarios/fault.js";
import { counted } from "../text/wording.js";
import { type Dictionary, readDictionary } from "./data-dictionary.js";
import { Database, rowsOf } from "./database.js";
import type { FinishedRun } from "./finished-run.js";
import { hasFinished, type Manifest, partFile, partsFolder, runsOf, tableFile } from "./manifest.js";
import { auditNames, type Column, type RunKey, type TableName } from "./tables.js";

/** One run's series, as they were recorded. */
export interface FinishedRecording {
	readonly variant: string;
	readonly replication: number;
	readonly recording: Recording;
}

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
		return rows.map((row) => this.#finishedRun(row));
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

	#rowsOf(table: TableName): string | undefined {
		const { format, hashes } = this.#manifest;
		if (hashes) return rowsOf([tableFile(this.#folder, table, format)], format);
		const finished = runsOf(this.#manifest).filter((run) => hasFinished(this.#folder, run, format));
		const parts = finished.map((run) => partFile(this.#folder, table, run, format)).filter(existsSync);
		return parts.length > 0 ? rowsOf(parts, format) : undefined;
	}

	/** @throws BadInput: what DuckDB cannot read is not what was written. */
	#damaged(table: TableName, error: unknown): never {
		const { format, hashes } = this.#manifest;
		const file = hashes ? tableFile(this.#folder, table, format) : partsFolder(this.#folder);
		const reason = error instanceof Error ? (error.message.split("\n")[0] as string) : String(error);
		throw new BadInput([{ file, message: `cannot be read: ${reason}`, expected: "what fractwin wrote" }]);
	}

	#finishedRun(row: Readonly<Record<string, DuckDBValue>>): FinishedRun {
		const numbers = this.#dictionary.runs
			.filter(({ type }) => type === "DOUBLE")
			.map(({ name, unit, about }) => ({
				name,
				unit,
				about,
				value: numberOf(row[name]),
			}))
			.filter(({ value }) => Number.isFinite(value));
		const isAudit = ({ name }: { name: string }) => auditNames.includes(name);
		return {
			variant: String(row.variant),
			replication: Number(row.replication),
			seed: String(row.seed ?? ""),
			hash: String(row.hash),
			audit: Object.fromEntries(numbers.filter(isAudit).map(({ name, value }) => [name, value])),
			outcomes: numbers.filter((one) => !isAudit(one)),
		};
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

/** A column of this variant's runs that another variant lacks is absent there: not a number. */
function numberOf(value: DuckDBValue | undefined): number {
	return value === null || value === undefined || value === "" ? Number.NaN : Number(value);
}
