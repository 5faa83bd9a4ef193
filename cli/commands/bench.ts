// fractwin bench: how fast this machine runs the engine.

import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { Argument, Option } from "commander";
import { benches } from "../bench/benches.js";
import { type BenchDocument, checksTable, type Figures, figuresTable } from "../bench/figures.js";
import { onInterrupt } from "../interrupt.js";
import { badOption, type Options } from "../options.js";
import { showProgress } from "../progress.js";
import { print, printJson } from "../text/print.js";
import { counted } from "../text/wording.js";

interface BenchCommandOptions extends Options {
	readonly yardstick?: boolean;
	readonly against?: string;
}

const list = Object.entries(benches)
	.map(([name, { about }]) => `  ${name.padEnd(11)} ${about}`)
	.join("\n");

export function addBench(program: Command): void {
	program
		.command("bench")
		.description("measure the speed of the engine on this machine, with recording on")
		.addArgument(new Argument("<name>", "what to measure").choices(Object.keys(benches)))
		.addOption(new Option("--yardstick", "run hand-written loops, and one thread, in turn with it"))
		.addOption(new Option("--against <file>", "compare with what an earlier --json printed"))
		.addHelpText("after", `\nBenches:\n${list}`)
		.action((name: string, _: unknown, command: Command) => bench(name, command.optsWithGlobals()));
}

async function bench(name: string, options: BenchCommandOptions): Promise<void> {
	const { runs, run } = benches[name] as (typeof benches)[string];
	const before = options.against === undefined ? undefined : readEarlier(options.against, name);
	const yardstick = options.yardstick ?? false;
	const total = runs(yardstick);
	let begun = 0;
	const done = () => Math.max(0, begun - 1);
	const watched = { total, done, runs: total, runsDone: done };
	const progress = showProgress(watched, options.quiet ?? false);
	const noInterrupt = onInterrupt(() => {
		progress.stop();
		return "interrupted";
	});
	try {
		const { threads, seed } = options;
		const found = await run({ threads, seed, yardstick, onRun: () => begun++ });
		progress.stop();
		if (Object.values(found.check).some(({ pass }) => !pass)) process.exitCode = 1;
		if (options.json) printJson(before ? { ...found, before } : found);
		else show(found, before);
	} finally {
		progress.stop();
		noInterrupt();
	}
}

function show(found: BenchDocument, before: Figures | undefined): void {
	print(`${found.name} on ${counted(found.threads, "thread")}`);
	print(figuresTable(found.figures, before));
	if (Object.keys(found.check).length > 0) print(`\n${checksTable(found.check)}`);
	if ("hash" in found) print(`\nhash ${found.hash}`);
}

/** @throws BadInput for a file that is not there, or holds no measurement of that bench */
function readEarlier(file: string, name: string): Figures {
	const option = `--against ${file}`;
	const expected = `what "fractwin bench ${name} --json" printed`;
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		throw badOption(option, `cannot be read: ${(error as Error).message}`, expected);
	}
	try {
		const earlier = JSON.parse(text) as Partial<BenchDocument> | null;
		const sound = Object.values(earlier?.figures ?? {}).every(({ value }) => Number.isFinite(value));
		if (earlier?.figures && sound && earlier.name === name) return earlier.figures;
		if (typeof earlier?.name === "string" && earlier.name !== name)
			throw badOption(option, `is of the bench ${earlier.name}`, expected);
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
	}
	throw badOption(option, "holds no measurement", expected);
}
