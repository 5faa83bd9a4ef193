// The benches that run a model: size, length, and what must come out.

import { mean } from "../../engine/analysis/summary.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { industry } from "../../scenarios/industry.js";
import { models } from "../../scenarios/registry.js";
import { type Figure, more, within } from "./figures.js";
import type { ModelBench } from "./model-bench.js";

/** Out of recorded adopters after 30 ticks: mean and three standard deviations of other frameworks' runs. */
const diffusion: ModelBench = {
	name: "diffusion",
	about: "an innovation spreads among 200,000 people, 100 ticks, told by those who adopt",
	model: "diffusion-push",
	parameters: () => ({ people: 200_000 }),
	agents: 200_000,
	ticks: 100,
	repetitions: { rounds: 3, runs: 5 },
	yardsticks: ["hand-written scan", "hand-written push"],
	siblings: { scan: "diffusion" },
	check: ({ recording }) => {
		const adopters = valuesOf(seriesOf(recording, "adopters"));
		return { "adopters after tick 30": within(101_052, adopters[29] as number, 4600) };
	},
};

const ratios = [3.867, 15.466, 44.17, 94.34];

const beer: ModelBench = {
	name: "beer",
	about: "25,000 beer games of four firms, 200 ticks",
	model: "beer",
	parameters: () => ({ chains: 25_000 }),
	agents: 100_000,
	ticks: 200,
	repetitions: { rounds: 3, runs: 5 },
	yardsticks: ["hand-written loop"],
	check: (result) =>
		Object.fromEntries(
			ratios.map((ratio, k) => [
				`bullwhip${k + 1}`,
				within(ratio, outcomeOf(result, `bullwhip${k + 1}`), ratio * 0.01),
			]),
		),
};

function outcomeOf({ outcomes }: RunResult, name: string): number {
	return outcomes.find((one) => one.name === name)?.value ?? Number.NaN;
}

const CUSTOMERS = 1_000_000;

const ecosystem: ModelBench = {
	name: "ecosystem",
	about:
		"the built-in model with every mechanism of the flagships on: 1,000,000 customers, 20,000 makers, 2,200 service firms",
	model: "ecosystem",
	parameters: (ticks) => industry(CUSTOMERS, ticks, true),
	agents: CUSTOMERS * 1.0222,
	ticks: 100,
	repetitions: { rounds: 2, runs: 2 },
	check: ({ audit }) => ({ goods: within(0, audit.goods, 0), money: within(0, audit.money, 0) }),
	figures: activity,
	profiled: models.ecosystem,
};

/** What goes on in a living economy, mean over ticks. */
function activity({ recording }: RunResult): Readonly<Record<string, Figure>> {
	const values = (name: string, label = "") => {
		const series = seriesOf(recording, name);
		return valuesOf(series, series.labels.indexOf(label));
	};
	const queue = values("services", "maintenanceQueue");
	const orders = mean(values("demand"));
	const repairs = mean(values("services", "maintenanceServed"));
	const deliveries = mean(values("services", "logisticsServed"));
	const perTick = {
		choices: orders + mean(values("machines", "deciding")),
		orders,
		services: repairs + deliveries,
		failures: repairs + (queue.at(-1) as number) / recording.ticks,
		searches: ["localSearches", "imitations", "jumps"].reduce(
			(sum, kind) => sum + mean(values("innovation", kind)),
			0,
		),
		"contracts moved": mean(values("reSourced")),
		exits: mean(values("ownership", "exits")),
		entries: mean(values("ownership", "entries")),
		"messages of twins": mean(values("sensing", "messages")),
	};
	return Object.fromEntries(Object.entries(perTick).map(([name, value]) => [name, more(value, "per tick")]));
}

export const modelBenches: readonly ModelBench[] = [diffusion, beer, ecosystem];
