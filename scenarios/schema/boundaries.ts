// What crosses the borders between modules: boundary functions, and how far the cloud pools.

import { z } from "zod";
import { cloudStages } from "../../agents/parameters.js";
import { assumed, nonNegative, positive, share } from "./ranges.js";

export const cloud = z
	.strictObject({
		stage: z
			.enum(cloudStages)
			.default("local")
			.describe(
				"connected: twins cost less; pooledModule, pooledCluster, pooledNetwork: idle hours are lent between modules of a smallest cell of the hierarchy, of a largest cell, of all, and there between service firms of a kind, too",
			)
			.meta(assumed),
		connectedCost: share
			.default(0.7)
			.describe("running cost of an instrumented stage, from stage connected on, as a share")
			.meta(assumed),
	})
	.describe("how far capacity is pooled beyond the module")
	.prefault({});

/** b(x) = low + (high − low)/(1 + exp(−slope (x − middle))). */
const functionOf = (low: number, high: number, slope: number, middle: number) => ({
	low: share.default(low).describe("b at its lowest").meta(assumed),
	high: share.default(high).describe("b at its highest").meta(assumed),
	slope: positive.max(100).default(slope).describe("k: steepness of b").meta(assumed),
	middle: z
		.number()
		.min(-1)
		.max(2)
		.default(middle)
		.describe("x0: the x at which b is halfway; x is cut to the same range")
		.meta(assumed),
});
const tax = (value: number, on: string, most = 1) =>
	nonNegative.max(most).default(value).describe(`tau: cost of crossing, ${on}`).meta(assumed);

export const boundaries = z
	.strictObject({
		on: z
			.boolean()
			.default(false)
			.describe("boundary functions act; false: borders are closed to all but contracts and shared demand")
			.meta(assumed),
		material: z
			.strictObject({
				...functionOf(0, 0.5, 6, 0.5),
				tax: tax(
					0.02,
					"share of the value of what is bought in another module; under contract (1 - b) of it",
				),
			})
			.describe("b: share of an order that may go to another maker of the item; x: backlog over l F")
			.prefault({}),
		labor: z
			.strictObject({ ...functionOf(0, 0.3, 8, 0.25), tax: tax(0.2, "share of the wage") })
			.describe("b: share of idle hours lent beyond the module; x: load of who is short less the lender's")
			.prefault({}),
		funds: z
			.strictObject({
				...functionOf(0, 0.3, 6, 0.3),
				tax: tax(0.01, "share of the loan"),
				interest: nonNegative
					.max(10)
					.default(0.08)
					.describe("on loans between makers, share per year")
					.meta(assumed),
			})
			.describe("b: share of spare cash lent beyond the module; x: (need - cash) / need")
			.prefault({}),
		information: z
			.strictObject({ ...functionOf(0.1, 0.9, 6, 0.4), tax: tax(0.05, "$ per message", 1000) })
			.describe("b: psi, and share of a supplier's delay that is known; x: percentage error of the forecast")
			.prefault({}),
	})
	.describe("boundary functions between modules, by channel")
	.prefault({});
