// How far sellers have gone from products to services, and the terms of their contracts.

import { z } from "zod";
import { assumed, nonNegative, positive, share } from "./ranges.js";

const fee = (ofUpkeep: number) =>
	nonNegative.max(100).default(ofUpkeep).describe("fee per tick, in expected upkeep").meta(assumed);
const weeks = (length: number) =>
	positive.max(5200).default(length).describe("length of a contract, weeks").meta(assumed);

export const servitization = z
	.strictObject({
		stage: z
			.number()
			.min(0)
			.max(3)
			.default(0)
			.describe(
				"of all sellers: 0 productOnly, 1 addOn, 2 enhanced, 3 embedded; the fraction is the share of sellers a stage further",
			)
			.meta(assumed),
		addOn: z.strictObject({ fee: fee(1.3), weeks: weeks(52) }).prefault({}),
		enhanced: z.strictObject({ fee: fee(1.5), weeks: weeks(156) }).prefault({}),
		embedded: z
			.strictObject({ fee: fee(1.3) })
			.describe("beside the rent, both while the machine works")
			.prefault({}),
		interestPerYear: nonNegative
			.max(1)
			.default(0.1)
			.describe("of the rent, and at which customers discount what they will pay")
			.meta(assumed),
		renewAbove: share.default(0.5).describe("satisfaction above which a contract is renewed").meta(assumed),
		penaltyPerWeek: share
			.default(0.01)
			.describe("share of the list price, for downtime beyond grace under stages 2 and 3")
			.meta(assumed),
		graceWeeks: nonNegative.max(52).default(1).describe("of downtime without penalty, weeks").meta(assumed),
		setUp: share.default(0.02).describe("of a year's usual revenue, to set up a stage").meta(assumed),
		setUpWeeks: positive.max(520).default(52).describe("that this takes, weeks").meta(assumed),
		ready: share.default(0.01).describe("of usual revenue, to keep each stage ready").meta(assumed),
		prevention: z
			.strictObject({
				detection: share
					.default(0.7)
					.describe("kappa_d: share of failures that an instrumented machine's twin sees coming")
					.meta(assumed),
				precision: z
					.number()
					.min(0.001)
					.max(1)
					.default(0.8)
					.describe("share of its alarms that are right; at 0 false ones would have no end")
					.meta(assumed),
				maintainedAge: share
					.default(0.3)
					.describe("share of a machine's virtual age that planned maintenance leaves")
					.meta(assumed),
				price: share
					.default(0.012)
					.describe("of planned maintenance, share of the product's price")
					.meta(assumed),
				work: nonNegative
					.max(10)
					.default(0.3)
					.describe("hours and parts of planned maintenance over those of a repair")
					.meta(assumed),
				inspection: share
					.default(0.002)
					.describe("cost of a false alarm, share of the product's price")
					.meta(assumed),
			})
			.describe("under stages 2 and 3; instrumented is the share twin.coverage of machines")
			.prefault({}),
		assetCredit: share
			.default(0.6)
			.describe("of the book value of rented machines, that the bank lends")
			.meta(assumed),
	})
	.describe("services that come with machines; only with demand.kind owners")
	.prefault({});
