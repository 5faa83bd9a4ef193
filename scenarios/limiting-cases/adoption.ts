// Adoption of services where everyone is a peer of everyone, against Bass's closed form.

import type { RunResult } from "../../engine/experiment/run-spec.js";
import { type LimitingCase, lineOf, plain } from "./limiting-case.js";

const PER_YEAR = 50;
/** Share of adopters when most adopt, (q − p)/2q. */
const AT_PEAK = 0.35 / 0.76;
const source =
	"Bass (1969), Management Science 15(5): F(t) = (1 − e^{−(p+q)t})/(1 + (q/p)e^{−(p+q)t}), p .03, q .38";
/** 100,000 customers, ten years in steps of a fiftieth of one; without peer links all others are a customer's peers. */
const runs = [
	{
		scenario: "bulldozer",
		sets: [...plain, "customers.owners=100000", `tick.days=${365 / PER_YEAR}`, `ticks=${10 * PER_YEAR + 1}`],
	},
];

/** Share of adopters after so many years, linear between ticks. */
function shareAfter(years: number, result: RunResult): number {
	const share = lineOf(result, "adoption");
	const t = Math.floor(years * PER_YEAR);
	return share[t] + (years * PER_YEAR - t) * (share[t + 1] - share[t]);
}

/** Years until so many have adopted, linear between ticks. */
function yearsTo(level: number, result: RunResult): number {
	const share = lineOf(result, "adoption");
	let t = 0;
	while (t < share.length && share[t] < level) t++;
	return (t - (share[t] - level) / (share[t] - share[t - 1])) / PER_YEAR;
}

export const adoptions: readonly LimitingCase[] = [
	{
		name: "adoption of services: share after 10 years",
		expected: 0.8128032,
		// Three standard errors, .0024 each, and the error of the step, .0014.
		tolerance: 0.0086,
		source,
		runs,
		find: ([result]) => (result ? lineOf(result, "adoption")[10 * PER_YEAR] : Number.NaN),
	},
	{
		name: "adoption of services: years to its peak",
		expected: 6.192619,
		// Three standard errors, .031 each, and the error of the step, .016.
		tolerance: 0.11,
		source,
		runs,
		find: ([result]) => (result ? yearsTo(AT_PEAK, result) : Number.NaN),
	},
	{
		name: "adoption of services: share after 6.192619 years, where it spreads fastest",
		expected: 0.4605263,
		// Three standard errors, .0034 each, and the error of the step, .0018.
		tolerance: 0.012,
		source,
		runs,
		find: ([result]) => (result ? shareAfter(6.192619, result) : Number.NaN),
	},
];
