// The journal of a run folder on disk: entries are only ever added, each safe on the disk before anything follows from it.

import { closeSync, fsyncSync, futimesSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJournal, type Entry, encodeEntry, type Json } from "../../engine/experiment/journal.js";

export const journalFile = (folder: string) => join(folder, "journal.jsonl");

/** What has been written so far; nothing where there is no journal yet. */
export function readJournal(folder: string): ReturnType<typeof decodeJournal> {
	return decodeJournal(textOf(folder));
}

function textOf(folder: string): string {
	try {
		return readFileSync(journalFile(folder), "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
		throw error;
	}
}

export class JournalFile {
	readonly #file: number;
	/** Whether the last line may lack its end. */
	#torn: boolean;

	constructor(folder: string) {
		this.#torn = !/(^|\n)$/.test(textOf(folder).slice(-1));
		this.#file = openSync(journalFile(folder), "a");
	}

	append(kind: string, key: string, data: Json = null): void {
		const entry: Entry = { kind, key, time: new Date().toISOString(), data };
		const line = `${this.#torn ? "\n" : ""}${encodeEntry(entry)}`;
		this.#torn = true;
		writeFileSync(this.#file, line);
		fsyncSync(this.#file);
		this.#torn = false;
	}

	/** A sign of life, for those who cannot see the process. */
	touch(): void {
		const now = new Date();
		try {
			futimesSync(this.#file, now, now);
		} catch {
			// The next entry will tell.
		}
	}

	close(): void {
		closeSync(this.#file);
	}
}
