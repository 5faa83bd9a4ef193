// What the system is to maximise.

import { z } from "zod";
import { positive, share } from "./ranges.js";

export const efficacy = z
	.strictObject({
		promiseDays: positive.default(7).describe("promised delivery time, days"),
		windowTicks: z.int().min(1).max(520).default(13).describe("ticks over which its sums run"),
		weights: z
			.strictObject({
				customer: share.default(0.25),
				economic: share.default(0.25),
				winWin: share.default(0.15),
				responsiveness: share.default(0.15),
				sustainability: share.default(0.1),
				resilience: share.default(0.1),
			})
			.describe("weights of the components; divided by their sum")
			.prefault({}),
	})
	.prefault({});
