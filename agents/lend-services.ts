// §4.7 Lend: idle hours of service firms go to those of the same kind whose customers would wait, for pay.

import { columns, type World } from "../engine/world/world.js";
import { boundaryOf } from "./boundary.js";
import { matchHours } from "./lend.js";
import { asked, makeRoom, offered } from "./match.js";
import { cloudStages } from "./parameters.js";
import { serviceFirm } from "./service-firm.js";
import { settings } from "./settings.js";

const NETWORK = cloudStages.indexOf("pooledNetwork");

/** 0, 1, 2, …: firms of a kind stand in a row. */
let rows = new Int32Array(0);

/**
 * As makers lend beyond their modules. Service firms belong to no cell of the hierarchy, so that only a cloud that reaches
 * all reaches them; then those of a kind are one pool. It is done with the row of its first firm.
 */
export function lendServices(world: World, from: number, to: number): void {
	const rules = columns(world, settings);
	if (rules.boundariesOn[0] === 0 || rules.cloud[0] < NETWORK) return;
	const own = columns(world, serviceFirm);
	const { place, ofKind, shortHours, idleHours } = own;
	if (rows.length < place.length) rows = Int32Array.from(place, (_, f) => f);
	const labor = boundaryOf(rules, "labor");
	for (let first = from; first < to; first++) {
		const count = ofKind[first];
		if (place[first] > 0 || count < 2) continue;
		makeRoom(count);
		for (let k = 0; k < count; k++) {
			asked[k] = shortHours[first + k];
			offered[k] = idleHours[first + k];
		}
		matchHours(labor, rows, first, count, own);
	}
}
