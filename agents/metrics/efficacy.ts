// §6.3 Efficacy: what the system is to maximise, tick by tick, from what was recorded.

import { exp } from "../../engine/math/exp.js";
import { log } from "../../engine/math/log.js";
import { type Recording, type Series, seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { EcosystemParameters } from "../parameters.js";
import { windowSums } from "./window.js";

export const components = [
	"customer",
	"economic",
	"winWin",
	"responsiveness",
	"sustainability",
	"resilience",
] as const;

/** Customers' weight as one party of the win-win component: one of three kinds of agent. */
const CUSTOMERS_WEIGHT = 1 / 3;
const RESILIENCE_MEMORY = 1 / 52;
/** What is no share where returns are allowed, or nobody asks, is the nearest one; none is 0, so that it has a logarithm. */
const shareOf = (x: number) => Math.min(1, Math.max(1e-12, x));
/** Where nothing is ever sold, who loses anything loses all. */
const marginOf = (profit: number, takings: number) => (takings > 0 ? profit / takings : Math.sign(profit));
const logistic = (x: number) => 1 / (1 + exp(-x));

/** What the technology table needs per $ delivered, without losses: kWh and $ of material. */
function reference({ stages, scalars }: EcosystemParameters) {
	let energy = 0;
	let material = 0;
	let delivered = 0;
	for (const stage of stages) {
		const run = stage.contractedHours > 0 ? stage.contractedHours / stage.hoursPerUnit : stage.mean;
		const units = (1 - scalars.fixedEnergy) * stage.mean + scalars.fixedEnergy * run;
		energy += (stage.ownCost * scalars.energyPerCent * units) / 1000;
		material += (stage.materialCost * stage.mean) / 100;
		delivered += (stage.price * stage.demand.mean) / 100;
	}
	const per = (amount: number) => (delivered > 0 ? amount / delivered : 0);
	return { energy: per(energy), material: per(material), delivered };
}

/** The series that efficacy is computed from; the last one only where there are customers. */
export const ingredients: readonly string[] = [
	"delivery",
	"services",
	"profit",
	"revenue",
	"resources",
	"fairness",
	"satisfaction",
];
/** Ticks beyond the window of which resilience still knows: two years and a half. */
const MEMORY = 130;

/** E after the first `ticks` ticks of a run that may not be over: from its last ticks alone, so that it takes no longer in a long run. */
export function efficacyAfter(recording: Recording, ticks: number, parameters: EcosystemParameters): number {
	const from = Math.max(0, ticks - parameters.scalars.windowTicks - MEMORY);
	const series = ingredients.flatMap((name) => {
		const found = recording.series.find((one) => one.name === name);
		if (!found) return [];
		const width = found.labels.length;
		return [{ ...found, values: found.values.subarray(from * width, ticks * width) }];
	});
	const { values, labels } = efficacySeries({ ticks: ticks - from, series }, parameters);
	return values[values.length - labels.length] ?? Number.NaN;
}

/** E = exp(Σ w ln(.01 + .99 u)) and its six components u, all sums over the last windowTicks ticks. */
export function efficacySeries(recording: Recording, parameters: EcosystemParameters): Series {
	const { scalars, weights, customers, services } = parameters;
	const window = scalars.windowTicks;
	const sums = (name: string, label: string) => {
		const series = seriesOf(recording, name);
		return windowSums(valuesOf(series, series.labels.indexOf(label)), window);
	};
	const onTime = sums("delivery", "onTime");
	const due = sums("delivery", "due");
	const shipped = sums("delivery", "shipped");
	const cancelled = sums("delivery", "cancelled");
	const waiting = sums("delivery", "waiting");
	const inDelivery = sums("services", "logisticsQueue");
	const made = sums("profit", "manufacturers");
	const served = sums("profit", "serviceFirms");
	const sales = sums("revenue", "machines");
	const repairs = sums("revenue", "services");
	const fees = sums("revenue", "contracts");
	const energy = sums("resources", "energy");
	const material = sums("resources", "material");
	const delivered = sums("resources", "delivered");
	const fairness = seriesOf(recording, "fairness").values;
	const satisfaction = customers ? valuesOf(seriesOf(recording, "satisfaction")) : undefined;
	const nominal = reference(parameters);
	const reserve = 0.01 * nominal.delivered * (1 + repairShare(parameters, services.length > 0));

	const ticks = recording.ticks;
	const width = components.length + 1;
	const values = new Float64Array(ticks * width);
	const service = new Float64Array(ticks);
	const relative = new Float64Array(ticks);
	let usual = 0;
	for (let t = 0; t < ticks; t++) {
		const O = shareOf((onTime[t] + 0.5) / (due[t] + 1));
		service[t] = O;
		const C = satisfaction ? satisfaction[t] : O;
		const margin = marginOf(made[t] + served[t], sales[t] + repairs[t] + fees[t] + reserve);
		const logG = (1 - CUSTOMERS_WEIGHT) * fairness[2 * t] + CUSTOMERS_WEIGHT * log(shareOf(C));
		const meanG = (1 - CUSTOMERS_WEIGHT) * fairness[2 * t + 1] + CUSTOMERS_WEIGHT * C;
		const open = Math.max(0, waiting[t] + inDelivery[t]);
		const delay = open / Math.max(shipped[t] + cancelled[t], 0.5);
		const worth = Math.max(delivered[t], 0.01 * nominal.delivered);
		const carbonRatio = nominal.energy > 0 ? Math.max(0, energy[t]) / worth / nominal.energy : 1;
		const materialRatio = nominal.material > 0 ? Math.max(0, material[t]) / worth / nominal.material : 1;
		// O* remembers service up to a window ago.
		const past = service[Math.max(0, t - window)];
		usual = t === 0 ? past : usual + RESILIENCE_MEMORY * (past - usual);
		relative[t] = Math.min(1, O / usual);
		let resilience = 0;
		const first = Math.max(0, t - window + 1);
		for (let s = first; s <= t; s++) resilience += relative[s];
		const u = [
			Math.sqrt(O * C),
			logistic((margin - 0.05) / 0.1),
			Math.min(1, exp(logG) / meanG),
			1 / (1 + delay / scalars.promiseTicks),
			1 / (1 + (carbonRatio + materialRatio) / 2),
			resilience / (t - first + 1),
		];
		let logE = 0;
		u.forEach((value, c) => {
			values[t * width + c + 1] = value;
			logE += weights[c] * log(0.01 + 0.99 * value);
		});
		values[t * width] = exp(logE);
	}
	return {
		name: "efficacy",
		unit: "0..1",
		about: "efficacy of the ecosystem and its six components",
		labels: ["efficacy", ...components],
		values,
	};
}

/** Expected service revenue per $ of machines, for the reserve in the economic component. */
function repairShare({ services, stages }: EcosystemParameters, any: boolean): number {
	if (!any) return 0;
	const machines = stages.reduce((sum, stage) => sum + stage.price * stage.demand.mean, 0);
	const jobs = services
		.filter((service) => service.kind === "maintenance")
		.reduce((sum, s) => sum + (s.firms * s.contractedHours * s.price) / s.hoursPerJob, 0);
	return machines > 0 ? jobs / machines : 0;
}
