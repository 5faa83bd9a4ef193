// At most one living process writes to a run folder; the journal's order decides which.

import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { BadInput } from "../../scenarios/fault.js";
import { counted } from "../text/wording.js";
import { UNFINISHED } from "./files.js";
import { type History, readHistory, refuseAltered, type Session } from "./history.js";
import { JournalFile, journalFile } from "./journal-file.js";
import { type Manifest, partsFolder, planDigest, resultsOf } from "./manifest.js";

/** Milliseconds between signs of life, and without any after which a process on another host is taken for dead. */
export const HEARTBEAT = 10_000;
const SILENCE = 60_000;

/** The process that writes to the folder now. */
export function writerOf(folder: string, { sessions }: History): Session | undefined {
	return sessions.find((session) => lives(session, folder));
}

/** @throws BadInput where a living process writes to the folder */
export function refuseWriter(folder: string, history: History): void {
	const writer = writerOf(folder, history);
	if (writer) throw new BadInput([{ file: folder, message: inUse(writer, folder) }]);
}

/** Begin to write, or go on. @throws BadInput where another process writes, or where nothing can be written */
export function claim(folder: string, manifest: Manifest): { journal: JournalFile; me: string } {
	const before = readHistory(folder, manifest);
	refuseWriter(folder, before);
	if (!manifest.hashes) refuseAltered(folder, before);
	const journal = openJournal(folder);
	const { pid } = process;
	const host = hostname();
	const me = `${pid}@${host}`;
	const start = startOf(pid);
	journal.append("opened", me, { pid, host, ...(start && { start }) });
	const after = readHistory(folder, manifest);
	const dead = new Set(before.sessions.map(({ time }) => time));
	const first = after.sessions.find((one) => one.key === me || (!dead.has(one.time) && lives(one, folder)));
	// Two that began at the same moment both find both entries, in the same order.
	if (first && first.key !== me) {
		journal.append("refused", me);
		journal.close();
		throw new BadInput([{ file: folder, message: inUse(first, folder) }]);
	}
	for (const { key } of before.sessions) if (key !== me) journal.append("gone", key);
	if (!after.begun && !manifest.hashes) {
		// What lies here is of an earlier study that was to be overwritten.
		for (const file of resultsOf(folder)) rmSync(file, { recursive: true, force: true });
		journal.append("begun", "", { plan: planDigest(manifest) });
	}
	for (const place of [folder, partsFolder(folder)])
		for (const name of namesIn(place))
			if (name.endsWith(UNFINISHED)) rmSync(join(place, name), { force: true });
	return { journal, me };
}

function openJournal(folder: string): JournalFile {
	try {
		return new JournalFile(folder);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
		throw new BadInput([{ file: folder, message: `cannot be written to (${code})` }]);
	}
}

const namesIn = (folder: string) => {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
};

function inUse({ pid, host }: Session, folder: string): string {
	const here = host === hostname();
	const where = here
		? ""
		: ` on ${host}, which gave a sign of life ${counted(Math.round(silence(folder) / 1000), "second")} ago (after a minute without it is taken for dead)`;
	return `is being written by process ${pid}${where}; how far it is: fractwin status ${folder}`;
}

function lives({ pid, host, start }: Session, folder: string): boolean {
	if (host !== hostname()) return silence(folder) < SILENCE;
	try {
		process.kill(pid, 0);
	} catch (error) {
		// Not ours to signal, but it lives.
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
	// Numbers of processes are used again, and a dead child that nobody has asked after keeps its own.
	return start === undefined || start === startOf(pid);
}

/** Milliseconds since the last sign of life. */
export const silence = (folder: string) => Date.now() - statSync(journalFile(folder)).mtimeMs;

/** When a process began, in clock ticks since the system did: field 22 of Linux's /proc/PID/stat. Undefined elsewhere, and for the dead. */
function startOf(pid: number): string | undefined {
	let stat: string;
	try {
		stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	} catch {
		return undefined;
	}
	// The name in brackets may hold anything.
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}
