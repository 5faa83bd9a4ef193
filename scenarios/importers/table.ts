// CSV text → rows of cells that know their line, with a reader that gathers faults.

import { type CsvError, parse } from "csv-parse/browser/esm/sync";
import { BadInput, type Fault, printable, quote } from "../fault.js";

/** One row of a CSV file: its line (from 1), and a cell's text by column name ("" where there is none). */
export interface Row {
	line: number;
	cells: readonly string[];
	text(column: string): string;
}

export interface Table {
	file: string;
	header: readonly string[];
	rows: readonly Row[];
}

/** A named input file's text. */
export interface TextFile {
	file: string;
	text: string;
}

/** Reads CSV with a header; rows may be shorter or longer than it. @throws BadInput */
export function readTable({ file, text }: TextFile): Table {
	const records: { record: readonly string[]; line: number }[] = [];
	eachRecord({ file, text }, (record, line) => records.push({ record, line }));
	const [first, ...rest] = records;
	if (!first) throw new BadInput([{ file, line: 1, message: "empty", expected: "a header and rows" }]);
	const header = first.record;
	const indexOf = new Map<string, number>();
	for (const [index, name] of header.entries()) {
		if (name !== "" && indexOf.has(name))
			throw new BadInput([{ file, line: first.line, message: `two columns are named ${quote(name)}` }]);
		indexOf.set(name, index);
	}
	const rows = rest.map(({ record, line }) => ({
		line,
		cells: record,
		text: (column: string) => record[indexOf.get(column) ?? -1] ?? "",
	}));
	if (rows.length === 0)
		throw new BadInput([{ file, line: first.line, message: "no rows below the header" }]);
	return { file, header, rows };
}

/** Takes the records of a CSV file one by one, the header too, and keeps none of them. @throws BadInput */
export function eachRecord(
	{ file, text }: TextFile,
	take: (record: readonly string[], line: number) => void,
): void {
	try {
		parse(text, {
			bom: true,
			on_record(record, { lines }) {
				take(record, lines);
				return null;
			},
			relax_column_count: true,
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			trim: true,
		});
	} catch (error) {
		if (error instanceof BadInput) throw error;
		const { message, lines } = error as CsvError & { lines?: number };
		throw new BadInput([{ file, line: lines, message: `CSV syntax: ${printable(message)}` }]);
	}
}

/** Reads cells of one file as numbers and names; what is wrong goes to `faults`, and a stand-in is answered. */
export class Cells {
	readonly file: string;
	private readonly faults: Fault[];

	constructor(file: string, faults: Fault[]) {
		this.file = file;
		this.faults = faults;
	}

	/** The cell's number; `blank` where it is empty. */
	number<Blank>(row: Row, column: string, blank: Blank): number | Blank {
		const text = row.text(column);
		return text === "" ? blank : this.toNumber(text, row.line, column);
	}

	/** The cell's number, which must be there. */
	required(row: Row, column: string): number {
		return this.toNumber(row.text(column), row.line, column);
	}

	/** Text as a number, plainly written: 12, -0.5, 1e3. */
	toNumber(text: string, line: number, column: string): number {
		const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
		if (Number.isFinite(value)) return value;
		const message = text === "" ? "missing" : `got text ${quote(text)}`;
		this.fault(line, message, { path: column, expected: "a number" });
		return 1;
	}

	fault(line: number, message: string, more: Partial<Fault> = {}): void {
		this.faults.push({ file: this.file, line, message, ...more });
	}
}
