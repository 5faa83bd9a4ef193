// Runs the built command for real, as a user would; or what it does in this process, which takes a tenth of the time.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { answer } from "../../cli/program.js";

/** The package's folder, found by walking up. */
export const root: string = (() => {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
	return folder;
})();

export const main: string = join(root, "dist", "cli", "main.js");

export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** An empty folder of its own for each test. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "fractwin-"));

export function fractwin(
	words: readonly string[],
	cwd: string = emptyFolder(),
	node: readonly string[] = [],
	env: Readonly<Record<string, string>> = {},
): Ended {
	const { status, stdout, stderr } = spawnSync(process.execPath, [...node, main, ...words], {
		cwd,
		encoding: "utf8",
		env: { ...process.env, ...env },
		maxBuffer: 100_000_000,
	});
	return { code: status, out: stdout, err: stderr };
}

export const fractwinJson = (words: readonly string[], cwd?: string) =>
	documentOf(fractwin([...words, "--json", "--quiet"], cwd));

function documentOf({ code, out, err }: Ended) {
	if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
	return JSON.parse(out);
}

/** What the command does with these words, without a process of its own; one at a time. */
export async function inside(words: readonly string[], cwd: string = emptyFolder()): Promise<Ended> {
	const [folder, code, streams] = [
		process.cwd(),
		process.exitCode,
		[process.stdout, process.stderr],
	] as const;
	const written = ["", ""];
	const restore = streams.map((stream, i) => {
		const { write } = stream;
		stream.write = (text: string | Uint8Array) => {
			written[i] += text;
			return true;
		};
		return () => {
			stream.write = write;
		};
	});
	process.chdir(cwd);
	process.exitCode = 0;
	try {
		await answer(words);
		return { code: Number(process.exitCode), out: written[0], err: written[1] };
	} finally {
		process.exitCode = code;
		process.chdir(folder);
		for (const put of restore) put();
	}
}

export const insideJson = async (words: readonly string[], cwd?: string) =>
	documentOf(await inside([...words, "--json", "--quiet"], cwd));

/** Begin a command and leave it running. */
export function begin(words: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
	const child = spawn(process.execPath, [main, ...words], {
		cwd,
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let err = "";
	let out = "";
	child.stderr.on("data", (data) => {
		err += data;
	});
	child.stdout.on("data", (data) => {
		out += data;
	});
	const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
	/** What it has said on stderr so far. */
	const said = () => err;
	return { child, ended, said };
}

/** Wait until something holds, or fail. */
export async function until(holds: () => boolean, seconds = 60): Promise<void> {
	const end = Date.now() + 1000 * seconds;
	while (!holds()) {
		if (Date.now() > end) throw new Error(`still not so after ${seconds} s`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
