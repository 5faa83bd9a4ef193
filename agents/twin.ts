// §4.4 Sense: from the true state to what decisions may read. The one place where hidden stocks are read
// for the sake of knowing them.

import { exp } from "../engine/math/exp.js";
import { rint } from "../engine/math/rint.js";
import { links } from "../engine/network/network.js";
import { normal, uniform } from "../engine/random/continuous.js";
import { type Purpose, purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { Words } from "./draw-words.js";
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
const losses = new Words();
const noises = new Words();
const none = new Uint32Array(0);

type Sensed = ColumnViews<{ sensor: typeof measured; twin: typeof sensed }>;

/** What moved the stocks of a range in this tick; room that the next range uses again. */
class Movements {
	/** Units recorded in less those recorded out. */
	flow = new Float64Array(0);
	/** Units exposed to the hidden loss. */
	exposed = new Float64Array(0);
	/** 1 where the stock has a sensor. */
	instrumented = new Uint8Array(0);

	of(count: number): this {
		if (this.flow.length < count) {
			this.flow = new Float64Array(count);
			this.exposed = new Float64Array(count);
			this.instrumented = new Uint8Array(count);
		}
		return this;
	}
}
const movements = new Movements();

/** Finished stocks: recorded flows are receipts and shipments; the hidden process is the loss on entry. */
export function senseFinished(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { finished, received, shipped, forecast, rank } = own;
	const { finishedLoss, coverage } = columns(world, settings);
	const { flow, exposed, instrumented } = movements.of(to - from);
	const covered = coverage[0];
	for (let i = from; i < to; i++) {
		flow[i - from] = received[i] - shipped[i];
		exposed[i - from] = Math.max(0, forecast[i]);
		instrumented[i - from] = rank[i] < covered ? 1 : 0;
	}
	senseStocks(world, own, finished, from, to, tick, finishedLoss[0], FINISHED_LOST, FINISHED_NOISE);
}

/** Component stocks of buyers [from, to), instrumented with them; flows are arrivals and use. */
export function senseComponents(world: World, from: number, to: number, tick: number): void {
	const edges = links(world, supply);
	const { offsets, sources, components, arrived, used } = edges;
	const { rank } = columns(world, manufacturer);
	const { componentLoss, coverage } = columns(world, settings);
	const first = offsets[from];
	const last = offsets[to];
	const { flow, exposed, instrumented } = movements.of(last - first);
	const covered = coverage[0];
	for (let e = first; e < last; e++) {
		flow[e - first] = arrived[e] - used[e];
		exposed[e - first] = Math.max(0, components[e] + used[e]);
		instrumented[e - first] = rank[sources[e]] < covered ? 1 : 0;
	}
	senseStocks(
		world,
		edges,
		components,
		first,
		last,
		tick,
		componentLoss[0],
		COMPONENTS_LOST,
		COMPONENTS_NOISE,
	);
}

/**
 * A stock: x~ = x^ + g; a message stamped t − lag reads y = rint(x exp(σe − σ²/2)) + drift·(ticks since the
 * count), moved on by the flows since its stamp; x^ = (1 − K) x~ + K y, K = m/(m + r), r = (σ max(|x~|, 1))².
 * m is the mean squared error that the estimate had at the stamp and still has, variance and squared bias: of what
 * was lost since, the message knows no more than the estimate does, so a message older than the last count moves
 * nothing (docs/odd.md says why not r + lag·Q). With `act`, K = 1 and counts stop. A count sets estimate and books.
 */
function senseStocks(
	world: World,
	own: Sensed,
	stock: Int32Array,
	from: number,
	to: number,
	tick: number,
	loss: number,
	losing: Purpose,
	reading: Purpose,
): void {
	const { books, booksVariance, estimate, variance, unseen, pastStock, pastFlow, countedAt, stamp } = own;
	const { sent, countOffset, believed, believedVariance, flow: recorded } = own;
	const { flow, exposed, instrumented } = movements;
	const rules = columns(world, settings);
	const sigma = rules.noise[0];
	const lag = rules.lag[0];
	const messageLoss = rules.messageLoss[0];
	const drift = rules.drift[0];
	const countEvery = rules.countEvery[0];
	// Whose place in the round of counts is now.
	const counted = (countEvery - 1 - (tick % countEvery)) | 0;
	const act = rules.authority[0] === ACT;
	const observe = rules.authority[0] === OBSERVE;
	const width = pastStock.length / Math.max(1, books.length);
	const now = tick % width;
	const stamped = (tick + width - lag) % width;
	const sends = tick % rules.period[0] === 0 && tick >= lag && rules.coverage[0] > 0;
	const lost = sends ? losses.draw(draws(world, losing), from, to, tick) : none;
	const noise = sends ? noises.draw(draws(world, reading), from, to, tick) : none;
	for (let i = from; i < to; i++) {
		const moved = flow[i - from];
		const expected = loss * exposed[i - from];
		const process = expected * (1 - loss);
		const total = recorded[i] + moved;
		recorded[i] = total;
		pastStock[i * width + now] = stock[i];
		pastFlow[i * width + now] = total;
		books[i] += moved;
		booksVariance[i] += process;

		const predicted = estimate[i] + moved;
		const sensor = instrumented[i - from] === 1;
		let x = predicted;
		let v = variance[i] + process;
		let b = unseen[i] + expected;
		let message = 0;
		if (sends && sensor && uniform(lost[i - from]) >= messageLoss) {
			const factor = exp(sigma * normal(noise[i - from]) - (sigma * sigma) / 2);
			const bias = rint(drift * (tick - lag - countedAt[i]));
			const read =
				rint(pastStock[i * width + stamped] * factor) + bias + total - pastFlow[i * width + stamped];
			const error = sigma * Math.max(Math.abs(predicted), 1);
			const r = error * error;
			const oldVariance = Math.max(0, v - lag * process);
			const oldBias = Math.max(0, b - lag * expected);
			const m = oldVariance + oldBias * oldBias;
			let gain = m > 0 ? m / (m + r) : 0;
			if (act || (r === 0 && lag === 0)) gain = 1;
			x = (1 - gain) * predicted + gain * read;
			v -= gain * oldVariance;
			b -= gain * oldBias;
			stamp[i] = Math.max(stamp[i], tick - lag);
			message = 1;
		}
		sent[i] = message;
		if (countOffset[i] === counted) {
			books[i] = stock[i];
			booksVariance[i] = 0;
			if (!(act && sensor)) {
				x = stock[i];
				v = 0;
				b = 0;
				countedAt[i] = tick;
				stamp[i] = tick;
			}
		}
		estimate[i] = x;
		variance[i] = v;
		unseen[i] = b;
		believed[i] = observe ? books[i] : x;
		believedVariance[i] = observe ? booksVariance[i] : v;
	}
}
