// Double entry: stocks recounted against flows, cash against cash.

import { builtIn } from "../built-in.js";
import type { LimitingCase } from "./limiting-case.js";

const audited = (scenario: string, part: "goods" | "money", unit: string): LimitingCase => ({
	name: `${scenario}: ${part} that leaked, ${unit}`,
	expected: 0,
	tolerance: 0,
	source: "double entry: stocks recounted against flows",
	runs: [{ scenario, sets: scenario === "beer-game" ? [] : ["ticks=104", "warmUp=52"] }],
	find: ([result]) => result?.audit[part] ?? Number.NaN,
});

export const conservation: readonly LimitingCase[] = Object.keys(builtIn).flatMap((name) => [
	audited(name, "goods", "units"),
	audited(name, "money", "cents"),
]);
