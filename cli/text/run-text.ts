// What run and twin say in words and in JSON.

import { begunWithin } from "../../scenarios/build.js";
import type { Scenario } from "../../scenarios/schema.js";
import { stepsOf } from "../../scenarios/transformation.js";
import type { OutcomeSummary } from "../../viz/charts/picture.js";
import { tickWord, unitInWords } from "../../viz/charts/time-axis.js";
import type { CarriedOut } from "../carry-out.js";
import { conservation } from "../run-folder/finished-run.js";
import type { Plan } from "../run-folder/manifest.js";
import { textTable } from "./text-table.js";
import { counted, duration, estimate, number, outcomeInWords } from "./wording.js";

export const tickDaysOf = ({ variants }: Plan) => variants[0]?.scenario.tick.days ?? 7;

/** What the scenario's path is called; "own" where the scenario writes its steps itself. */
export const pathName = ({ variants }: Plan) => {
	const path = variants[0]?.scenario.path ?? "statusQuo";
	return typeof path === "string" ? path : "own";
};

/** "bulldozer on the path twinFirst, with 1 shock": what is run. */
export function whatIsRun(plan: Plan): string {
	const scenario = plan.variants[0]?.scenario as Scenario;
	const steps = stepsOf(scenario);
	const shocks = scenario.shocks.length;
	const name = pathName(plan);
	const path = name === "own" ? " on a path of its own" : ` on the path ${name}`;
	const begun = begunWithin(scenario, plan.ticks);
	const part =
		begun.steps < steps.length ? ` (${begun.steps} of ${steps.length} steps begin within the run)` : "";
	const late = begun.shocks < shocks ? ` (${begun.shocks} of them within the run)` : "";
	return [
		scenario.name,
		steps.length > 0 ? `${path}${part}` : "",
		shocks > 0 ? `, with ${counted(shocks, "shock")}${late}` : "",
	].join("");
}

/** "bulldozer: 1,040 weeks after …, 20 replications, seed fractwin". */
export function headLine(plan: Plan): string {
	const word = tickWord(tickDaysOf(plan));
	const { ticks, warmUp, replications, seed, variants } = plan;
	const horizon = `${counted(ticks, word)}${warmUp > 0 ? `, the first ${warmUp} of them to warm up` : ""}`;
	const runs = counted(replications, "replication");
	return `${whatIsRun(plan)}: ${horizon}; ${runs}${variants.length > 1 ? " of each" : ""}; seed "${seed}"`;
}

export function outcomesTable(found: readonly OutcomeSummary[], plan: Plan): string {
	return textTable(
		[
			{ title: "outcome" },
			{ title: "mean", right: true },
			{ title: "95 % interval", right: true },
			{ title: "unit" },
		],
		found.map((outcome) => {
			const { mean, interval } = estimate(outcome);
			return [outcomeInWords(outcome.name), mean, interval, unitOf(outcome, plan)];
		}),
	);
}

/** The unit in words; none for a plain ratio. */
export function unitOf({ unit }: { unit: string }, plan: Plan): string {
	return unit === "1" ? "" : unitInWords(unit, tickDaysOf(plan));
}

/** What leaked, how long it took, where the report lies. */
export function closingLines({ runs, reused, threads, timing, report }: CarriedOut): string {
	const { goods, money } = conservation(runs);
	const kept =
		goods === 0 && money === 0
			? "Goods and money: stocks recounted against flows, nothing leaked."
			: `LEAKED: ${number(goods)} units of goods, ${number(money)} cents. Past 2^31 units of one item or 2^53 cents, sums are no longer exact; otherwise this is a bug: please report it.`;
	const now = runs.length - reused;
	const speed = `${number(timing.agentTicksPerSecond)} agent-ticks a second`;
	const carriedOut = `${counted(now, "run")} in ${duration(timing.seconds)} on ${counted(threads, "thread")}, ${speed}.`;
	const before = reused > 0 ? `${counted(reused, "run")} had finished before.` : "";
	const time = [now > 0 ? carriedOut : "", before].filter(Boolean).join(" ");
	return [kept, time, ...(report ? [`Report: ${report}`] : [])].join("\n");
}

export function metricsJson(found: readonly OutcomeSummary[]) {
	return Object.fromEntries(
		found.map(({ name, mean, low, high, n, unit }) => [name, { mean, low, high, n, unit }]),
	);
}
