// fractwin verify: known answers found again, or a run folder that must come out the same again.

import { type Command, Option } from "commander";
import type { Options } from "../options.js";
import { openRunFolder, refuseOptimization } from "../run-folder/open-run-folder.js";
import { print, printJson } from "../text/print.js";
import { textTable } from "../text/text-table.js";
import { counted, toWithin } from "../text/wording.js";
import { type Part, parts, verifyMethods, verifyModel } from "../verify-cases.js";
import { verifyRuns } from "../verify-runs.js";
import { version } from "../version.js";

interface VerifyOptions extends Options {
	readonly only?: Part;
}

export function addVerify(program: Command): void {
	program
		.command("verify")
		.description("check model and methods against known answers, or a run folder by running it again")
		.argument("[folder]", "a run folder; without one, the known answers")
		.addOption(new Option("--only <part>", "of the known answers").choices(parts))
		.action((folder: string | undefined, _: unknown, command: Command) =>
			folder === undefined ? cases(command.optsWithGlobals()) : runs(folder, command.optsWithGlobals()),
		);
}

async function cases(options: VerifyOptions): Promise<void> {
	const found = [
		...(options.only === "methods" ? [] : await verifyModel(options)),
		...(options.only === "model" ? [] : await verifyMethods(options)),
	];
	if (found.some(({ pass }) => !pass)) process.exitCode = 1;
	if (options.json) return printJson({ cases: found });
	print(
		textTable(
			[
				{ title: "case" },
				{ title: "expected", right: true },
				{ title: "found", right: true },
				{ title: "tolerance", right: true },
				{ title: "" },
				{ title: "source" },
			],
			found.map(({ name, expected, found, tolerance, pass, source }) => [
				name,
				toWithin(expected, tolerance),
				toWithin(found, tolerance),
				String(Number(tolerance.toPrecision(2))),
				pass ? "pass" : "FAIL",
				source,
			]),
		),
	);
	const failed = found.filter(({ pass }) => !pass).length;
	print(`\n${counted(found.length, "case")}, ${failed === 0 ? "all as expected" : `${failed} FAILED`}`);
}

async function runs(folder: string, options: Options): Promise<void> {
	const manifest = openRunFolder(folder);
	refuseOptimization(folder, manifest);
	if (manifest.fractwin !== version && !options.quiet)
		process.stderr.write(`${folder} was written by fractwin ${manifest.fractwin}; this is ${version}\n`);
	const { checked, planned, differing } = await verifyRuns(folder, manifest, options);
	const pass = differing.length === 0 && checked > 0;
	if (!pass) process.exitCode = 1;
	if (options.json) return printJson({ folder, runs: checked, planned, pass, differing });
	for (const { variant, replication, what, expected, found } of differing)
		print(
			`DIFFERS: ${variant}, replication ${replication}, ${what}: ${expected ?? "nothing"} in the folder, ${found ?? "nothing"} now`,
		);
	if (checked === 0) print(`${folder}: no run has finished, so there is nothing to check`);
	else
		print(
			`${counted(checked, "run")} carried out again: ${pass ? "the same hashes and outcomes, bit for bit" : `${differing.length} differ`}`,
		);
}
