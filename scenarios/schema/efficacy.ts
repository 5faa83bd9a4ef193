// What the system is to maximise.

import { z } from "zod";
import { assumed, LONG, share } from "./ranges.js";

export const efficacy = z
	.strictObject({
		promiseDays: z
			.number()
			.min(0.001)
			.max(LONG)
			.default(7)
			.describe("promised delivery time, days")
			.meta(assumed),
		windowTicks: z
			.int()
			.min(1)
			.max(520)
			.default(13)
			.describe("ticks over which its sums run, each of which is kept")
			.meta(assumed),
		weights: z
			.strictObject({
				customer: share.default(0.25).describe("weight of the component customer").meta(assumed),
				economic: share.default(0.25).describe("weight of the component economic").meta(assumed),
				winWin: share.default(0.15).describe("weight of the component win-win").meta(assumed),
				responsiveness: share.default(0.15).describe("weight of the component responsiveness").meta(assumed),
				sustainability: share.default(0.1).describe("weight of the component sustainability").meta(assumed),
				resilience: share.default(0.1).describe("weight of the component resilience").meta(assumed),
			})
			.describe("weights of the components; divided by their sum")
			.prefault({}),
	})
	.prefault({});
