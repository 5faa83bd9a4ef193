// What goes to stdout.

export function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

export function printJson(document: unknown): void {
	print(JSON.stringify(document, null, 2));
}

/** A reader that has seen enough (`| head`) ends the command, quietly. */
export function acceptClosedPipe(): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "EPIPE") process.exit(0);
			throw error;
		});
}
