// What makers record of a tick: their twins' messages, and each unit that an instrumented stage makes (MODEL §4.10).

import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { manufacturer, supply } from "../manufacturer.js";
import { settings } from "../settings.js";
import { bytesOf, STAGE } from "./stages.js";

/** Bytes = units · bytes of a unit's record + messages · bytes of a message; what was recorded stays stored. */
export function recordData(world: World, from: number, to: number): void {
	const own = columns(world, manufacturer);
	const { released, rank, sent, atWorkSent, messages, stored, bytes } = own;
	const { offsets, sent: sentAlong } = links(world, supply);
	const coverage = columns(world, settings).coverage[0];
	for (let i = from; i < to; i++) {
		const first = offsets[i];
		const last = offsets[i + 1];
		let received = sent[i] + atWorkSent[i];
		for (let e = first; e < last; e++) received += sentAlong[e];
		const instrumented = rank[i] < coverage;
		const unit = bytesOf[first < last ? STAGE.assembly : STAGE.machining];
		const recorded =
			received * bytesOf[STAGE.operation] + (instrumented ? Math.max(0, released[i]) * unit : 0);
		messages[i] = received;
		bytes[i] = recorded;
		stored[i] += recorded;
	}
}
