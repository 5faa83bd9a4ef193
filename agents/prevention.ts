// §4.2 Prevention: the twin of a machine sees a failure coming, and planned maintenance takes the place of a repair.
//
// Whether it sees a failure is drawn when the machine would fail, by the number of that failure: nothing is done per tick.

import { uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { customer } from "./customer.js";
import { STAGE } from "./servitization.js";
import { settings } from "./settings.js";

const CAUGHT = purpose("caught failure");

/** Share of failures that are seen coming under contracts with prevention: γ κ_d. */
export function detectionRate(world: World): number {
	const { coverage, detection } = columns(world, settings);
	return coverage[0] * detection[0];
}

/** What prevention reads and writes, as locals of a step. */
export function preventionOf(world: World) {
	const { contract, events, younger } = columns(world, customer);
	const { maintainedAge } = columns(world, settings);
	return {
		contract,
		events,
		younger,
		rate: detectionRate(world),
		left: maintainedAge[0],
		stream: draws(world, CAUGHT),
	};
}
type Prevention = ReturnType<typeof preventionOf>;

/** Whether the failure that the customer's machine comes to now has been seen coming. */
export function isCaught({ contract, events, rate, stream }: Prevention, id: number): boolean {
	return contract[id] >= STAGE.enhanced && uniform(word(stream, id, events[id], 0)) < rate;
}

/** Planned maintenance of a machine used for v: its virtual age, by which it fails, becomes a share of what it was. */
export function maintain({ younger, left }: Prevention, id: number, v: number): void {
	younger[id] = v - left * (v - younger[id]);
}
