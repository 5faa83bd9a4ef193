// How long something has taken whose end cannot be told, on stderr: a line that is written anew on a terminal, else one every ten seconds.

import { duration } from "./text/wording.js";

/** Says nothing in the first second; the returned function ends it. */
export function showElapsed(what: string, quiet: boolean): () => void {
	if (quiet) return () => {};
	const terminal = process.stderr.isTTY;
	const begin = performance.now();
	const timer = setInterval(
		() => {
			const line = `${what}: ${duration((performance.now() - begin) / 1000)}`;
			process.stderr.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
		},
		terminal ? 1000 : 10_000,
	);
	return () => {
		clearInterval(timer);
		if (terminal) process.stderr.write("\r\x1b[K");
	};
}
