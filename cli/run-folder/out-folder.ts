// Where results go: a folder that is ours, never one that holds something else.

import {
	accessSync,
	chmodSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { badOption, type Options } from "../options.js";
import { manifestOf } from "../plan.js";
import { syncFolder, UNFINISHED } from "./files.js";
import { readHistory } from "./history.js";
import { journalFile } from "./journal-file.js";
import { type Manifest, type Plan, readManifest, resultsOf, writeManifest } from "./manifest.js";
import { refuseWriter } from "./writer.js";

/** Throws BadInput unless `out` can become a run folder. Nothing is written. */
export function checkOut(out: string, force: boolean): void {
	const option = `--out ${out}`;
	if (existsSync(out)) {
		if (!statSync(out).isDirectory()) throw badOption(option, "is a file", "the name of a folder");
		const manifest = readManifest(out);
		if (!force) {
			const wayOn = manifest && !manifest.hashes ? `; to go on with it: fractwin resume ${out}` : "";
			throw badOption(
				option,
				`exists already${wayOn}`,
				"a new folder, or --force to overwrite an earlier run",
			);
		}
		if (manifest) refuseWriter(out, readHistory(out, manifest));
		else if (readdirSync(out).length > 0)
			throw badOption(option, "holds something that is no run of fractwin; it is left alone", "a run folder");
		if (!isWritable(out)) throw badOption(option, "cannot be written to");
		return;
	}
	const parent = dirname(resolve(out));
	if (!existsSync(parent)) throw badOption(option, `the folder ${parent} does not exist`);
	if (!statSync(parent).isDirectory()) throw badOption(option, `${parent} is not a folder`);
	if (!isWritable(parent)) throw badOption(option, `the folder ${parent} cannot be written to`);
}

/** Make the folder that `checkOut` has accepted, with its manifest and without what an earlier run left there. */
export function makeOut(out: string, manifest: Manifest): string {
	try {
		if (existsSync(out)) {
			// In this order: whenever this is broken off, what the manifest tells is what the journal goes on with.
			rmSync(journalFile(out), { force: true });
			writeManifest(out, manifest);
			for (const file of resultsOf(out)) rmSync(file, { recursive: true, force: true });
		} else if (!putFolder(out, manifest)) throw new Error("somebody else has just made it");
	} catch (error) {
		refuse(error, `--out ${out}`, "cannot be made");
	}
	return out;
}

/** The first free `out/COMMAND-NAME-N`, made. */
export function makeNext(manifest: Manifest): string {
	const name = `${manifest.command}-${manifest.variants[0]?.scenario.name ?? "scenario"}`;
	try {
		makeFolder("out");
		for (let n = 1; ; n++) {
			const folder = join("out", `${name}-${n}`);
			if (!existsSync(folder) && putFolder(folder, manifest)) return folder;
		}
	} catch (error) {
		refuse(error, "--out", `no folder can be made in ${resolve("out")}`);
	}
}

/**
 * Make a folder in one that exists, where it is not there already, maybe made by another command at this moment. Not
 * with `recursive`, which never comes back where nothing can be made (in /proc).
 */
function makeFolder(folder: string): void {
	try {
		mkdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}

/** @throws BadInput, but for a disk that is full: that is no fault of the input */
function refuse(error: unknown, option: string, message: string): never {
	if (/^(ENOSPC|EDQUOT|EIO)$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
	throw badOption(option, `${message}: ${(error as Error).message}`);
}

/** A folder that is there with its manifest or not at all; false where something else has just come to lie there. */
function putFolder(folder: string, manifest: Manifest): boolean {
	// Without a slash at its end.
	const plain = join(dirname(folder), basename(folder));
	const unfinished = mkdtempSync(`${plain}${UNFINISHED}-`);
	try {
		chmodSync(unfinished, 0o777 & ~process.umask());
		writeManifest(unfinished, manifest);
		renameSync(unfinished, plain);
		syncFolder(dirname(plain));
		return true;
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (
			/^(EEXIST|ENOTEMPTY|ENOTDIR|EPERM)$/.test(String((error as NodeJS.ErrnoException).code)) &&
			existsSync(folder)
		)
			return false;
		throw error;
	}
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
	const manifest = manifestOf(plan);
	if (out !== undefined) {
		checkOut(out, force ?? false);
		return () => makeOut(out, manifest);
	}
	return json ? undefined : () => makeNext(manifest);
}
