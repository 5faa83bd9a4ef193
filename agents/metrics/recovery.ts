// §7 Indicators after shocks: how soon service is back, what was kept of it, how well efficacy holds.

import { mean } from "../../engine/analysis/summary.js";
import { type Recording, seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { EcosystemParameters, ShockSpan } from "../parameters.js";
import { windowSums } from "./window.js";

/** Ticks over which on-time service is averaged, and for which it must stay. */
const STEADY = 4;
const RECOVERED = 0.95;
/** Weight of the newest tick in what service usually is, as in resilience. */
const MEMORY = 1 / 52;
const YEAR = 52;
/** What a shock did, in a run that saw something before it. */
export interface Recovery {
	/** T95, ticks: see `outcomes/recovery.ts`. */
	readonly ticks: number;
	/** O over O*, mean of the ticks until then. */
	readonly kept: number;
	/** Mean of min(1, E/E_pre) over the 52 ticks from the beginning on; undefined where the run has no such year. */
	readonly efficacyKept: number | undefined;
}

/**
 * Of each shock of a run; shocks that overlap count as one. T95: ticks from its beginning until O ≥ .95 O* for 4 ticks on end, not before it is over,
 * since what is still under way may not be felt yet. O = (on time + .5)/(due + 1) over 4 ticks, O* its exponential mean
 * (1/52) when the shock began. A run that ends before that, or meets the next shock, counts with the ticks until then: the
 * mean over runs is the restricted mean. E_pre: mean of efficacy over the 52 ticks before.
 */
export function recoveries(recording: Recording, { shocks }: EcosystemParameters): Recovery[] {
	if (shocks.length === 0) return [];
	const service = serviceOf(recording);
	const efficacy = seriesOf(recording, "efficacy");
	const E = valuesOf(efficacy, efficacy.labels.indexOf("efficacy"));
	const apart = withoutOverlap(shocks).filter(({ from }) => from > 0);
	return apart.map((shock, k) => ({
		...recoveryFrom(service, shock, apart[k + 1]?.from ?? recording.ticks),
		efficacyKept: efficacyKept(E, shock.from),
	}));
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

function efficacyKept(E: Float64Array, from: number): number | undefined {
	if (from + YEAR > E.length) return undefined;
	const before = mean(E.subarray(Math.max(0, from - YEAR), from));
	return mean(E.subarray(from, from + YEAR).map((after) => Math.min(1, after / before)));
}
