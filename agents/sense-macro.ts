// §4.4 Sense the macro factor: it is published ticks late, and machines at work, where twins see them, tell of it sooner.
//
// It is one for all, and so is what is known of it: two estimates, by what is published and by what the twins' platform tells those
// who are instrumented.

import { normal, uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { fidelityOf, gainOf, misreading } from "./fidelity.js";
import { manufacturer } from "./manufacturer.js";
import { settings } from "./settings.js";

const LOST = purpose("macro message lost");
const NOISE = purpose("macro reading");
const DELAY = purpose("macro message delay");
/** Ticks by which statistics are late. */
export const PUBLISHED = 4;
/** Of z, as macro.ts has it. */
const FLOOR = 0.05;

/**
 * u^ of u = z − 1 less what passes with the tick, AR(1): u~ = ρ u^, v~ = ρ² v + (1 − ρ²) s². News of t − a reads y = ρ^a (z exp(σe − σ²/2) − 1),
 * r = ρ^2a (n² + (σ z)²), n² the variance of what passes; u^ = (1 − K) u~ + K y, K = m/(m + r), m = v~ − (1 − ρ^2a) s². A message that is lost, or no
 * fresher than what is published, leaves what is published.
 */
export function senseMacro(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, accounts);
	const { macro, pastMacro } = own;
	const { senseMacro: on, macroRho, macroSd, macroNoise } = columns(world, settings);
	const width = pastMacro.length / macro.length;
	const { coverage, lag, spread, sigma, messageLoss, sends, act } = fidelityOf(world, tick);
	const rho = macroRho[0];
	const stationary = macroSd[0] * macroSd[0];
	for (let a = from; a < to; a++) {
		pastMacro[a * width + (tick % width)] = macro[a];
		if (on[0] === 0) continue;
		hear(own.publishedMacro, own.publishedVariance, a, PUBLISHED, 0, 0, false);
		const age = lag + Math.floor(uniform(word(draws(world, DELAY), a, tick, 0)) * (spread + 1));
		const arrives = sends && uniform(word(draws(world, LOST), a, tick, 0)) >= messageLoss;
		if (arrives && age < PUBLISHED) {
			const e = normal(word(draws(world, NOISE), a, tick, 0));
			hear(own.sensedMacro, own.sensedVariance, a, age, sigma, e, act);
		} else if (coverage > 0) hear(own.sensedMacro, own.sensedVariance, a, PUBLISHED, 0, 0, false);
	}

	function hear(
		estimate: Float64Array,
		variance: Float64Array,
		a: number,
		age: number,
		noise: number,
		e: number,
		obeyed: boolean,
	): void {
		const predicted = rho * estimate[a];
		const v = rho * rho * variance[a] + (1 - rho * rho) * stationary;
		estimate[a] = predicted;
		variance[a] = v;
		if (age > tick) return;
		let left = 1;
		for (let k = 0; k < age; k++) left *= rho;
		const z = pastMacro[a * width + ((tick + width - age) % width)];
		const error = noise * (1 + predicted);
		const r = left * left * (macroNoise[0] * macroNoise[0] + error * error);
		const m = Math.max(0, v - (1 - left * left) * stationary);
		const gain = gainOf(m, r, obeyed);
		estimate[a] = (1 - gain) * predicted + gain * left * (z * misreading(noise, e) - 1);
		variance[a] = v - gain * m;
	}
}

/** z as makers [from, to) believe it to be now: by their twins, or by what is published. */
export function readMacro(world: World, from: number, to: number, tick: number): void {
	const { rank, believedMacro } = columns(world, manufacturer);
	const { publishedMacro, sensedMacro } = columns(world, accounts);
	if (columns(world, settings).senseMacro[0] === 0) return;
	const { coverage, observe } = fidelityOf(world, tick);
	const published = Math.max(FLOOR, 1 + publishedMacro[0]);
	const sensed = Math.max(FLOOR, 1 + sensedMacro[0]);
	for (let i = from; i < to; i++) believedMacro[i] = rank[i] < coverage && !observe ? sensed : published;
}
