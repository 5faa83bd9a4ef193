// §4.3 Readiness for services r_k: customers come to accept them as Bass (1969) has it, by themselves and from their peers.
//
// The hazard of adopting is p + q·(share of peers that adopted) a tick. Its sum up to tick t is H = p t + (q/d)(n t − T) for a
// customer with d peers, n of them adopters whose ticks of adoption sum to T, since a peer who adopted at tick a counts in t − a ticks. So a
// customer draws one threshold, exponential with mean 1, and adopts once H has reached it: no draw per tick.

import { links } from "../engine/network/network.js";
import { exponential } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, tickOf, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { customer, peers } from "./customer.js";
import { settings } from "./settings.js";

const THRESHOLD = purpose("adoption threshold");

/** Each customer's threshold before the world's next tick: of who has not adopted yet, beyond the hazard so far. */
export function drawThresholds(world: World): void {
	const { threshold, adoptedAt } = columns(world, customer);
	const stream = draws(world, THRESHOLD);
	const hazard = hazards(world, Math.max(0, tickOf(world) - 1));
	for (let i = 0; i < threshold.length; i++)
		threshold[i] = adoptedAt[i] >= 0 ? Infinity : hazard(i) + exponential(word(stream, i, 0, 0));
}

/** H of each customer up to a tick. For who has no peers all other customers stand in their place. */
function hazards(world: World, tick: number): (id: number) => number {
	const { adoptedAt, peersAdopted, peersAdoptedAt } = columns(world, customer);
	const { adopters, adoptionTicks } = columns(world, accounts);
	const { bassInnovation, bassImitation } = columns(world, settings);
	const { offsets, incomingOffsets, targets } = links(world, peers);
	const p = bassInnovation[0] * tick;
	const q = bassImitation[0];
	const others = Math.max(1, adoptedAt.length - 1);
	const hazardOfAll = p + (q / others) * (adopters[0] * tick - adoptionTicks[0]);
	if (targets.length === 0) return () => hazardOfAll;
	return (id) => {
		const degree = offsets[id + 1] - offsets[id] + (incomingOffsets[id + 1] - incomingOffsets[id]);
		if (degree === 0) return hazardOfAll;
		return p + (q / degree) * (peersAdopted[id] * tick - peersAdoptedAt[id]);
	};
}

/** Who has reached its threshold adopts. */
export function adopt(world: World, from: number, to: number, tick: number): void {
	const { threshold, adoptedAt } = columns(world, customer);
	const { adopting } = columns(world, accounts);
	const { bassInnovation, bassImitation } = columns(world, settings);
	const hazard = hazards(world, tick);
	// All peers, from the first tick on; rounding cannot make a share of them more than that.
	const most = (bassInnovation[0] + 1.0001 * bassImitation[0]) * tick;
	let count = 0;
	for (let i = from; i < to; i++) {
		const wanted = threshold[i];
		if (wanted > most || hazard(i) < wanted) continue;
		threshold[i] = Infinity;
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
