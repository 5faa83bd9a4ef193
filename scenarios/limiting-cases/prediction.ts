// What agents find out in the tick is what the world is made of.

import { type LimitingCase, outcome } from "./limiting-case.js";

const runs = [{ scenario: "bulldozer", sets: ["ticks=416", "applications.usePrediction=true"] }];
const source =
	"power law process by maximum likelihood, Crow & Basu (1988); failures are Weibull with 2 and 173";

export const predictions: readonly LimitingCase[] = [
	{
		name: "bulldozer: Weibull shape that maintenance firms find",
		expected: 2,
		// Three standard errors β/√N of 125,000 failures are .017; meters read every 13 ticks put ages into their bins late.
		tolerance: 0.04,
		source,
		runs,
		find: outcome("failureShape"),
	},
	{
		name: "bulldozer: Weibull scale that they find, weeks of use",
		expected: 173,
		// Three standard errors are 1.2.
		tolerance: 2.5,
		source,
		runs,
		find: outcome("failureScale"),
	},
];
