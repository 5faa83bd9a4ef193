// §4.4 Sense capacity: of the hours that a maker pays, how many are at work, over what plans count on.

import { uniform } from "../engine/random/continuous.js";
import { purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { Normals, Words } from "./drawn.js";
import { fidelityOf, gainOf, misreading } from "./fidelity.js";
import { manufacturer } from "./manufacturer.js";
import { synchronizations } from "./parameters.js";
import { settings } from "./settings.js";

const LOST = purpose("capacity message lost");
const NOISE = purpose("capacity reading");
const DELAY = purpose("capacity message delay");
const ON_CHANGE = synchronizations.indexOf("onChange");
const ON_DEMAND = synchronizations.indexOf("onDemand");
const losses = new Words();
const delays = new Words();
const noises = new Normals();

/** ρ^a for a = 0 … most; room that the next step uses again. */
let powers = new Float64Array(0);
function powersOf(rho: number, most: number): Float64Array {
	if (powers.length <= most) powers = new Float64Array(most + 1);
	powers[0] = 1;
	for (let a = 1; a <= most; a++) powers[a] = powers[a - 1] * rho;
	return powers;
}

/**
 * x returns to 1 by 1 − ρ a tick: x~ = 1 + ρ (x^ − 1), v~ = ρ² v + (1 − ρ²) s², s² its variance without shocks. A message stamped t − a
 * reads y = 1 + ρ^a (x exp(σe − σ²/2) − 1), r = (ρ^a σ x~)²; x^ = (1 − K) x~ + K y, K = m/(m + r), m = v~ − (1 − ρ^2a) s²: of
 * what moved since its stamp the message knows nothing. Books go by the mean, 1. Nothing is counted, and what drifts are stocks.
 */
export function senseCapacity(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { atWork, pastAtWork, reportedAtWork, rank } = own;
	const { believedAtWork, atWorkEstimate, atWorkVariance, atWorkSent } = own;
	const rules = columns(world, settings);
	const width = pastAtWork.length / Math.max(1, atWork.length);
	const now = tick % width;
	for (let i = from; i < to; i++) pastAtWork[i * width + now] = atWork[i];
	if (rules.senseCapacity[0] === 0) return;

	const { coverage, lag, spread, sigma, messageLoss, sends, observe, act } = fidelityOf(world, tick);
	const rho = rules.availabilityRho[0];
	// A logit's share a moves by a (1 − a) of it; here shares are over their center.
	const sd = (1 - rules.availabilityCenter[0]) * rules.availabilitySd[0];
	const latest = (tick + width - lag) % width;
	const faded = powersOf(rho, lag + spread);
	const when = rules.synchronization[0];
	const deadband = rules.deadband[0];
	const lost = losses.draw(draws(world, LOST), from, sends ? to : from, tick);
	const delay = delays.draw(draws(world, DELAY), from, sends && spread > 0 ? to : from, tick);
	const noise = noises.draw(draws(world, NOISE), from, sends ? to : from, tick);
	for (let i = from; i < to; i++) {
		const predicted = 1 + rho * (atWorkEstimate[i] - 1);
		let x = predicted;
		let v = rho * rho * atWorkVariance[i] + (1 - rho * rho) * sd * sd;
		let due = sends && rank[i] < coverage;
		let age = lag;
		let stamped = latest;
		if (due && spread > 0) {
			age += Math.floor(uniform(delay[i - from]) * (spread + 1));
			stamped = (tick + width - age) % width;
		}
		if (age > tick) due = false;
		const sensed = pastAtWork[i * width + stamped];
		if (due && when === ON_CHANGE) {
			due = Math.abs(sensed - reportedAtWork[i]) > deadband * reportedAtWork[i];
			if (due) reportedAtWork[i] = sensed;
		} else if (due && when === ON_DEMAND) due = Math.sqrt(v) > deadband * predicted;
		atWorkSent[i] = 0;
		if (due && uniform(lost[i - from]) >= messageLoss) {
			const left = faded[age];
			const read = left * sensed * misreading(sigma, noise[i - from]) + (1 - left);
			const error = left * sigma * predicted;
			const r = error * error;
			const m = Math.max(0, v - (1 - left * left) * sd * sd);
			const gain = gainOf(m, r, act || (r === 0 && age === 0));
			x = (1 - gain) * predicted + gain * read;
			v -= gain * m;
			atWorkSent[i] = 1;
		}
		atWorkEstimate[i] = x;
		atWorkVariance[i] = v;
		believedAtWork[i] = observe ? 1 : x;
	}
}
