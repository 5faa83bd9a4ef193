// A study that is broken off: begun as a user would, watched through its journal.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readJournal } from "../../cli/run-folder/journal-file.js";
import type { Entry, Json } from "../../engine/experiment/journal.js";

/** Entries of a kind in the journal of a run folder; none while there is no folder. */
export const entriesOf = (folder: string, kind: string): (Entry & { data: Record<string, Json> })[] =>
	readJournal(folder).entries.filter((entry) => entry.kind === kind) as (Entry & {
		data: Record<string, Json>;
	})[];

/** The files of a run folder that must not depend on how it came about, with their bytes. */
export function finalFiles(folder: string): Map<string, Buffer> {
	const names = readdirSync(folder, { recursive: true }).map(String).sort();
	return new Map(
		names.filter((name) => name !== "journal.jsonl").map((name) => [name, readFileSync(join(folder, name))]),
	);
}

/** Nothing else than in an unbroken study's folder, byte for byte. */
export function expectSame(folder: string, unbroken: string): void {
	const [found, wanted] = [finalFiles(folder), finalFiles(unbroken)];
	expect([...found.keys()]).toEqual([...wanted.keys()]);
	for (const [name, bytes] of wanted) expect(found.get(name)?.equals(bytes), name).toBe(true);
}
