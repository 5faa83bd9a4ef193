// §4.4 Sense: the share of a maker's hours that is at work, which absences and supply shocks hide. No decision of the maker itself
// reads it; it is what the virtual world is made of (§6.4).

import { exp } from "../engine/math/exp.js";
import { log } from "../engine/math/log.js";
import { uniform } from "../engine/random/continuous.js";
import { purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { Normals, Words } from "./drawn.js";
import { manufacturer } from "./manufacturer.js";
import { settings } from "./settings.js";

const LOST = purpose("capacity message lost");
const NOISE = purpose("capacity reading");
/** By how much the share is off what was last believed, as one expects it. [assumed] */
const SPREAD = 0.1;
const losses = new Words();
const noises = new Normals();

/**
 * An instrumented maker reports x of t − lag, its hours at work over those it pays for: y = x exp(σe − σ²/2), lost with the probability of
 * other messages; x^ ← x^ + K (y − x^), K = m/(m + σ²), m = .1². Who has no twin is believed to have all of them.
 */
export function senseCapacity(world: World, from: number, to: number, tick: number): void {
	const { availability, capacityFactor, pastAtWork, atWork, rank } = columns(world, manufacturer);
	const rules = columns(world, settings);
	const center = rules.availabilityCenter[0];
	const logit = log(center / (1 - center));
	const sigma = rules.noise[0];
	const lag = rules.lag[0];
	const coverage = rules.coverage[0];
	const loss = rules.messageLoss[0];
	const width = pastAtWork.length / Math.max(1, rank.length);
	const now = tick % width;
	const stamped = (tick + width - lag) % width;
	const sends = coverage > 0 && tick >= lag && tick % rules.period[0] === 0;
	const gain = (SPREAD * SPREAD) / (SPREAD * SPREAD + sigma * sigma);
	for (let i = from; i < to; i++) {
		pastAtWork[i * width + now] = capacityFactor[i] / (center * (1 + exp(-(logit + availability[i]))));
		if (rank[i] >= coverage) atWork[i] = 1;
	}
	if (!sends) return;
	const lost = losses.draw(draws(world, LOST), from, to, tick);
	const noise = noises.draw(draws(world, NOISE), from, to, tick);
	for (let i = from; i < to; i++) {
		if (rank[i] >= coverage || uniform(lost[i - from]) < loss) continue;
		const read = pastAtWork[i * width + stamped] * exp(sigma * noise[i - from] - (sigma * sigma) / 2);
		atWork[i] += gain * (read - atWork[i]);
	}
}
