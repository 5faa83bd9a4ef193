// The data dictionary of a run folder: each column of both tables with its unit and meaning.

import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { writeAtOnce } from "./files.js";
import { dictionaryFile } from "./manifest.js";
import type { Column, TableName } from "./tables.js";

const head = ["table", "column", "type", "unit", "range", "better", "meaning", "series", "label"] as const;
type Entry = Readonly<Record<(typeof head)[number], string>>;

/** Columns by table, in the order of the table. */
export type Dictionary = Readonly<Record<TableName, readonly Column[]>>;

export function writeDictionary(folder: string, { runs, series }: Dictionary): void {
	const lines = [head.join(",")];
	for (const [table, columns] of [
		["runs", runs],
		["series", series],
	] as const)
		for (const { name, type, unit, range = "", better = "", about, series = "", label = "" } of columns)
			lines.push([table, name, type, unit, range, better, about, series, label].map(quoted).join(","));
	writeAtOnce(dictionaryFile(folder), `${lines.join("\n")}\n`);
}

/** The dictionary of a folder; empty before its tables have been written. */
export function readDictionary(folder: string): Dictionary {
	const file = dictionaryFile(folder);
	if (!existsSync(file)) return { runs: [], series: [] };
	const entries: Entry[] = parse(readFileSync(file, "utf8"), { columns: true });
	const columnsOf = (table: TableName) => entries.filter((entry) => entry.table === table).map(columnOf);
	return { runs: columnsOf("runs"), series: columnsOf("series") };
}

function columnOf({ column, type, unit, range, better, meaning, series, label }: Entry): Column {
	return {
		name: column,
		type: type as Column["type"],
		unit,
		about: meaning,
		...(range !== "" && { range }),
		...(better !== "" && { better: better as "higher" | "lower" }),
		...(series !== "" && { series, label }),
	};
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
