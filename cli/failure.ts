// What is said when a command fails, and the code it exits with.

import { CommanderError } from "commander";
import { BadInput, formatFault } from "../scenarios/fault.js";
import { StoreError } from "./run-folder/store.js";

/** A study that came to no end, in a folder from which it can go on: what ended it, and the way on. */
export class Unfinished extends Error {
	readonly wayOn: string;

	constructor(cause: unknown, wayOn: string) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.wayOn = wayOn;
	}
}

const REPORT = "This is a bug in fractwin. Please report it with the command that led here.";

/** Say it on stderr; returns the exit code: 2 for bad input, 1 for the rest, 0 where help was asked for. */
export function explain(error: unknown, wayOn?: string): number {
	if (error instanceof Unfinished) return explain(error.cause, error.wayOn);
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	if (error instanceof BadInput) {
		say(error.faults.map(formatFault).join("\n"));
		return 2;
	}
	const message = error instanceof Error ? error.message : String(error);
	const lines = wayOn === undefined ? "" : `\n${wayOn}`;
	if (error instanceof StoreError) say(`${message}${lines || "\nRuns that had finished before are kept."}`);
	else if (isSystem(error)) say(`the system refused: ${message}${lines}`);
	else if (debugging() && error instanceof Error) say(`${error.stack ?? message}${lines}`);
	else say(`${message}${lines}\n${REPORT}\nFRACTWIN_DEBUG=1 shows where it happened.`);
	return 1;
}

/** A full disk, a lost right, too many files: nothing that a report to us would mend. */
const isSystem = (error: unknown) =>
	/^(ENOSPC|EDQUOT|EFBIG|EIO|EROFS|EACCES|EPERM|EMFILE|ENFILE|ENOMEM)$/.test(
		String((error as { code?: unknown })?.code),
	);

const debugging = () => process.env.FRACTWIN_DEBUG === "1";

function say(text: string): void {
	process.stderr.write(`${text}\n`);
}
