// Efficacy over the size of modules is an inverted U (pattern P4): pooling and less friction against overhead.

import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { outcome, resultOf } from "./worlds.js";

/** Of makers whose hours stay. */
const city = [
	"network.branching=3",
	"customers.owners=4000",
	"customers.renownWeight=0",
	"economics={}",
	"modules.overhead=0.2",
	"boundaries.on=true",
];
const efficacy = (size: number) =>
	Array.from({ length: 5 }, (_, replication) =>
		outcome(
			resultOf("fractal-city", [...city, `modules.size=${size}`], { replication, ticks: 156 }),
			"efficacy",
		),
	);

describe("modules of 81 generated makers", () => {
	const [alone, some, all] = [1, 9, 81].map(efficacy);

	it("of nine are better than makers alone, and than one module of all: both 95 % intervals of the difference", () => {
		const pooling = pairedDifference(some, alone, 0.95);
		const overhead = pairedDifference(some, all, 0.95);
		expect(pooling.low).toBeGreaterThan(0);
		expect(overhead.low).toBeGreaterThan(0);
	});
});
