// What every format of stage files is read into, and what a format must provide.

import { type Fault, quote } from "../fault.js";
import { isReserved } from "../read-yaml.js";
import type { ScenarioInput } from "../schema.js";
import type { Cells, Table, TextFile } from "./table.js";

export type StageInput = Exclude<NonNullable<ScenarioInput["stages"]>, number>[number];

/** A stage as read, where it stands, and where each of its upstream arcs stands. */
export interface StageRow {
	stage: StageInput & { upstream: Record<string, number> };
	file: string;
	line: number;
	arcs: Map<string, { file: string; line: number }>;
}

/** A stage without arcs yet. */
export const stageRow = (stage: StageInput, file: string, line: number): StageRow => ({
	stage: { ...stage, upstream: Object.create(null) },
	file,
	line,
	arcs: new Map(),
});

/** Adds an arc from a supplying stage; an arc written twice, or a name that no key may have, is a fault. */
export function addArc(row: StageRow, upstream: string, quantity: number, line: number, cells: Cells): void {
	if (row.arcs.has(upstream))
		cells.fault(line, `${quote(upstream)} is listed twice upstream of ${quote(row.stage.name)}`);
	else if (isReserved(upstream)) cells.fault(line, `the name ${quote(upstream)} is reserved`);
	else row.stage.upstream[upstream] = quantity;
	row.arcs.set(upstream, { file: cells.file, line });
}

/** Demand per day; none where the mean is blank or zero. A blank standard deviation is a steady demand. */
export const demandOf = (mean: number | undefined, sd: number | undefined): StageInput["demand"] =>
	mean ? { meanPerDay: mean, sdPerDay: sd ?? 0 } : undefined;

export interface ImportOptions {
	arcs?: TextFile;
	chain?: number;
}

/** One known layout of a stage file. */
export interface StageFormat {
	/** What it is, for messages and for the imported scenario. */
	title: string;
	/** Columns that must be there; `a|b`: one of the two. */
	required: readonly string[];
	optional: readonly string[];
	/** Whether columns of other names are passed over, or faults. */
	open: boolean;
	/** The column that gave a stage's key, for messages. */
	columns: Readonly<Record<string, string>>;
	/** Notes for the head of the imported scenario. */
	notes: readonly string[];
	read(table: Table, options: ImportOptions, faults: Fault[]): StageRow[];
}
