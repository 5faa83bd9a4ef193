// §4.3 Readiness for services r_k: customers come to accept them as Bass (1969) has it, by themselves and from their peers.
//
// The hazard of adopting is p + q·(share of peers that adopted) a tick. Its sum up to tick t is H = p t + (q/d)(n t − T) for a
// customer with d peers, n of them adopters whose ticks of adoption sum to T, since a peer who adopted at tick a counts in t − a ticks. So a
// customer draws one threshold, exponential with mean 1, and adopts once H has reached it: no draw per tick.

import { links } from "../engine/network/network.js";
import { exponential } from "../engine/random/continuous.js";
import { purpose } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, tickOf, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, NEVER, peers } from "./customer.js";
import { Words } from "./drawn.js";
import { settings } from "./settings.js";

const THRESHOLD = purpose("adoption threshold");
const words = new Words();

/** Each customer's threshold before the world's next tick: of who has not adopted yet, beyond the hazard so far. */
export function drawThresholds(world: World): void {
	const { threshold, looksAt, adoptedAt } = columns(world, customer);
	const drawn = words.draw(draws(world, THRESHOLD), 0, threshold.length, 0);
	const last = Math.max(0, tickOf(world) - 1);
	const { p, q, share, reaches } = influences(world, last);
	for (let i = 0; i < threshold.length; i++) {
		const ready = share(i);
		threshold[i] = adoptedAt[i] >= 0 ? Infinity : p + q * ready + exponential(drawn[i]);
		looksAt[i] = reaches(threshold[i], ready);
	}
}

/**
 * The parts of H up to a tick: p t, q, and by customer (n t − T)/d; and when H can reach a threshold, since with each tick peers can have been
 * ready for one more at most. For who has no peers all other customers stand in their place.
 */
function influences(world: World, tick: number) {
	const { adoptedAt, peersAdopted, peersAdoptedAt } = columns(world, customer);
	const { adopters, adoptionTicks } = columns(world, accounts);
	const { bassInnovation, bassImitation } = columns(world, settings);
	const [p, q] = [bassInnovation[0], bassImitation[0]];
	const { offsets, incomingOffsets } = links(world, peers);
	const ofAll = (adopters[0] * tick - adoptionTicks[0]) / Math.max(1, adoptedAt.length - 1);
	const share = (id: number) => {
		const degree = offsets[id + 1] - offsets[id] + (incomingOffsets[id + 1] - incomingOffsets[id]);
		return degree > 0 ? (peersAdopted[id] * tick - peersAdoptedAt[id]) / degree : ofAll;
	};
	// A little sooner, for what rounding takes.
	const reaches = (threshold: number, ready: number) =>
		Math.max(tick + 1, Math.min(NEVER, Math.floor((0.99999 * (threshold + q * (tick - ready))) / (p + q))));
	return { p: p * tick, q, share, reaches };
}

/** Who has reached its threshold adopts; until it can have, it does not look. */
export function adopt(world: World, from: number, to: number, tick: number): void {
	const { threshold, looksAt, adoptedAt } = columns(world, customer);
	const { adopting } = columns(world, accounts);
	const { p, q, share, reaches } = influences(world, tick);
	let count = 0;
	for (let i = from; i < to; i++) {
		if (looksAt[i] > tick) continue;
		const ready = share(i);
		if (p + q * ready < threshold[i]) {
			looksAt[i] = reaches(threshold[i], ready);
			continue;
		}
		threshold[i] = Infinity;
		looksAt[i] = NEVER;
		adoptedAt[i] = tick;
		count++;
	}
	if (count > 0) Atomics.add(adopting, 0, count);
}

/** Who has adopted in this tick is known to its peers; what it adds to their hazard is 0 in this tick yet. */
export function tellPeers(world: World, from: number, to: number, tick: number): void {
	const { offsets, targets, sources, incomingOffsets, incomingEdges } = links(world, peers);
	if (targets.length === 0) return;
	const { adoptedAt, peersAdopted, peersAdoptedAt } = columns(world, customer);
	const tell = (peer: number) => {
		Atomics.add(peersAdopted, peer, 1);
		Atomics.add(peersAdoptedAt, peer, tick);
	};
	for (let i = from; i < to; i++) {
		if (adoptedAt[i] !== tick) continue;
		for (let e = offsets[i]; e < offsets[i + 1]; e++) tell(targets[e]);
		for (let k = incomingOffsets[i]; k < incomingOffsets[i + 1]; k++) tell(sources[incomingEdges[k]]);
	}
}
