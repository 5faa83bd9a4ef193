// Files of a supply chain's stages → a scenario's YAML; the format is recognized by its header.

import { BadInput, type Fault, formatPath, type Problem, printable, quote } from "../fault.js";
import { nearestOf } from "../nearest.js";
import { gsmFormat } from "./gsm-format.js";
import type { StageFormat, StageRow } from "./stage-row.js";
import { readTable, type Table, type TextFile } from "./table.js";
import { templateFormat } from "./template-format.js";
import { validated } from "./validated.js";
import { willemsFormat } from "./willems-format.js";
import { writeScenario } from "./write-scenario.js";

/** A stage file, what lies beside it, and the name of the scenario to be. */
export interface StageImport extends TextFile {
	/** arcs.csv, of the format of Willems (2008). */
	arcs?: TextFile;
	/** Which chain of a file with many. */
	chain?: number;
	/** Lower-case letters, digits and hyphens. */
	name: string;
}

const formats = [templateFormat, gsmFormat, willemsFormat];

/** Imports a stage file. @returns a scenario's YAML that `parseScenario` takes @throws BadInput */
export function importStages({ file, text, arcs, chain, name }: StageImport): string {
	const table = readTable({ file, text });
	const format = recognize(table);
	if (chain !== undefined && format !== willemsFormat)
		throw new BadInput([{ file, message: `--chain ${chain}, but the file has no column "chain"` }]);
	const faults: Fault[] = [];
	const rows = format.read(table, { arcs, chain }, faults);
	if (rows.every(({ stage }) => stage.demand === undefined))
		faults.push({ file, message: "no stage has a demand", expected: "one at least, of an end stage" });
	const origin = [
		`${file}${format === willemsFormat && arcs ? ` and ${arcs.file}` : ""}: ${format.title}`,
		...(chain === undefined ? [] : [`chain ${chain}`]),
		`${rows.length} stages`,
	].join(", ");
	const head = { name, origin: printable(origin, 1000), notes: format.notes };
	validated(rows, head, (each) => faultOf(each, rows, file, format), faults);
	return writeScenario(rows, head);
}

/** The fault of a problem, at the row (of stages or arcs) that it came from, named by its column. */
function faultOf(problem: Problem, rows: readonly StageRow[], file: string, { columns }: StageFormat): Fault {
	const { path, message, expected, nearest } = problem;
	const row = path[0] === "stages" && typeof path[1] === "number" ? rows[path[1]] : undefined;
	const fault: Fault = { file, path: formatPath(path), message, expected, nearest };
	if (!row) return fault;
	const arc = path[2] === "upstream" ? row.arcs.get(String(path[3])) : undefined;
	const key = path[2] === "demand" ? path[3] : path[2];
	const column = key === undefined ? undefined : (columns[key] ?? String(key));
	return { ...fault, file: arc?.file ?? row.file, line: arc?.line ?? row.line, path: column };
}

/** The format that shares most columns with the header, if none of those it needs is missing. */
function recognize({ file, header }: Table): StageFormat {
	const has = (column: string) => column.split("|").some((name) => header.includes(name));
	const score = ({ required, optional }: StageFormat) => [...required, ...optional].filter(has).length;
	const format = formats.reduce((best, each) => (score(each) > score(best) ? each : best));
	const known = [...format.required, ...format.optional].flatMap((column) => column.split("|"));
	const missing = format.required.find((column) => !has(column));
	const stranger = format.open
		? undefined
		: header.find((column) => column !== "" && !known.includes(column));
	if (missing === undefined && stranger === undefined) return format;
	const strangers = header.filter((column) => column !== "" && !known.includes(column));
	const unused = known.filter((column) => !header.includes(column));
	const wrong = strangers.find((column) => nearestOf(column, unused)) ?? stranger ?? strangers[0];
	const listed = formats.map(({ title, required }) => `${title} (${required.join(",")}…)`).join("; ");
	throw new BadInput([
		{
			file,
			line: 1,
			message: wrong === undefined ? `no column ${quote(missing ?? "")}` : `unknown column ${quote(wrong)}`,
			expected: `the header of ${listed}`,
			nearest: wrong === undefined ? undefined : nearestOf(wrong, unused),
		},
	]);
}
