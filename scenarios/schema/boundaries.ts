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
				"connected: twins cost less; pooledModule, pooledCluster, pooledNetwork: idle hours are lent between modules of a smallest cell of the hierarchy, of a largest cell, of all",
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
const channel = (
	x: string,
	does: string,
	[low, high, slope, middle, tax]: readonly [number, number, number, number, number],
	crossing: string,
	most = 1,
) =>
	z
		.strictObject({
			low: share.default(low).describe("b at its lowest").meta(assumed),
			high: share.default(high).describe("b at its highest").meta(assumed),
			slope: positive.max(100).default(slope).describe("k: steepness of b").meta(assumed),
			middle: z.number().min(-1).max(2).default(middle).describe("x0: x at which b is halfway").meta(assumed),
			tax: nonNegative.max(most).default(tax).describe(`tau: ${crossing}`).meta(assumed),
		})
		.describe(`${does}; x: ${x}`)
		.prefault({});

export const boundaries = z
	.strictObject({
		on: z
			.boolean()
			.default(false)
			.describe("boundary functions act; false: borders are closed to all but contracts and shared demand")
			.meta(assumed),
		labor: channel(
			"load of who is short less load of who lends",
			"share of idle hours that is lent beyond the module",
			[0, 0.3, 8, 0.25, 0.2],
			"share of the wage, on hours that cross",
		),
	})
	.describe("boundary functions between modules, by channel")
	.prefault({});
