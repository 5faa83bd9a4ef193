// The two tables of a run folder: one row per run, and one row per run and tick.

import type { RunResult } from "../../engine/experiment/run-spec.js";
import type { Outcome, Recording, Series } from "../../engine/record/recording.js";

export type Format = "parquet" | "csv";
export const tableNames = ["runs", "series"] as const;
export type TableName = (typeof tableNames)[number];

/** What a model's audit names: columns beside the hash, not outcomes. */
export const auditNames: readonly string[] = ["goods", "money"];

/** Which run of a study: a variant of the scenario, and a replication with its own seed. */
export interface RunKey {
	readonly variant: string;
	readonly replication: number;
	readonly seed: string;
}

export interface Column {
	readonly name: string;
	readonly type: "VARCHAR" | "INTEGER" | "DOUBLE";
	readonly unit: string;
	readonly about: string;
	/** The values it can take. */
	readonly range?: string;
	/** Where one way is good. */
	readonly better?: "higher" | "lower";
	/** Where the column holds one label of a recorded series. */
	readonly series?: string;
	readonly label?: string;
}

export type Cell = string | number | null;

/** A table by columns: `cells[c][r]` is row r of columns[c]. */
export interface Table {
	readonly columns: readonly Column[];
	readonly cells: readonly (readonly Cell[])[];
}

const variant: Column = {
	name: "variant",
	type: "VARCHAR",
	unit: "",
	about: "which of the compared scenarios",
};
const replication: Column = {
	name: "replication",
	type: "INTEGER",
	unit: "",
	about: "counted from 0",
};
const runColumns: readonly Column[] = [
	variant,
	replication,
	{
		name: "seed",
		type: "VARCHAR",
		unit: "",
		about: "text from which all draws of the run follow",
	},
	{
		name: "hash",
		type: "VARCHAR",
		unit: "",
		about: "fingerprint of the world after the last tick",
	},
];
const seriesColumns: readonly Column[] = [
	variant,
	replication,
	{
		name: "tick",
		type: "INTEGER",
		unit: "tick",
		about: "counted from 0; values are those at its end",
	},
];

/** One row: the run's name, its hash, what leaked (nothing) and its outcomes; what is not defined is left out. */
export function runsTable({ variant, replication, seed }: RunKey, result: RunResult): Table {
	const audit = Object.entries(result.audit).map(
		([name, value]): Outcome => ({
			name,
			value,
			unit: name === "money" ? "cents" : "units",
			about: `${name} that leaked: stocks recounted against flows, 0`,
		}),
	);
	const numbers = [...audit, ...result.outcomes.filter(({ value }) => Number.isFinite(value))];
	const columns = numbers.map(({ value: _, ...told }): Column => ({ ...told, type: "DOUBLE" }));
	return {
		columns: withUniqueNames([...runColumns, ...columns]),
		cells: [[variant], [replication], [seed], [result.hash], ...numbers.map(({ value }) => [value])],
	};
}

/** One row per tick, one column per label of each series. */
export function seriesTable({ variant, replication }: RunKey, { ticks, series }: Recording): Table {
	const labels = series.flatMap((one) => one.labels.map((label, at) => ({ one, label, at })));
	const columns = labels.map(({ one, label }) => seriesColumn(one, label));
	const everyTick = <T>(value: (tick: number) => T) =>
		Array.from({ length: ticks }, (_, tick) => value(tick));
	return {
		columns: withUniqueNames([...seriesColumns, ...columns]),
		cells: [
			everyTick(() => variant),
			everyTick(() => replication),
			everyTick((tick) => tick),
			...labels.map(({ one, at }) =>
				everyTick((tick) => numberOrNull(one.values[tick * one.labels.length + at])),
			),
		],
	};
}

function seriesColumn({ name, unit, about }: Series, label: string): Column {
	const full = label === "" ? name : `${name}.${label}`;
	return { name: full, type: "DOUBLE", unit, about, series: name, label };
}

function numberOrNull(value: number | undefined): number | null {
	return value !== undefined && Number.isFinite(value) ? value : null;
}

/** Databases take names that differ in case only for the same; stage names may. */
function withUniqueNames(columns: readonly Column[]): Column[] {
	const taken = new Set<string>();
	return columns.map((column) => {
		const plain = column.name.replaceAll("\0", "");
		let name = plain;
		for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}~${n}`;
		taken.add(name.toLowerCase());
		return { ...column, name };
	});
}
