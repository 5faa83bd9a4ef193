// §4.4 Sense: from the true state to what decisions may read. The one place where hidden stocks are read
// for the sake of knowing them.

import { exp } from "../engine/math/exp.js";
import { rint } from "../engine/math/rint.js";
import { links } from "../engine/network/network.js";
import { normal, uniform } from "../engine/random/continuous.js";
import { purpose, type StreamKey, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply } from "./manufacturer.js";
import { authorities } from "./parameters.js";
import type { measured, sensed } from "./sensed.js";
import { settings } from "./settings.js";

const FINISHED_LOST = purpose("finished message lost");
const FINISHED_NOISE = purpose("finished reading");
const COMPONENTS_LOST = purpose("component message lost");
const COMPONENTS_NOISE = purpose("component reading");
const OBSERVE = authorities.indexOf("observe");
const ACT = authorities.indexOf("act");

type Sensed = ColumnViews<{ sensor: typeof measured; twin: typeof sensed }>;

/** The fidelity contract of the twin links, as locals. */
function contract(world: World, hiddenLoss: number) {
	const rules = columns(world, settings);
	const noise = rules.noise[0];
	return {
		coverage: rules.coverage[0],
		period: rules.period[0],
		lag: rules.lag[0],
		noise,
		loss: rules.messageLoss[0],
		drift: rules.drift[0],
		authority: rules.authority[0],
		countEvery: rules.countEvery[0],
		hiddenLoss,
	};
}
type Contract = ReturnType<typeof contract>;

/** Finished stocks: recorded flows are receipts and shipments; the hidden process is the loss on entry. */
export function senseFinished(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { finished, received, shipped, forecast, rank } = own;
	const loss = columns(world, settings).finishedLoss[0];
	const terms = contract(world, loss);
	const lost = draws(world, FINISHED_LOST);
	const noise = draws(world, FINISHED_NOISE);
	for (let i = from; i < to; i++) {
		const flow = received[i] - shipped[i];
		const expected = loss * Math.max(0, forecast[i]);
		const instrumented = rank[i] < terms.coverage;
		senseOne(own, i, tick, finished[i], flow, expected, instrumented, terms, lost, noise);
	}
}

/** Component stocks: instrumented with their buyer; flows are arrivals and use. */
export function senseComponents(world: World, from: number, to: number, tick: number): void {
	const edges = links(world, supply);
	const { sources, components, arrived, used } = edges;
	const { rank } = columns(world, manufacturer);
	const loss = columns(world, settings).componentLoss[0];
	const terms = contract(world, loss);
	const lost = draws(world, COMPONENTS_LOST);
	const noise = draws(world, COMPONENTS_NOISE);
	for (let e = from; e < to; e++) {
		const flow = arrived[e] - used[e];
		const expected = loss * Math.max(0, components[e] + used[e]);
		const instrumented = rank[sources[e]] < terms.coverage;
		senseOne(edges, e, tick, components[e], flow, expected, instrumented, terms, lost, noise);
	}
}

/**
 * One stock: x~ = x^ + g; a message stamped t − lag reads y = rint(x exp(σe − σ²/2)) + drift·(ticks since the
 * count), moved on by the flows since its stamp; x^ = (1 − K) x~ + K y, K = m/(m + r), r = (σ max(|x~|, 1))².
 * m is the mean squared error that the estimate had at the stamp and still has, variance and squared bias: of what
 * was lost since, the message knows no more than the estimate does, so a message older than the last count moves
 * nothing (docs/odd.md says why not r + lag·Q). With `act`, K = 1 and counts stop. A count sets estimate and books.
 */
function senseOne(
	own: Sensed,
	i: number,
	tick: number,
	stock: number,
	flow: number,
	expected: number,
	instrumented: boolean,
	terms: Contract,
	lost: StreamKey,
	noise: StreamKey,
): void {
	const { books, booksVariance, estimate, variance, unseen, pastStock, pastFlow, countedAt, stamp } = own;
	const { lag, noise: sigma, authority } = terms;
	const process = expected * (1 - terms.hiddenLoss);
	const width = pastStock.length / books.length;
	const total = own.flow[i] + flow;
	own.flow[i] = total;
	pastStock[i * width + (tick % width)] = stock;
	pastFlow[i * width + (tick % width)] = total;
	own.sent[i] = 0;
	books[i] += flow;
	booksVariance[i] += process;

	const predicted = estimate[i] + flow;
	let x = predicted;
	let v = variance[i] + process;
	let b = unseen[i] + expected;
	const arrives =
		instrumented && tick % terms.period === 0 && tick >= lag && uniform(word(lost, i, tick, 0)) >= terms.loss;
	if (arrives) {
		const slot = i * width + ((tick - lag) % width);
		const factor = exp(sigma * normal(word(noise, i, tick, 0)) - (sigma * sigma) / 2);
		const bias = rint(terms.drift * (tick - lag - countedAt[i]));
		const reading = rint(pastStock[slot] * factor) + bias + total - pastFlow[slot];
		const error = sigma * Math.max(Math.abs(predicted), 1);
		const r = error * error;
		const oldVariance = Math.max(0, v - lag * process);
		const oldBias = Math.max(0, b - lag * expected);
		const m = oldVariance + oldBias * oldBias;
		let gain = m > 0 ? m / (m + r) : 0;
		if (authority === ACT || (r === 0 && lag === 0)) gain = 1;
		x = (1 - gain) * predicted + gain * reading;
		v -= gain * oldVariance;
		b -= gain * oldBias;
		stamp[i] = Math.max(stamp[i], tick - lag);
		own.sent[i] = 1;
	}
	const counted = (tick + 1 + own.countOffset[i]) % terms.countEvery === 0;
	if (counted) {
		books[i] = stock;
		booksVariance[i] = 0;
		if (!(authority === ACT && instrumented)) {
			x = stock;
			v = 0;
			b = 0;
			countedAt[i] = tick;
			stamp[i] = tick;
		}
	}
	estimate[i] = x;
	variance[i] = v;
	unseen[i] = b;
	own.believed[i] = authority === OBSERVE ? books[i] : x;
	own.believedVariance[i] = authority === OBSERVE ? booksVariance[i] : v;
}
