// Globality (MODEL §7): how much of the whole is seen in time, stage of life by stage, source by source.

import { links } from "../../engine/network/network.js";
import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { dataSources, lifecycleStages } from "../lifecycle/stages.js";
import { manufacturer, supply } from "../manufacturer.js";
import { settings } from "../settings.js";

/** Information no older than this counts as fresh, ticks. */
const FRESH = 4;

/**
 * Mean over 7 stages × 3 sources of the share of items that are fresh. A maker sees its own design, and its stocks as its
 * twin or a count tells, weighted by value; partners see the share ψ of that (industry). What happens to machines after
 * the sale comes back as far as data is shared, ψ (auxiliary). The other cells have no data: 0.
 */
export const globality: Metric = {
	name: "globality",
	unit: "0..1",
	about: "mean over stages of life and sources of data of the share of items no older than 4 ticks",
	over: accounts.name,
	observe(world, from, to, tick, out) {
		const { stamp, meanDemand, unitCost } = columns(world, manufacturer);
		const { offsets } = links(world, supply);
		const shared = columns(world, settings).sharingWeight[0];
		// Machining, assembly.
		const fresh = [0, 0];
		const all = [0, 0];
		for (let i = 0; i < stamp.length; i++) {
			const made = offsets[i] < offsets[i + 1] ? 1 : 0;
			const value = meanDemand[i] * unitCost[i];
			all[made] += value;
			if (tick - stamp[i] <= FRESH) fresh[made] += value;
		}
		const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
		const stocks = share(fresh[0] + fresh[1], all[0] + all[1]);
		const enterprise = 1 + share(fresh[0], all[0]) + share(fresh[1], all[1]) + stocks;
		const afterSale = 3 * shared;
		const cells = lifecycleStages.length * dataSources.length;
		for (let a = from; a < to; a++) out[0] = out[0] + (enterprise * (1 + shared) + afterSale) / cells;
	},
};
