// The command line: all commands and the options that they share.

import { Command } from "commander";
import { addBench } from "./commands/bench.js";
import { addDoc } from "./commands/doc.js";
import { addImport } from "./commands/import.js";
import { addNetwork } from "./commands/network.js";
import { addOptimize } from "./commands/optimize.js";
import { addReport } from "./commands/report.js";
import { addResume } from "./commands/resume.js";
import { addRun } from "./commands/run.js";
import { addScenario } from "./commands/scenario.js";
import { addSolve } from "./commands/solve.js";
import { addStatus } from "./commands/status.js";
import { addTwin } from "./commands/twin.js";
import { addVerify } from "./commands/verify.js";
import { globalOptions } from "./options.js";
import { version } from "./version.js";

const commands = [
	addTwin,
	addRun,
	addOptimize,
	addResume,
	addStatus,
	addReport,
	addVerify,
	addScenario,
	addDoc,
	addImport,
	addSolve,
	addNetwork,
	addBench,
];

/** Options stand before or after the command. Commander's own ends are thrown, not exited. */
export function program(): Command {
	const top = new Command("fractwin")
		.description("Simulates ecosystems of manufacturers, service firms and customers, with digital twins.")
		.version(version)
		.configureHelp({ showGlobalOptions: true })
		.exitOverride();
	for (const option of globalOptions) top.addOption(option);
	for (const add of commands) add(top);
	for (const command of top.commands) inherit(command, top);
	return top;
}

function inherit(command: Command, from: Command): void {
	command.copyInheritedSettings(from);
	for (const inner of command.commands) inherit(inner, from);
}
