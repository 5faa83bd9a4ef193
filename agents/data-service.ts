// §4.7 Data services: what a maker's twins have sent in a tick is a job for a data firm.

import { links } from "../engine/network/network.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer, supply } from "./manufacturer.js";
import { askFor } from "./request.js";
import { KIND } from "./service-firm.js";

/** Every maker that got a message has its messages read. */
export function askForData(world: World, from: number, to: number): void {
	const { sent, atWorkSent, dataJobs } = columns(world, manufacturer);
	const { offsets, sent: ofComponents } = links(world, supply);
	let jobs = 0;
	for (let i = from; i < to; i++) {
		let messages = sent[i] + atWorkSent[i];
		for (let e = offsets[i]; e < offsets[i + 1]; e++) messages += ofComponents[e];
		dataJobs[i] = messages > 0 ? 1 : 0;
		jobs += dataJobs[i];
	}
	askFor(world, KIND.data, jobs);
}
