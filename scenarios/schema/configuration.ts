// How products are configured: which parts are in every product, which in those of a family, which where a customer asks.

import { z } from "zod";
import { moduleClasses } from "../../optimizers/classes/problem.js";
import { assumed, nonNegative } from "./ranges.js";

const name = z.string().min(1).max(120);

export const configuration = z
	.strictObject({
		classes: z
			.record(name, z.record(name, z.enum(moduleClasses)))
			.default({})
			.describe(
				"component (a stage, or what variants are of) → stage that buys it → class. base: in every product of all who buy it, in the dearest variant, which fits all; mandatory: in every product, in the buyer's own variant; optional: where customers ask. If left out: optional where options name it, else base where all are alike, else mandatory",
			)
			.meta(assumed),
		delayDays: z
			.number()
			.min(0)
			.max(365)
			.default(0)
			.describe("that each optional part adds to the production time of the stage that mounts it, days")
			.meta(assumed),
		setUpPerWeek: nonNegative
			.max(1e7)
			.default(0)
			.describe("what a stage pays to keep a part that is mandatory or optional set up, $ per part and week")
			.meta(assumed),
	})
	.prefault({});
