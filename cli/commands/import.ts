// fractwin import: a scenario from real data.

import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type Command, Option } from "commander";
import { importDemand } from "../../scenarios/importers/demand.js";
import { importEdges } from "../../scenarios/importers/edges.js";
import { importStages } from "../../scenarios/importers/stages.js";
import { badOption, type Options, wholeNumber } from "../options.js";
import { readText } from "../read-text.js";
import { writeAtOnce } from "../run-folder/files.js";
import { printJson } from "../text/print.js";

const kinds = ["stages", "edges", "demand"] as const;

interface ImportOptions extends Options {
	readonly as: (typeof kinds)[number];
	readonly chain?: number;
}

export function addImport(program: Command): void {
	program
		.command("import")
		.description(
			"make a scenario from a file of supply chain stages, of links from supplier to buyer, or of demand",
		)
		.argument("<file>", "CSV; of links also GraphML or GML")
		.addOption(new Option("--as <kind>", "what the file holds").choices(kinds).makeOptionMandatory())
		.addOption(
			new Option("--chain <n>", "which chain of a file that holds several").argParser(
				wholeNumber(0, 1_000_000),
			),
		)
		.action((file: string, _: unknown, command: Command) => importFile(file, command.optsWithGlobals()));
}

function importFile(file: string, options: ImportOptions): void {
	const { out, force, json, dryRun } = options;
	if (out !== undefined) checkFile(out, force ?? false);
	const text = imported(file, options);
	if (out === undefined) {
		if (json) printJson({ scenario: text });
		else process.stdout.write(text);
		return;
	}
	if (!dryRun) writeAtOnce(out, text);
	if (json) printJson({ out });
	else
		process.stderr.write(`${dryRun ? "would write" : "written"}: ${out}; to run it: fractwin run ${out}\n`);
}

function imported(file: string, { as, chain }: ImportOptions): string {
	const input = { file, text: readText(file), name: scenarioName(file, chain) };
	if (as !== "stages" && chain !== undefined)
		throw badOption(`--chain ${chain}`, `chooses a chain of stages, with --as ${as} there is none`);
	if (as === "edges") return importEdges(input);
	if (as === "demand") return importDemand(input);
	// Stages may have their arcs in a file beside them.
	const arcsFile = join(dirname(file), "arcs.csv");
	const arcs =
		existsSync(arcsFile) && arcsFile !== file ? { file: arcsFile, text: readText(arcsFile) } : undefined;
	return importStages({ ...input, ...(arcs && { arcs }), ...(chain !== undefined && { chain }) });
}

/** "chain-07" of stages.csv in the folder chain-07; else the file's own name. */
function scenarioName(file: string, chain: number | undefined): string {
	const own = basename(file, extname(file));
	const name = own === "stages" ? basename(dirname(join(process.cwd(), file))) : own;
	const clean = name
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-+|-+$/g, "")
		.slice(0, 50);
	return `${clean || "imported"}${chain === undefined ? "" : `-${chain}`}`;
}

/** @throws BadInput where the file of --out cannot be written, or is there and must not be */
export function checkFile(out: string, force: boolean): void {
	const option = `--out ${out}`;
	if (existsSync(out)) {
		if (!statSync(out).isFile()) throw badOption(option, "is no file", "the name of a file");
		if (!force) throw badOption(option, "exists already", "a new file, or --force");
	}
	const parent = dirname(out);
	if (!existsSync(parent)) throw badOption(option, `the folder ${parent} does not exist`);
}
