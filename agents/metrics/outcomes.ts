// Numbers of a whole run after warm-up, from its recording.

import { mean, variance } from "../../engine/analysis/summary.js";
import { type Outcome, type Recording, seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { World } from "../../engine/world/world.js";
import type { EcosystemParameters } from "../parameters.js";
import { components } from "./efficacy.js";
import { networkOutcomes } from "./network.js";
import { serviceOutcomes } from "./servitization.js";

/** Outcomes that are not defined in a run (no demand varied, nobody waited) are left out. */
export function outcomes(recording: Recording, parameters: EcosystemParameters, world: World): Outcome[] {
	const { scalars, customers, carbonPerKwh, warmUp } = parameters;
	const found: Outcome[] = [];
	const add = (name: string, value: number, unit: string, about: string) => {
		if (Number.isFinite(value)) found.push({ name, value, unit, about });
	};
	const pick = (name: string, label = ""): Float64Array => {
		const series = seriesOf(recording, name);
		return valuesOf(series, series.labels.indexOf(label), warmUp);
	};
	const average = (name: string, label = "") => mean(pick(name, label));
	const perWeek = 7 / scalars.tickDays;

	add("efficacy", average("efficacy", "efficacy"), "0..1", "efficacy of the ecosystem, mean after warm-up");
	for (const component of components)
		add(component, average("efficacy", component), "0..1", `component of efficacy: ${component}`);

	tierRatios(recording, parameters).forEach((ratio, k) => {
		add(`bullwhip${k + 1}`, ratio, "1", `Var(orders)/Var(demand) of tier ${k + 1}, mean over its stages`);
	});
	const demand = pick("demand");
	const ordered = mean(demand);
	const shipped = average("delivery", "shipped");
	const waiting = average("delivery", "waiting") + average("services", "logisticsQueue");
	add(
		"fillRate",
		average("delivery", "filled") / ordered,
		"share",
		"of customers' orders, shipped in their tick",
	);
	add(
		"onTime",
		average("delivery", "onTime") / average("delivery", "due"),
		"share",
		"of orders, within the promise",
	);
	add("cancelled", average("delivery", "cancelled") / ordered, "share", "of customers' orders");
	const left = shipped + average("delivery", "cancelled");
	add(
		"orderToDelivery",
		(waiting / left) * scalars.tickDays,
		"days",
		"mean wait of an order till it is delivered or cancelled, by Little's law",
	);
	add("marketBacklog", average("delivery", "waiting"), "units", "customers' orders that wait");
	add("demandMean", ordered, "units/tick", "customers' orders per tick");
	if (demand.length > 1) add("demandVariance", variance(demand), "units²", "of customers' orders per tick");

	const makers = average("profit", "manufacturers") * perWeek;
	const firms = average("profit", "serviceFirms") * perWeek;
	const sales = average("revenue", "machines") * perWeek;
	add("profit", makers + firms, "$/week", "accrual profit of all firms");
	add("profitManufacturers", makers, "$/week", "accrual profit of manufacturers");
	if (customers) {
		add("profitServiceFirms", firms, "$/week", "accrual profit of service firms");
		add(
			"netCustomers",
			average("profit", "customers") * perWeek,
			"$/week",
			"customers' earnings less what they buy",
		);
	}
	add("revenue", sales, "$/week", "customers' payments for machines");
	add("profitMargin", makers / sales, "share", "manufacturers' profit over customers' payments for machines");

	stockCosts(recording, parameters).forEach((cost, k) => {
		add(`cost${k + 1}`, cost, "$", `h·stock + p·backlog of tier ${k + 1}, sum after warm-up`);
	});
	add(
		"cost",
		stockCosts(recording, parameters).reduce((sum, cost) => sum + cost, 0),
		"$",
		"h·stock + p·backlog of all tiers, sum after warm-up",
	);
	add("energyPerUnit", average("resources", "energy") / shipped, "kWh", "energy per machine shipped");
	add(
		"carbonPerUnit",
		(average("resources", "energy") / shipped) * carbonPerKwh,
		"kg CO2e",
		"per machine shipped",
	);
	if (customers) {
		add("down", average("machines", "down") / customers.owners, "share", "of machines, waiting for repair");
		const served = average("services", "maintenanceServed");
		add("repairs", served * perWeek, "jobs/week", "repairs done");
		add(
			"repairWait",
			(average("services", "maintenanceQueue") / served) * scalars.tickDays,
			"days",
			"Little's law",
		);
	}
	if (customers) for (const one of serviceOutcomes(pick, perWeek)) add(...one);
	const error = average("sensing", "error");
	const books = average("sensing", "booksError");
	add("informationAge", average("twin", "age"), "ticks", "mean age of information on finished stocks");
	add("informationCoverage", average("twin", "coverage"), "share", "of stages, no older than 4 ticks");
	add("updateRatio", average("twin", "updateRatio"), "share", "messages used per stage and tick");
	add(
		"stateError",
		error / average("sensing", "size"),
		"share of stock",
		"mean |believed − true| over mean |true|",
	);
	if (books > 0)
		add("dynamicity", 1 / (1 + error / books), "0..1", ".5 with books alone, 1 with a perfect twin");
	for (const { name, value, unit, about } of networkOutcomes(world, parameters))
		add(name, value, unit, about);
	return found;
}

/** Per line of the recording, Var(orders)/Var(end demand); per tier the mean over its lines. */
function tierRatios(recording: Recording, { stages, warmUp }: EcosystemParameters): number[] {
	const orders = seriesOf(recording, "orders");
	const demand = seriesOf(recording, "endDemand");
	if (recording.ticks - warmUp < 2) return [];
	return byTier(stages, orders.labels.length, (line) => {
		const base = variance(valuesOf(demand, line, warmUp));
		return base > 0 ? variance(valuesOf(orders, line, warmUp)) / base : Number.NaN;
	}).map(({ sum, count }) => sum / count);
}

function stockCosts(recording: Recording, { stages, warmUp }: EcosystemParameters): number[] {
	const costs = seriesOf(recording, "stockCost");
	const total = (line: number) => valuesOf(costs, line, warmUp).reduce((sum, value) => sum + value, 0);
	return byTier(stages, costs.labels.length, total).map(({ sum }) => sum);
}

/** Sum and number of the lines of each tier; a line is a stage, or in a large world a tier already. */
function byTier(stages: EcosystemParameters["stages"], lines: number, of: (line: number) => number) {
	const tiers: { sum: number; count: number }[] = [];
	for (let line = 0; line < lines; line++) {
		const k = (lines === stages.length ? (stages[line]?.tier ?? 1) : line + 1) - 1;
		for (let missing = tiers.length; missing <= k; missing++) tiers.push({ sum: 0, count: 0 });
		const tier = tiers[k] as { sum: number; count: number };
		tier.sum += of(line);
		tier.count++;
	}
	return tiers;
}
