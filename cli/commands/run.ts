// fractwin run: one scenario, one or more replications.

import type { Command } from "commander";
import { type CarriedOut, carryOut } from "../carry-out.js";
import { dryRun } from "../dry-run.js";
import { pathOption, replicationsOption, ticksOption } from "../options.js";
import { type PlanOptions, planOf } from "../plan.js";
import { conservation, type FinishedRun } from "../run-folder/finished-run.js";
import type { Plan } from "../run-folder/manifest.js";
import { chooseOut } from "../run-folder/out-folder.js";
import { summarize } from "../text/outcomes.js";
import { print, printJson } from "../text/print.js";
import { closingLines, headLine, metricsJson, outcomesTable, pathName } from "../text/run-text.js";

export function addRun(program: Command): void {
	program
		.command("run")
		.description("run a scenario, once or more often")
		.argument("<scenario>", "a built-in name, or a YAML or JSON file")
		.addOption(ticksOption())
		.addOption(replicationsOption(1))
		.addOption(pathOption())
		.action((source: string, _: unknown, command: Command) => run(source, command.optsWithGlobals()));
}

interface RunOptions extends PlanOptions {
	readonly path?: string;
}

async function run(source: string, { path, ...options }: RunOptions): Promise<void> {
	const set = path === undefined ? options.set : [...options.set, `path=${path}`];
	const plan = planOf("run", source, { ...options, set }, [{ name: "base", set: [] }]);
	const folder = chooseOut(plan, options);
	if (options.dryRun) return dryRun(plan, options);
	const made = folder?.();
	tellRun(plan, await carryOut(plan, options, made), options.json ?? false, made ? { out: made } : {});
}

/** What came out, as text or as JSON with `more` in it. */
export function tellRun(plan: Plan, done: CarriedOut, json: boolean, more: object): void {
	const found = summarize(done.runs);
	if (json) {
		printJson({
			scenario: plan.variants[0]?.scenario.name,
			path: pathName(plan),
			seed: plan.seed,
			ticks: plan.ticks,
			warmUp: plan.warmUp,
			threads: done.threads,
			replications: plan.replications,
			hash: (done.runs[0] as FinishedRun).hash,
			conservation: conservation(done.runs),
			metrics: metricsJson(found),
			...(done.runs[0]?.cycles && { cycles: done.runs[0].cycles }),
			workers: done.workers,
			timing: done.timing,
			...more,
		});
		return;
	}
	print(`${headLine(plan)}\n`);
	print(outcomesTable(found, plan));
	print(closing(plan));
	print(closingLines(done));
}

function closing({ replications }: Plan): string {
	return replications === 1 ? "One run gives no interval: --replications 20 gives one.\n" : "";
}
