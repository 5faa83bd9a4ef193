// How makers are organized: modules and what they cost.

import { z } from "zod";
import { planningKinds } from "../../agents/organized.js";
import { assumed, nonNegative } from "./ranges.js";
import { stageName } from "./stage.js";

export const modules = z
	.strictObject({
		size: z
			.int()
			.min(1)
			.max(1_000_000)
			.default(1)
			.describe("makers to a module, in the order of places; of kind leiden: at most")
			.meta(assumed),
		kind: z
			.enum(["blocks", "leiden"])
			.default("blocks")
			.describe(
				"blocks: neighbors in the order of places; leiden: a partition of the expected flows, in value, by modularity",
			)
			.meta(assumed),
		members: z
			.array(z.array(stageName).min(1).max(100_000))
			.min(1)
			.max(100_000)
			.optional()
			.describe(
				"in place of size and kind: the stages of each module by name; who is in none is one of its own",
			)
			.meta(assumed),
		lending: z
			.boolean()
			.default(true)
			.describe("members lend each other idle hours in the same tick, free; false: hours move by plans alone")
			.meta(assumed),
		overhead: nonNegative
			.max(1000)
			.default(0)
			.describe("kappa_o: wage hours per week that a module of one costs")
			.meta(assumed),
		overheadPower: z
			.number()
			.min(1)
			.max(4)
			.default(2)
			.describe(
				"beta_o: a module of s costs s^beta_o times that; its members pay equal parts; below 1 a module of all would always cost least",
			)
			.meta(assumed),
	})
	.prefault({});

export const planning = z
	.strictObject({
		kind: z
			.enum(planningKinds)
			.default("none")
			.describe(
				"who sets each module's hours of a period, within 5 % of those contracted: none; greedy: the best product first; lp: a linear programme, in modules of up to 60 makers",
			)
			.meta(assumed),
		every: z.int().min(1).max(520).default(4).describe("ticks in a period").meta(assumed),
	})
	.prefault({});
