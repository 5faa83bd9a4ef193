// What agents do with analyses of their data: association, prediction, clustering.

import { z } from "zod";
import { assumed, nonNegative, share } from "./ranges.js";

export const applications = z
	.strictObject({
		useAssociation: z
			.boolean()
			.default(false)
			.describe("suppliers forecast by rules on which buyers' orders announce others")
			.meta(assumed),
		leastSupport: share
			.default(0.1)
			.describe(
				"share of ticks in which the first side of a rule must have held: its support (Agrawal & Srikant 1994)",
			)
			.meta(assumed),
		usePrediction: z
			.boolean()
			.default(false)
			.describe("maintenance firms set their hours by failures predicted from the ages of their fleets")
			.meta(assumed),
		flexibility: share
			.default(0.3)
			.describe("share by which their hours may differ from the contract's")
			.meta(assumed),
		reserve: nonNegative
			.max(10)
			.default(1.5)
			.describe("hours beyond the predicted, standard deviations of the number of failures")
			.meta(assumed),
		useClustering: z
			.boolean()
			.default(false)
			.describe("recyclers grade returned machines by age and take the young grades apart with care")
			.meta(assumed),
		grades: z.int().min(1).max(12).default(3).describe("grades of returned machines").meta(assumed),
		gradeGain: share
			.default(0.5)
			.describe("what care yields beyond the usual, per share of the mean age by which a machine is younger")
			.meta(assumed),
		reviewEvery: z
			.int()
			.min(1)
			.max(520)
			.default(13)
			.describe("ticks between readings of meters, with a new fit and new grades")
			.meta(assumed),
	})
	.describe("what agents do with analyses of their data")
	.prefault({});
