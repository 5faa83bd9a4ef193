// What is left of a machine when its life ends, and what keeping data of its life costs.

import { z } from "zod";
import { assumed, nonNegative, share } from "./ranges.js";

export const lifecycle = z
	.strictObject({
		recovered: share
			.default(0.25)
			.describe("share of a machine's material that is recovered with no data of its life")
			.meta(assumed),
		recoveredByData: share
			.default(0.35)
			.describe(
				"share recovered beyond that when all stages of its life are recorded; both together at most 1",
			)
			.meta(assumed),
		recoveredPrice: share
			.default(0.9)
			.describe("price of recovered material, share of that of virgin material")
			.meta(assumed),
		storagePerGbMonth: nonNegative
			.max(1e6)
			.default(0.02)
			.describe("$ per GB of recorded data and month")
			.meta(assumed),
	})
	.prefault({});
