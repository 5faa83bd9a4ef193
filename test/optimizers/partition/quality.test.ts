// What a partition is judged by: what each quality function says that joining and moving cost follows from what modules cost.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constantPotts } from "../../../optimizers/partition/constant-potts.js";
import { generalQuality } from "../../../optimizers/partition/general-objective.js";
import { modularity } from "../../../optimizers/partition/modularity.js";

const edges = { nodeCount: 4, sources: [0, 1, 2, 3], targets: [1, 2, 3, 0], weights: [3, 1, 2, 5] };
const qualities = {
	modularity: modularity(edges, 1),
	"modularity of directed edges": modularity({ ...edges, directed: true }, 1),
	"modularity of edges of both signs": modularity({ ...edges, weights: [3, -1, 2, -5] }, 1.3),
	"constant Potts": constantPotts(edges, 0.7),
	"J with squares": generalQuality(edges, { kappa: 0.4 }),
	"J with another power": generalQuality(edges, { kappa: 0.4, beta: 1.6 }),
};

describe.each(Object.entries(qualities))("%s", (_, { width, cost, joining, moving }) => {
	const size = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: width, maxLength: width });
	const costOf = (...parts: readonly (readonly number[])[]) =>
		cost(
			Float64Array.from({ length: width }, (_, k) => parts.reduce((sum, part) => sum + (part[k] ?? 0), 0)),
			0,
		);

	it("joining two costs what both together cost more than each alone", () => {
		fc.assert(
			fc.property(size, size, (a, b) => {
				const expected = costOf(a, b) - costOf(a) - costOf(b);
				expect(joining(Float64Array.from(a), 0, Float64Array.from(b), 0)).toBeCloseTo(expected, 9);
			}),
		);
	});

	it("moving a part costs what both modules cost more than before", () => {
		fc.assert(
			fc.property(size, size, size, (part, rest, other) => {
				const modules = Float64Array.from([...rest.map((value, k) => value + (part[k] ?? 0)), ...other]);
				const expected = costOf(rest) + costOf(other, part) - costOf(rest, part) - costOf(other);
				expect(moving(modules, 0, width, Float64Array.from(part), 0)).toBeCloseTo(expected, 9);
			}),
		);
	});
});
