// Whether service has fallen: CUSUM of O below usual (Page 1954), its errors standardized and prewhitened.

import { type Recording, seriesOf } from "../../engine/record/recording.js";

export interface DetectorOptions {
	/** Ticks over which O sums. */
	readonly window: number;
	/** The first tick that counts. */
	readonly warmUp: number;
	/** Of the sum, standard deviations. */
	readonly alarm: number;
	readonly slack: number;
	/** Ticks after an alarm in which there is no other. */
	readonly silence: number;
}

/** Memory of O*, what service usually is, as resilience has it. */
const USUAL = 1 / 52;
/** Ticks after which the standard deviation is known well enough. */
const LEARNING = 26;

/**
 * O_t = (on time + .5)/(due + 1) in the last ticks, O* its slow mean up to a window ago, e = O − O*. With the standard deviation s and
 * the autocorrelation ρ of e since the warm-up, r_t = (e_t − ρ e_{t−1})/(s √(1 − ρ²)); C ← max(0, C − r − slack), and where it
 * comes to `alarm` it starts anew. The function tells whether there was an alarm in a tick that is over; it is to be asked of every tick
 * in turn, or of a later one, and says nothing that does not follow from the recording.
 */
export function fallDetector({ window, warmUp, alarm, slack, silence }: DetectorOptions) {
	let next = 0;
	let onTime = 0;
	let due = 0;
	let usual = 0;
	let before = 0;
	let known = 0;
	let squares = 0;
	let products = 0;
	let sum = 0;
	let silentTo = 0;
	let service = new Float64Array(0);

	function look(
		tick: number,
		values: Float64Array,
		width: number,
		at: { onTime: number; due: number },
	): boolean {
		const value = (t: number, c: number) => (t < 0 ? 0 : values[t * width + c]);
		onTime += value(tick, at.onTime) - value(tick - window, at.onTime);
		due += value(tick, at.due) - value(tick - window, at.due);
		service[tick] = Math.min(1, Math.max(0, (onTime + 0.5) / (due + 1)));
		const past = service[Math.max(0, tick - window)];
		usual = tick === 0 ? past : usual + USUAL * (past - usual);
		if (tick < warmUp) return false;
		const error = service[tick] - usual;
		const [last, count] = [before, known];
		before = error;
		known++;
		squares += error * error;
		products += error * last;
		if (count < LEARNING || squares === 0) return false;
		const rho = Math.max(-0.99, Math.min(0.99, products / squares));
		const sd = Math.sqrt(squares / known);
		sum = Math.max(0, sum - (error - rho * last) / (sd * Math.sqrt(1 - rho * rho)) - slack);
		if (sum < alarm || tick < silentTo) return false;
		sum = 0;
		silentTo = tick + silence + 1;
		return true;
	}

	return (recording: Recording, tick: number): boolean => {
		const { values, labels } = seriesOf(recording, "delivery");
		if (service.length < recording.ticks) service = new Float64Array(recording.ticks);
		const at = { onTime: labels.indexOf("onTime"), due: labels.indexOf("due") };
		let rang = false;
		for (; next <= tick; next++) rang = look(next, values, labels.length, at);
		return rang;
	};
}
