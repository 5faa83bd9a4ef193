// Module classes where pooling alone decides: stocks of families with equal, independent demand.

import { assignClasses, type ClassProblem } from "../../optimizers/index.js";
import type { KnownResult } from "./known-result.js";

/** Families that take one component from a stock each, or all from one: a stock costs 10 times the deviation of what draws on it, 10. */
function stocks(families: number): ClassProblem {
	const at = Array.from({ length: families }, (_, place) => place);
	const drawn = (one: "base" | "mandatory") => at.map((place) => ({ place, class: one, amount: 100 }));
	return {
		places: at.map((place) => ({
			component: "engine",
			family: `family ${place + 1}`,
			offered: { base: { cost: 0 }, mandatory: { cost: 0 } },
		})),
		roots: [drawn("base"), ...drawn("mandatory").map((one) => [one])].map((amounts) => ({
			weight: 10,
			constant: 0,
			amounts,
		})),
	};
}

const source =
	"Eppen (1979), Management Science 25(5): n stocks in one cost the root of n, apart n, times one";

export const classResults: readonly KnownResult[] = [
	{
		name: "module classes: a component of nine families from one stock, one of which would cost 100",
		expected: 300,
		tolerance: 1e-9,
		source,
		find: async () => {
			const answer = await assignClasses(stocks(9));
			return answer.status === "optimal" ? answer.cost : Number.NaN;
		},
	},
	{
		name: "module classes: what two stocks cost above one, 100 (2 − √2)",
		expected: 100 * (2 - Math.SQRT2),
		tolerance: 1e-6,
		source,
		find: async () => {
			const answer = await assignClasses(stocks(2));
			return (answer.status === "optimal" && answer.runners[0]?.more) || Number.NaN;
		},
	},
];
