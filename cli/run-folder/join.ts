// Joins what the runs have left to the two tables and their dictionary.

import { writeDictionary } from "./data-dictionary.js";
import { type Database, rowsOf } from "./database.js";
import { writeWhole } from "./files.js";
import { finishedIn, type History, type Row } from "./history.js";
import { type Manifest, type PlannedRun, seriesPart, tableFile } from "./manifest.js";
import type { Column, Table } from "./tables.js";

/** Tables of the finished runs, in the order of the plan. Returns these runs; without any, nothing is written. */
export async function joinTables(
	folder: string,
	manifest: Manifest,
	history: History,
	database: Database,
): Promise<[PlannedRun, Row][]> {
	const finished = finishedIn(folder, manifest, history);
	if (finished.length === 0) return finished;
	const { format } = manifest;
	const runs = tableOf(
		finished.map(([, row]) => row),
		history.columns.runs,
	);
	await writeWhole(tableFile(folder, "runs", format), (file) => database.write(runs, file, format));
	const parts = rowsOf(
		finished.map(([run]) => seriesPart(folder, run, format)),
		format,
	);
	await writeWhole(tableFile(folder, "series", format), (file) => database.copy(parts, file, format));
	const series = named(await database.columnsOf(parts), history.columns.series);
	writeDictionary(folder, { runs: runs.columns, series });
	return finished;
}

/** A table with every column that a row has, in the order in which they first appear; cells that a row lacks are empty. */
function tableOf(rows: readonly Row[], known: readonly Column[]): Table {
	const columns = named([...new Set(rows.flatMap(Object.keys))], known);
	return { columns, cells: columns.map(({ name }) => rows.map((row) => row[name] ?? null)) };
}

function named(names: readonly string[], known: readonly Column[]): Column[] {
	const byName = new Map(known.map((column) => [column.name, column]));
	return names.flatMap((name) => byName.get(name) ?? []);
}
