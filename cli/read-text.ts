// A text file from disk, or one clear fault: missing, a folder, too large, not text.

import { closeSync, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { BadInput } from "../scenarios/fault.js";
import { nearestOf } from "../scenarios/nearest.js";

/** Reads a file as UTF-8. @throws BadInput; a file that is too large is not read at all */
export function readText(file: string, mostBytes = 20_000_000): string {
	const bytes = readBytes(file, mostBytes);
	if (bytes.includes(0)) throw notText(file);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw notText(file);
	}
}

function readBytes(file: string, mostBytes: number): Uint8Array {
	let handle: number | undefined;
	try {
		handle = openSync(file, "r");
		const stat = fstatSync(handle);
		if (stat.isDirectory()) throw new BadInput([{ file, message: "is a folder", expected: "a file" }]);
		if (stat.isCharacterDevice() || stat.isBlockDevice())
			throw new BadInput([{ file, message: "is a device", expected: "a file" }]);
		checkSize(file, stat.size, mostBytes);
		const bytes = readFileSync(handle);
		checkSize(file, bytes.length, mostBytes);
		return bytes;
	} catch (error) {
		if (error instanceof BadInput) throw error;
		const code = String((error as NodeJS.ErrnoException).code);
		if (code !== "ENOENT") throw new BadInput([{ file, message: `cannot be read (${code})` }]);
		throw new BadInput([{ file, message: "no such file", nearest: neighborOf(file) }]);
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
}

function checkSize(file: string, bytes: number, mostBytes: number): void {
	if (bytes <= mostBytes) return;
	const message = `is too large: ${Math.ceil(bytes / 1e6)} MB`;
	throw new BadInput([{ file, message, expected: `at most ${mostBytes / 1e6} MB` }]);
}

const notText = (file: string) => new BadInput([{ file, message: "is not text", expected: "text in UTF-8" }]);

/** The file in the same folder whose name is nearest. */
function neighborOf(file: string): string | undefined {
	try {
		return nearestOf(basename(file), readdirSync(dirname(file)));
	} catch {
		return undefined;
	}
}
