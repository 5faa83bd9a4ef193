// How long something has taken whose end cannot be told, on stderr: a line written anew every second on a terminal, else one now and then.

import { duration } from "./text/wording.js";

/** Says nothing in the first second; the returned function ends it. */
export function showElapsed(what: string, quiet: boolean): () => void {
	if (quiet) return () => {};
	const terminal = process.stderr.isTTY;
	let seconds = 0;
	const timer = setInterval(() => {
		seconds++;
		const line = `${what}: ${duration(seconds)}`;
		if (terminal) process.stderr.write(`\r\x1b[K${line}`);
		else if (seconds === 2 || seconds % 10 === 0) process.stderr.write(`${line}\n`);
	}, 1000);
	return () => {
		clearInterval(timer);
		if (terminal) process.stderr.write("\r\x1b[K");
	};
}
