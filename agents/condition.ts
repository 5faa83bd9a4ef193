// §4.4 Sense the condition of machines: how old a machine is when its maker believes it to be so old.
//
// Books know calendar age; use rates they do not know. The estimate of a twin is asked for only where it matters, when it comes to the
// age at which maintenance is due: what the filter of §4.4 has then become in its steady state is drawn once, by the number of
// that event, as failures are; so nothing is done per machine and tick.

import { normal, uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { fidelityOf, gainOf } from "./fidelity.js";
import { settings } from "./settings.js";

const RANK = purpose("instrumentation rank of a machine");
const NOISE = purpose("machine reading");

/**
 * What it takes to know how old machines are that are believed to be `age` old, as locals of a step. A message every p = period/(1 − loss) ticks
 * on average is weighed by the steady gain K = M/(M + R) of M = (1 − K) M + p s² and R = (σ age)², s² the variance of use rates; with it
 * the estimate follows as if it were lag + (p − 1)/2 + p (1 − K)/K ticks late, and reads with an error of variance R K/(2 − K).
 */
export function conditionOf(world: World, age: number) {
	const { senseCondition, useSpread, period, messageLoss } = columns(world, settings);
	const { coverage, lag, spread, sigma, observe, act } = fidelityOf(world, 0);
	const every = period[0] / (1 - messageLoss[0]);
	const process = every * useSpread[0] * useSpread[0];
	const reading = sigma * age * (sigma * age);
	const prior = (process + Math.sqrt(process * process + 4 * process * reading)) / 2;
	const gain = gainOf(prior, reading, act || reading === 0);
	const late = lag + spread / 2 + (every - 1) / 2 + (every * (1 - gain)) / gain;
	return {
		on: senseCondition[0] === 1,
		age,
		coverage: observe || messageLoss[0] === 1 ? 0 : coverage,
		// A message older than the machine tells no more than the calendar.
		late: Math.min(age, late),
		error: sigma * age * Math.sqrt(gain / (2 - gain)),
		ranks: draws(world, RANK),
		noises: draws(world, NOISE),
	};
}

/**
 * True virtual age, in ticks of use, of the customer's machine at rate r when it is believed to be of the given age: r·age by the books, since
 * maintenance makes true and calendar age younger by the same share; by its twin age − (1 − r)·late − error, each tick being taken
 * for one of use where no message has told otherwise yet.
 */
export function trueAge(
	{ on, age, coverage, late, error, ranks, noises }: ReturnType<typeof conditionOf>,
	id: number,
	event: number,
	rate: number,
): number {
	if (!on) return age;
	if (uniform(word(ranks, id, 0, 0)) >= coverage) return rate * age;
	return Math.max(0, age - (1 - rate) * late - error * normal(word(noises, id, event, 0)));
}
