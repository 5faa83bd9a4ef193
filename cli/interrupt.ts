// Ctrl-C ends the command with code 130 and one line that says what is kept.

const signals = ["SIGINT", "SIGTERM"] as const;

/** While in force, an interruption prints what `message` gives and exits; the returned function lifts it. */
export function onInterrupt(message: () => string): () => void {
	const stop = () => {
		process.stderr.write(`\n${message()}\n`);
		process.exit(130);
	};
	for (const signal of signals) process.once(signal, stop);
	return () => {
		for (const signal of signals) process.removeListener(signal, stop);
	};
}
