// fractwin optimize: modules and boundary functions of a scenario, searched for by runs, measured on runs that the search has not used.

import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { dryRun } from "../dry-run.js";
import { carryOutOptimization } from "../optimize/carry-out.js";
import type { OptimizeDocument } from "../optimize/document.js";
import { type OptimizeOptions, type OptimizePlan, optimizePlan } from "../optimize/plan.js";
import { runOf } from "../optimize/scenario.js";
import { classLines, findings, frontRows, organizationLines, searchTable } from "../optimize/text.js";
import { type Options, ticksOption, wholeNumber } from "../options.js";
import { type Manifest, optimizedFile, optimizedScenarioFile, reportFile } from "../run-folder/manifest.js";
import { chooseOut } from "../run-folder/out-folder.js";
import { print, printJson } from "../text/print.js";
import { textTable } from "../text/text-table.js";
import { counted, duration } from "../text/wording.js";

export function addOptimize(program: Command): void {
	program
		.command("optimize")
		.description("repartition modules and tune boundary functions, by runs under common random numbers")
		.argument("<scenario>", "a built-in name, or a YAML or JSON file")
		.option("--modules", "search for modules; with neither this nor --boundaries, all that the scenario has")
		.option("--boundaries", "search for boundary functions")
		.addOption(
			new Option("--budget <runs>", "runs in all: of the search, of each baseline as many, and held out")
				.default(1000)
				.argParser(wholeNumber(1, 10_000_000)),
		)
		.option("--no-baselines", "leave out Leiden, random search and genetic-js: all runs for the search")
		.addOption(
			new Option(
				"--objectives <names>",
				"outcomes to trade off by NSGA-II, as efficacy,profit,carbonPerUnit,resilience",
			)
				.default([], "efficacy alone")
				.argParser((text) => [...new Set(text.split(",").map((name) => name.trim()))]),
		)
		.addOption(
			new Option("--max-size <n>", "makers in a module at most").argParser(wholeNumber(1, 1_000_000)),
		)
		.option("--connected", "makers of a module are joined by supply links within it")
		.option(
			"--module-limits <file>",
			"what modules have to keep to: sizes, connection, functions, caps (YAML or JSON)",
		)
		.option(
			"--class-limits <file>",
			"what classes of parts have to keep to: pairs, tooling, delays (YAML or JSON)",
		)
		.addOption(ticksOption())
		.addHelpText(
			"after",
			`
Runs last two years beyond warm-up unless --ticks says otherwise. The scenario's own
organization is a finalist too: where nothing better is found, it stays. What was
found is measured on keys (seeds) that nothing before has used: "heldOut" lists them.
With --modules classes of parts are proposed, too: base, mandatory, optional; where that
changes any, runs on the same keys say what it is worth, beyond the budget.
An interrupted search goes on with fractwin resume.`,
		)
		.action((source: string, _: unknown, command: Command) => optimize(source, command.optsWithGlobals()));
}

async function optimize(source: string, options: OptimizeOptions): Promise<void> {
	const plan = optimizePlan(source, options);
	const folder = chooseOut(plan, options);
	if (options.dryRun) return dryRun(plan, options);
	await carryOutAndTell(plan, options, folder?.());
}

/** Go on with an optimization, or show one that has come to its end. */
export async function resumeOptimization(
	manifest: Manifest,
	folder: string,
	over: boolean,
	options: Options,
): Promise<void> {
	if (!over) return carryOutAndTell(manifest as OptimizePlan, options, folder);
	const document = JSON.parse(readFileSync(optimizedFile(folder), "utf8")) as OptimizeDocument;
	if (options.json) printJson({ ...document, out: folder, reused: document.evaluations });
	else tell(document, wayOn(document, folder));
}

async function carryOutAndTell(plan: OptimizePlan, options: Options, folder?: string): Promise<void> {
	const { document, reused, threads, timing } = await carryOutOptimization(plan, options, folder);
	const { seconds } = timing;
	if (options.json) {
		printJson({ ...document, threads, timing, ...(folder !== undefined && { out: folder, reused }) });
		return;
	}
	const taken = reused > 0 ? `, ${counted(reused, "run")} of them before` : "";
	const report = folder === undefined ? "" : `\n${wayOn(document, folder)}`;
	tell(
		document,
		`${counted(document.evaluations, "run")} in ${duration(seconds)} on ${counted(threads, "thread")}${taken}.${report}`,
	);
}

const wayOn = (document: OptimizeDocument, folder: string) =>
	`Report: ${reportFile(folder)}\nTo run what was found: ${runOf(document, optimizedScenarioFile(folder))}`;

function tell(document: OptimizeDocument, closing: string): void {
	const { scenario, ticks, warmUp, seed } = document;
	print(
		`${scenario} optimized: ${counted(ticks, "tick")}, the first ${warmUp} of them to warm up; seed "${seed}"\n`,
	);
	print(`${searchTable(document)}\n`);
	for (const finding of findings(document)) print(finding);
	print("");
	for (const line of organizationLines(document)) print(line);
	for (const line of classLines(document)) print(line);
	const { head, rows } = frontRows(document);
	if (rows.length > 0) {
		const columns = head.map((title, c) => ({ title, right: c > 0 }));
		print(`\nTrade-offs: no other is better in every objective\n\n${textTable(columns, rows)}`);
	}
	print(`\n${closing}`);
}
