// Where results go: a folder that is ours, never one that holds something else.

import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { badOption, type Options } from "../options.js";
import {
	crateFile,
	dictionaryFile,
	manifestFile,
	type Plan,
	partsFolder,
	readManifest,
	reportFile,
	tableFile,
} from "./manifest.js";
import { tableNames } from "./tables.js";

/** Throws BadInput unless `out` can become a run folder. Nothing is written. */
export function checkOut(out: string, force: boolean): void {
	const option = `--out ${out}`;
	if (existsSync(out)) {
		if (!statSync(out).isDirectory()) throw badOption(option, "is a file", "the name of a folder");
		if (!force)
			throw badOption(option, "exists already", "a new folder, or --force to overwrite an earlier run");
		if (readdirSync(out).length > 0 && !readManifest(out))
			throw badOption(option, "holds something that is no run of fractwin; it is left alone", "a run folder");
		if (!isWritable(out)) throw badOption(option, "cannot be written to");
		return;
	}
	const parent = dirname(resolve(out));
	if (!existsSync(parent)) throw badOption(option, `the folder ${parent} does not exist`);
	if (!statSync(parent).isDirectory()) throw badOption(option, `${parent} is not a folder`);
	if (!isWritable(parent)) throw badOption(option, `the folder ${parent} cannot be written to`);
}

/** Make the folder that `checkOut` has accepted, without what an earlier run left there. */
export function makeOut(out: string): string {
	try {
		for (const file of ours(out)) rmSync(file, { recursive: true, force: true });
		makeFolder(out);
	} catch (error) {
		throw badOption(`--out ${out}`, `cannot be made: ${(error as Error).message}`);
	}
	return out;
}

/** The first free `out/COMMAND-NAME-N`, made. */
export function makeNext(command: string, name: string): string {
	try {
		makeFolder("out");
		for (let n = 1; ; n++) {
			const folder = join("out", `${command}-${name}-${n}`);
			if (makeFolder(folder)) return folder;
		}
	} catch (error) {
		throw badOption("--out", `no folder can be made in ${resolve("out")}: ${(error as Error).message}`);
	}
}

/**
 * Make a folder in one that exists; false if it is there already, maybe made by another run at this moment. Not with
 * `recursive`, which never comes back where nothing can be made (in /proc).
 */
function makeFolder(folder: string): boolean {
	try {
		mkdirSync(folder);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

function ours(folder: string): string[] {
	const tables = tableNames.flatMap((table) => [
		tableFile(folder, table, "parquet"),
		tableFile(folder, table, "csv"),
	]);
	const whole = [
		...tables,
		manifestFile(folder),
		dictionaryFile(folder),
		reportFile(folder),
		crateFile(folder),
	];
	return [partsFolder(folder), ...whole, ...whole.map((file) => `${file}.unfinished`)];
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK | constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Where a plan's results go, checked at once and made when called; undefined where nothing is to be
 * written (--json without --out).
 */
export function chooseOut(plan: Plan, { out, force, json }: Options): (() => string) | undefined {
	if (out !== undefined) {
		checkOut(out, force ?? false);
		return () => makeOut(out);
	}
	return json ? undefined : () => makeNext(plan.command, plan.variants[0]?.scenario.name ?? "scenario");
}
