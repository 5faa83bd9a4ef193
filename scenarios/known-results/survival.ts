// Survival of a published trial: weeks in remission under 6-mercaptopurine.

import { analysis } from "../../engine/index.js";
import type { KnownResult } from "./known-result.js";

/** Negative: still in remission when last seen. */
const WEEKS = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const SOURCE = "Freireich et al. 1963; Kleinbaum & Klein 2012";

const trial = () =>
	analysis.kaplanMeier({ times: WEEKS.map(Math.abs), observed: WEEKS.map((week) => week > 0) });

const after = (week: number) => trial().steps.find(({ time }) => time === week);

export const survival: readonly KnownResult[] = [
	...[
		[6, 0.857],
		[7, 0.807],
		[10, 0.753],
		[13, 0.69],
		[16, 0.627],
		[22, 0.538],
		[23, 0.448],
	].map(([week, expected]) => ({
		name: `Kaplan–Meier, leukemia trial: share in remission after week ${week}`,
		expected,
		tolerance: 0.0005,
		source: SOURCE,
		find: () => after(week)?.survival ?? Number.NaN,
	})),
	{
		name: "Kaplan–Meier, leukemia trial: standard error after week 23",
		expected: 0.1346,
		tolerance: 0.00005,
		source: SOURCE,
		find: () => Math.sqrt(after(23)?.variance ?? Number.NaN),
	},
	{
		name: "Kaplan–Meier, leukemia trial: median weeks in remission",
		expected: 23,
		tolerance: 0,
		source: SOURCE,
		find: () => trial().median?.value ?? Number.NaN,
	},
];
