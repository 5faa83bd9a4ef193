// §4.4 Sense stocks: from the true state to what decisions may read. The one place where hidden stocks are read
// for the sake of knowing them; capacity, the macro factor and machines have files of their own.

import { rint } from "../engine/math/rint.js";
import { links } from "../engine/network/network.js";
import { uniform } from "../engine/random/continuous.js";
import { type Purpose, purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import type { ColumnViews } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { Normals, Words } from "./drawn.js";
import { fidelityOf, gainOf, misreading } from "./fidelity.js";
import { manufacturer, supply } from "./manufacturer.js";
import { synchronizations } from "./parameters.js";
import type { measured, sensed } from "./sensed.js";
import { settings } from "./settings.js";

const FINISHED_LOST = purpose("finished message lost");
const FINISHED_NOISE = purpose("finished reading");
const COMPONENTS_LOST = purpose("component message lost");
const COMPONENTS_NOISE = purpose("component reading");
const FINISHED_DELAY = purpose("finished message delay");
const COMPONENTS_DELAY = purpose("component message delay");
const ON_CHANGE = synchronizations.indexOf("onChange");
const ON_DEMAND = synchronizations.indexOf("onDemand");
const losses = new Words();
const delays = new Words();
const noises = new Normals();
const noWords = new Uint32Array(0);
const noNormals = new Float64Array(0);

type Sensed = ColumnViews<{ sensor: typeof measured; twin: typeof sensed }> & { readonly rank: Float64Array };

/** Units of each stock of a range that are exposed to the hidden loss; room that the next range uses again. */
let exposed = new Float64Array(0);
function exposedOf(count: number): Float64Array {
	if (exposed.length < count) exposed = new Float64Array(count);
	return exposed;
}

/** Finished stocks: recorded flows are receipts and shipments; the hidden process is the loss on entry. */
export function senseFinished(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, manufacturer);
	const { finished, received, shipped, forecast } = own;
	const units = exposedOf(to - from);
	for (let i = from; i < to; i++) units[i - from] = Math.max(0, forecast[i]);
	const loss = columns(world, settings).finishedLoss[0];
	senseStocks(world, own, finished, received, shipped, units, from, to, tick, loss, {
		losing: FINISHED_LOST,
		reading: FINISHED_NOISE,
		delaying: FINISHED_DELAY,
	});
}

/** Component stocks of buyers [from, to), instrumented with them; flows are arrivals and use. */
export function senseComponents(world: World, from: number, to: number, tick: number): void {
	const edges = links(world, supply);
	const { offsets, components, arrived, used } = edges;
	const first = offsets[from];
	const last = offsets[to];
	const units = exposedOf(last - first);
	for (let e = first; e < last; e++) units[e - first] = Math.max(0, components[e] + used[e]);
	const loss = columns(world, settings).componentLoss[0];
	senseStocks(world, edges, components, arrived, used, units, first, last, tick, loss, {
		losing: COMPONENTS_LOST,
		reading: COMPONENTS_NOISE,
		delaying: COMPONENTS_DELAY,
	});
}

/**
 * A stock: x~ = x^ + g; a message stamped t − lag reads y = rint(x exp(σe − σ²/2)) + drift·(ticks since the
 * count), moved on by the flows since its stamp; x^ = (1 − K) x~ + K y, K = m/(m + r), r = (σ max(|x~|, 1))².
 * m is the mean squared error that the estimate had at the stamp and still has, variance and squared bias: of what
 * was lost since, the message knows no more than the estimate does, so a message older than the last count moves
 * nothing (docs/odd.md says why not r + lag·Q). With `act`, K = 1 and counts stop. A count sets estimate and books.
 * Messages come each `period` ticks, of any age from lag to lag + lagSpread alike likely; on change, only where the stock is
 * off what was last sent and moved on by the recorded flows, by more than the deadband; on demand, only where the estimate is that unsure.
 */
function senseStocks(
	world: World,
	own: Sensed,
	stock: Int32Array,
	entered: Int32Array,
	left: Int32Array,
	exposed: Float64Array,
	from: number,
	to: number,
	tick: number,
	loss: number,
	{ losing, reading, delaying }: Readonly<Record<"losing" | "reading" | "delaying", Purpose>>,
): void {
	const { books, booksVariance, estimate, variance, unseen, pastStock, pastFlow, countedAt, stamp } = own;
	const { reported } = own;
	const { rank, sent, countOffset, believed, believedVariance, flow } = own;
	const rules = columns(world, settings);
	const { coverage, lag, spread, sigma, messageLoss, sends, observe, act } = fidelityOf(world, tick);
	const drift = rules.drift[0];
	const countEvery = rules.countEvery[0];
	// Whose place in the round of counts is now.
	const counted = (countEvery - 1 - (tick % countEvery)) | 0;
	const width = pastStock.length / Math.max(1, books.length);
	const now = tick % width;
	const latest = (tick + width - lag) % width;
	const when = rules.synchronization[0];
	const deadband = rules.deadband[0];
	const lost = sends ? losses.draw(draws(world, losing), from, to, tick) : noWords;
	const delay = sends && spread > 0 ? delays.draw(draws(world, delaying), from, to, tick) : noWords;
	const noise = sends ? noises.draw(draws(world, reading), from, to, tick) : noNormals;
	for (let i = from; i < to; i++) {
		// An alternative has no stock of its own.
		if (rank[i] >= 1) continue;
		const moved = entered[i] - left[i];
		const expected = loss * exposed[i - from];
		const process = expected * (1 - loss);
		const total = flow[i] + moved;
		flow[i] = total;
		pastStock[i * width + now] = stock[i];
		pastFlow[i * width + now] = total;
		books[i] += moved;
		booksVariance[i] += process;

		const predicted = estimate[i] + moved;
		const sensor = rank[i] < coverage;
		let x = predicted;
		let v = variance[i] + process;
		let b = unseen[i] + expected;
		let message = 0;
		let due = sends && sensor;
		let age = lag;
		let stamped = latest;
		if (due && spread > 0) {
			age += Math.floor(uniform(delay[i - from]) * (spread + 1));
			stamped = (tick + width - age) % width;
		}
		if (age > tick) due = false;
		const since = total - pastFlow[i * width + stamped];
		const sensedStock = pastStock[i * width + stamped];
		reported[i] += moved;
		if (due && when === ON_CHANGE) {
			due = Math.abs(sensedStock + since - reported[i]) > deadband * Math.max(Math.abs(reported[i]), 1);
			if (due) reported[i] = sensedStock + since;
		} else if (due && when === ON_DEMAND)
			due = Math.sqrt(v + b * b) > deadband * Math.max(Math.abs(predicted), 1);
		if (due && uniform(lost[i - from]) >= messageLoss) {
			const bias = rint(drift * (tick - age - countedAt[i]));
			const read = rint(sensedStock * misreading(sigma, noise[i - from])) + bias + since;
			const error = sigma * Math.max(Math.abs(predicted), 1);
			const r = error * error;
			const oldVariance = Math.max(0, v - age * process);
			const oldBias = Math.max(0, b - age * expected);
			const m = oldVariance + oldBias * oldBias;
			const gain = gainOf(m, r, act || (r === 0 && age === 0));
			x = (1 - gain) * predicted + gain * read;
			v -= gain * oldVariance;
			b -= gain * oldBias;
			stamp[i] = Math.max(stamp[i], tick - age);
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
