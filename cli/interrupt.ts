// Ctrl-C ends the command with code 130 and one line that says what is kept; a second one ends it at once.

const signals = ["SIGINT", "SIGTERM"] as const;

/** While in force, an interruption waits for `leave`, prints what it gives and exits; the returned function lifts it. */
export function onInterrupt(leave: () => string | Promise<string>): () => void {
	let leaving = false;
	const stop = async () => {
		if (leaving) process.exit(130);
		leaving = true;
		process.stderr.write(`\n${await leave()}\n`);
		process.exit(130);
	};
	for (const signal of signals) process.on(signal, stop);
	return () => {
		for (const signal of signals) process.removeListener(signal, stop);
	};
}
