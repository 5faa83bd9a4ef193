// DuckDB, as far as a run folder needs it: tables to files and back.

import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBValue } from "@duckdb/node-api";
import type { Format, Table } from "./tables.js";

/** Loaded when it is first needed: most commands never do. */
const load = () => import("@duckdb/node-api");
type DuckDB = Awaited<ReturnType<typeof load>>;

const CHUNK_ROWS = 2048;

/** An identifier or a text as SQL writes it, whatever characters it holds. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The rows of these files, one file after the other; a column that a file lacks is null in its rows. */
export function rowsOf(files: readonly string[], format: Format): string {
	// Brackets keep a folder's own *, ? and [ from being read as a pattern.
	const list = files.map((file) => literal(file.replaceAll(/[*?[]/g, "[$&]"))).join(", ");
	return format === "parquet"
		? `read_parquet([${list}], union_by_name = true, hive_partitioning = false)`
		: `read_csv([${list}], union_by_name = true, hive_partitioning = false, header = true, all_varchar = true,
			delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false)`;
}

/** One in-memory database with one thread: what it writes depends on what it is given alone. */
export class Database {
	readonly #duckdb: DuckDB;
	readonly #instance: DuckDBInstance;
	readonly #connection: DuckDBConnection;

	private constructor(duckdb: DuckDB, instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#duckdb = duckdb;
		this.#instance = instance;
		this.#connection = connection;
	}

	static async open(): Promise<Database> {
		const duckdb = await load();
		const instance = await duckdb.DuckDBInstance.create(":memory:", {
			threads: "1",
			temp_directory: "",
			autoinstall_known_extensions: "false",
		});
		return new Database(duckdb, instance, await instance.connect());
	}

	/** Write a table to a file of its own. */
	async write(table: Table, file: string, format: Format): Promise<void> {
		const columns = table.columns.map(({ name, type }) => `${identifier(name)} ${type}`);
		await this.#connection.run(`CREATE OR REPLACE TEMP TABLE part (${columns.join(", ")})`);
		const appender = await this.#connection.createAppender("part");
		for (const chunk of chunksOf(table, this.#duckdb)) appender.appendDataChunk(chunk);
		appender.closeSync();
		await this.copy("part", file, format);
		await this.#connection.run("DROP TABLE part");
	}

	/** Write what a table or a query in brackets gives, in its order. */
	async copy(from: string, file: string, format: Format): Promise<void> {
		const options = format === "parquet" ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER true";
		await this.#connection.run(`COPY (SELECT * FROM ${from}) TO ${literal(file)} (${options})`);
	}

	async select(sql: string): Promise<Record<string, DuckDBValue>[]> {
		return (await this.#connection.runAndReadAll(sql)).getRowObjects();
	}

	/** The same by columns and piece by piece, for tables that need not fit into memory. */
	async *pieces(sql: string): AsyncGenerator<{ names: string[]; columns: DuckDBValue[][] }> {
		const result = await this.#connection.stream(sql);
		const names = result.columnNames();
		for (
			let chunk = await result.fetchChunk();
			chunk && chunk.rowCount > 0;
			chunk = await result.fetchChunk()
		)
			yield { names, columns: chunk.getColumns() };
	}

	async columnsOf(from: string): Promise<string[]> {
		return (await this.#connection.run(`SELECT * FROM ${from} LIMIT 0`)).columnNames();
	}

	close(): void {
		this.#connection.closeSync();
		this.#instance.closeSync();
	}
}

function* chunksOf({ columns, cells }: Table, duckdb: DuckDB): Generator<DuckDBDataChunk> {
	const rows = cells[0]?.length ?? 0;
	for (let from = 0; from < rows; from += CHUNK_ROWS) {
		const chunk = duckdb.DuckDBDataChunk.create(columns.map(({ type }) => duckdb[type]));
		chunk.setColumns(cells.map((cell) => cell.slice(from, from + CHUNK_ROWS)));
		yield chunk;
	}
}
