// fractwin twin: what a digital twin is worth in a scenario — none, the standard one, a perfect one.

import type { Command } from "commander";
import { twinPresets } from "../../scenarios/schema/twin.js";
import { type CarriedOut, carryOut } from "../carry-out.js";
import { dryRun } from "../dry-run.js";
import { replicationsOption, ticksOption } from "../options.js";
import { type PlanOptions, planOf } from "../plan.js";
import { conservation } from "../run-folder/finished-run.js";
import type { Plan } from "../run-folder/manifest.js";
import { chooseOut } from "../run-folder/out-folder.js";
import { type Comparison, compare } from "../text/comparison.js";
import { print, printJson } from "../text/print.js";
import { closingLines, headLine, metricsJson } from "../text/run-text.js";
import { comparisonTable, findings, howCompared } from "../text/twin-text.js";

const REPLICATIONS = 24;
/** Without a twin and with a perfect one whatever the scenario says; between them its own, standard where it says nothing. */
const arms = (["none", "standard", "perfect"] as const).map((preset) => {
	const fidelity = Object.entries(twinPresets[preset]).map(([key, value]) => `twin.${key}=${value}`);
	return { name: preset, set: [`twin.preset=${preset}`, ...(preset === "standard" ? [] : fidelity)] };
});

export function addTwin(program: Command): void {
	program
		.command("twin")
		.description("compare a scenario without a digital twin, with the standard one and with a perfect one")
		.argument("[scenario]", "a built-in name, or a YAML or JSON file", "bulldozer")
		.addOption(ticksOption())
		.addOption(replicationsOption(REPLICATIONS))
		.action((source: string, _: unknown, command: Command) => twin(source, command.optsWithGlobals()));
}

async function twin(source: string, options: PlanOptions): Promise<void> {
	const plan = planOf("twin", source, options, arms);
	const folder = chooseOut(plan, options);
	if (options.dryRun) return dryRun(plan, options);
	const made = folder?.();
	tellTwin(plan, await carryOut(plan, options, made), options.json ?? false, made ? { out: made } : {});
}

/** What came out, as text or as JSON with `more` in it. */
export function tellTwin(plan: Plan, done: CarriedOut, json: boolean, more: object): void {
	const compared = compare(plan, done.runs);
	if (json) {
		printJson({ ...twinJson(plan, compared, done), ...more });
		return;
	}
	print(`What a digital twin is worth in ${headLine(plan)}\n`);
	print(`${comparisonTable(compared, plan)}\n`);
	for (const finding of findings(compared)) print(finding);
	print(`${howCompared}\n`);
	print(closingLines(done));
}

function twinJson(
	plan: Plan,
	{ arms, differences }: Comparison,
	{ runs, threads, workers, timing }: CarriedOut,
) {
	return {
		scenario: plan.variants[0]?.scenario.name,
		seed: plan.seed,
		ticks: plan.ticks,
		warmUp: plan.warmUp,
		threads,
		replications: plan.replications,
		arms: arms.map(({ name, title, runs, outcomes }) => ({
			name,
			title,
			hash: runs[0]?.hash,
			metrics: metricsJson(outcomes),
		})),
		differences: differences.map(
			({ name: metric, a, b, mean, low, high, n, unit, verdict, varianceRatio }) => ({
				...{ metric, a, b, mean, low, high, n, unit, verdict },
				...(varianceRatio !== undefined && { varianceRatio }),
			}),
		),
		conservation: conservation(runs),
		workers,
		timing,
	};
}
