// The command line: all commands and the options that they share.

import { Command } from "commander";
import { explain } from "./failure.js";
import { globalOptions } from "./options.js";
import { version } from "./version.js";

/** Each is loaded when it is named: all of them are hundreds of modules. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
	twin: async () => (await import("./commands/twin.js")).addTwin,
	run: async () => (await import("./commands/run.js")).addRun,
	optimize: async () => (await import("./commands/optimize.js")).addOptimize,
	resume: async () => (await import("./commands/resume.js")).addResume,
	status: async () => (await import("./commands/status.js")).addStatus,
	report: async () => (await import("./commands/report.js")).addReport,
	verify: async () => (await import("./commands/verify.js")).addVerify,
	scenario: async () => (await import("./commands/scenario.js")).addScenario,
	doc: async () => (await import("./commands/doc.js")).addDoc,
	import: async () => (await import("./commands/import.js")).addImport,
	solve: async () => (await import("./commands/solve.js")).addSolve,
	network: async () => (await import("./commands/network.js")).addNetwork,
	bench: async () => (await import("./commands/bench.js")).addBench,
};

/** Carry out what the words ask for; `process.exitCode` then says how it ended. */
export async function answer(words: readonly string[]): Promise<void> {
	try {
		await (await program(words)).parseAsync(words, { from: "user" });
	} catch (error) {
		process.exitCode = explain(error);
	}
}

/** With the command that the words name, or with all of them where they name none. */
export async function program(words: readonly string[] = []): Promise<Command> {
	const top = bare()
		.description("Simulates ecosystems of manufacturers, service firms and customers, with digital twins.")
		.version(version)
		.configureHelp({ showGlobalOptions: true });
	const name = bare().parseOptions([...words]).operands[0] ?? "";
	const named = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands);
	for (const load of named) (await load?.())?.(top);
	for (const command of top.commands) inherit(command, top);
	return top;
}

/** Options stand before or after the command. Commander's own ends are thrown, not exited. */
function bare(): Command {
	const top = new Command("fractwin").exitOverride();
	for (const option of globalOptions) top.addOption(option);
	return top;
}

function inherit(command: Command, from: Command): void {
	command.copyInheritedSettings(from);
	for (const inner of command.commands) inherit(inner, from);
}
