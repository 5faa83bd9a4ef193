// What becomes of firms that can no longer pay, and who comes in their stead.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { manufacturer } from "../manufacturer.js";
import { FATE } from "../ownership-columns.js";
import { serviceFirm } from "../service-firm.js";

export const ownership: Metric = {
	name: "ownership",
	unit: "firms/tick, firms/tick, firms/tick, firms",
	about: "firms with a new owner, makers that close, newcomers; places that stand empty",
	labels: ["newOwners", "exits", "entries", "empty"],
	over: accounts.name,
	observe(world, from, to, _tick, out) {
		if (from === to) return;
		const { fate, closed } = columns(world, manufacturer);
		const fates = [0, 0, 0, 0];
		for (const one of columns(world, serviceFirm).fate) fates[one] += 1;
		for (const one of fate) fates[one] += 1;
		let empty = 0;
		for (const place of closed) empty += place;
		out.set([fates[FATE.newOwner], fates[FATE.exit], fates[FATE.entry], empty]);
	},
};
