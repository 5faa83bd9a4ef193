// What a choice of classes has to keep to, as a planner writes it: an option of the optimizer, no part of a scenario.

import { z } from "zod";
import { readBy } from "../read-by.js";
import { nonNegative } from "../schema/ranges.js";

const component = z.string().min(1).max(120);

export const classLimits = z.strictObject({
	pairs: z
		.array(
			z.strictObject({
				first: component,
				second: component,
				rule: z.enum(["excludes", "requires"]),
			}),
		)
		.default([])
		.describe(
			"components by name. excludes: no product has both always; requires: what always has the first always has the second",
		),
	budget: nonNegative
		.max(1e12)
		.optional()
		.describe("for tooling, of all parts together, $; none if left out"),
	tooling: nonNegative
		.max(1e9)
		.default(0)
		.describe("that a part which is mandatory or optional takes, $ in each family"),
	delayDays: nonNegative
		.max(1e6)
		.optional()
		.describe("most that the options of a stage may add to its production time, days; any if left out"),
});

export type ClassLimits = z.input<typeof classLimits>;

/** Reads limits from YAML or JSON. @throws BadInput with one fault for each thing that is wrong */
export const parseClassLimits = (text: string, file: string): ClassLimits => readBy(classLimits, text, file);
