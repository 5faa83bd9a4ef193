// Rows of the tables in docs/methods.md, from what `fractwin verify --only methods --json` prints.

import { toWithin } from "../../cli/text/wording.js";
import type { CheckedCase } from "../../cli/verify-cases.js";

/** A row for each case; of cases "…, path k of n" one row, with a cell for each path. */
export function resultRows(cases: readonly CheckedCase[]): string[] {
	const rows = new Map<string, string[]>();
	for (const { name, expected, found, tolerance, source } of cases) {
		const [, whole] = name.match(/^(.*), path \d+ of \d+$/) ?? [];
		const cell = toWithin(found, tolerance);
		if (whole === undefined) rows.set(name, [toWithin(expected, tolerance), cell, source]);
		else rows.set(whole, [...(rows.get(whole) ?? []), cell]);
	}
	return [...rows].map(([name, cells]) => `| ${[name, ...cells].join(" | ")} |`);
}
