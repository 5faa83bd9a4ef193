// §7 Indicators after shocks: how soon service is back, what was kept of it, how well efficacy holds.

import { mean } from "../../engine/analysis/summary.js";
import { type Outcome, type Recording, seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { EcosystemParameters, ShockSpan } from "../parameters.js";
import { windowSums } from "./window.js";

/** Ticks over which on-time service is averaged, and for which it must stay. */
const STEADY = 4;
const RECOVERED = 0.95;
/** Weight of the newest tick in what service usually is, as in resilience. */
const MEMORY = 1 / 52;
const YEAR = 52;
/** Ticks at which agility is ½. */
const QUARTER = 13;

/**
 * Means over the shocks of a run; shocks that overlap count as one. Left out without a shock, or where nothing came before it.
 *
 * recovery: T95, ticks from the beginning of the shock until O ≥ .95 O* for 4 ticks on end, not before it is over: what is still
 * under way may not be felt yet. O = (on time + .5)/(due + 1) over 4 ticks, O* its exponential mean (1/52) when the shock
 * began. A run that ends before that, or that meets the next shock, counts with the ticks until then: the mean over runs is
 * the restricted mean.
 * serviceKept: O over O*, mean of the ticks until recovery. agility: 1/(1 + T95/13).
 * adaptability: mean of min(1, E/E_pre) over the 52 ticks from the beginning on, E_pre the mean of the 52 ticks before it.
 */
export function recoveryOutcomes(recording: Recording, { shocks }: EcosystemParameters): Outcome[] {
	if (shocks.length === 0) return [];
	const service = serviceOf(recording);
	const efficacy = seriesOf(recording, "efficacy");
	const E = valuesOf(efficacy, efficacy.labels.indexOf("efficacy"));
	const apart = withoutOverlap(shocks).filter(({ from }) => from > 0);
	const recoveries = apart.map((shock, k) =>
		recoveryFrom(service, shock, apart[k + 1]?.from ?? recording.ticks),
	);
	const kept = apart.flatMap(({ from }) =>
		from + YEAR <= recording.ticks ? [adaptability(E.slice(Math.max(0, from - YEAR), from + YEAR))] : [],
	);
	const found: Outcome[] = [];
	const add = (name: string, values: readonly number[], unit: string, about: string) => {
		if (values.length > 0) found.push({ name, value: mean(values), unit, about });
	};
	const ticks = recoveries.map(({ ticks }) => ticks);
	add(
		"recovery",
		ticks,
		"ticks",
		"from a shock until on-time service is back at 95 % for 4 ticks; at most to the end",
	);
	add(
		"serviceKept",
		recoveries.map(({ kept }) => kept),
		"share",
		"of usual on-time service, from a shock until recovery",
	);
	add(
		"agility",
		ticks.map((T) => 1 / (1 + T / QUARTER)),
		"0..1",
		"1/(1 + recovery/13)",
	);
	add("adaptability", kept, "0..1", "of the efficacy before a shock, kept over 52 ticks from it on");
	return found;
}

function serviceOf(recording: Recording): Float64Array {
	const delivery = seriesOf(recording, "delivery");
	const sums = (label: string) => windowSums(valuesOf(delivery, delivery.labels.indexOf(label)), STEADY);
	const onTime = sums("onTime");
	const due = sums("due");
	return onTime.map((units, t) => (units + 0.5) / (due[t] + 1));
}

function withoutOverlap(shocks: readonly ShockSpan[]): ShockSpan[] {
	const apart: ShockSpan[] = [];
	for (const { from, to } of shocks) {
		const last = apart.at(-1);
		if (last && from < last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) };
		else apart.push({ from, to });
	}
	return apart;
}

function recoveryFrom(service: Float64Array, { from, to }: ShockSpan, end: number) {
	let usual = service[0];
	for (let t = 1; t < from; t++) usual += MEMORY * (service[t] - usual);
	let back = end;
	for (let t = to, steady = 0; t < end && back === end; t++) {
		steady = service[t] >= RECOVERED * usual ? steady + 1 : 0;
		if (steady === STEADY) back = t - STEADY + 1;
	}
	return { ticks: back - from, kept: mean(service.subarray(from, back)) / usual };
}

/** Of efficacy in the year before and the year after. */
function adaptability(E: Float64Array): number {
	const before = mean(E.subarray(0, E.length - YEAR));
	return mean(E.subarray(E.length - YEAR).map((after) => Math.min(1, after / before)));
}
