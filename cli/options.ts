// The options that every command takes.

import { InvalidArgumentError, Option } from "commander";
import { BadInput, type Fault } from "../scenarios/fault.js";
import { nearestOf } from "../scenarios/nearest.js";
import { pathNames } from "../scenarios/paths/index.js";
import type { Format } from "./run-folder/tables.js";

export interface Options {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly seed: string;
	readonly threads: number | "auto";
	readonly out?: string;
	readonly force?: boolean;
	readonly format: Format;
	readonly dryRun?: boolean;
	readonly set: readonly string[];
}

export const globalOptions: readonly Option[] = [
	new Option("--json", "print one JSON document and nothing else"),
	new Option("--quiet", "no progress"),
	new Option("--seed <text>", "text from which all random draws follow").default("fractwin"),
	new Option("--threads <n>", "worker threads, or auto: one per core").default("auto").argParser(threads),
	new Option(
		"--out <path>",
		"folder (of import and network: file) for the results; the first free out/COMMAND-NAME-N if left out",
	),
	new Option("--force", "overwrite results of an earlier run"),
	new Option("--format <format>", "of the tables").choices(["parquet", "csv"]).default("parquet"),
	new Option("--dry-run", "only say how many runs, how long, how much disk"),
	new Option("--set <path=value>", "set a parameter of the scenario (repeatable)")
		.default([], "none")
		.argParser(collect),
];

const MOST_THREADS = 1024;

function threads(text: string): number | "auto" {
	return text === "auto" ? text : wholeNumber(1, MOST_THREADS, ", or auto")(text);
}

function collect(text: string, before: readonly string[]): string[] {
	return [...before, text];
}

/** A parser of counts: digits only, within bounds. */
export function wholeNumber(low: number, high: number, or = ""): (text: string) => number {
	return (text) => {
		const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
		if (value >= low && value <= high) return value;
		throw new InvalidArgumentError(
			`Expected a whole number from ${low} to ${high.toLocaleString("en-US")}${or}.`,
		);
	};
}

export const ticksOption = () =>
	new Option("--ticks <n>", "horizon, in place of the scenario's own").argParser(wholeNumber(1, 1_000_000));

export const replicationsOption = (standard: number) =>
	new Option("--replications <n>", "runs with seeds of their own")
		.default(standard)
		.argParser(wholeNumber(1, 100_000));

export const pathOption = () =>
	new Option(
		"--path <name>",
		`transformation path, in place of the scenario's own: ${pathNames.join(", ")}`,
	).argParser((name) => {
		if (pathNames.includes(name)) return name;
		const expected = `one of ${pathNames.join(", ")}`;
		const nearest = nearestOf(name, pathNames);
		throw new BadInput([
			{ file: `--path ${name}`, message: "no built-in path has this name", expected, nearest },
		]);
	});

/** One fault of an option, in the form that all faults have. */
export function badOption(option: string, message: string, expected?: string): BadInput {
	const fault: Fault = { file: option, message, ...(expected && { expected }) };
	return new BadInput([fault]);
}
