// Rows of the tables in docs/methods.md, from what the known results find.

import { toWithin } from "../../cli/text/wording.js";
import type { KnownResult } from "../../scenarios/known-results/known-result.js";

/** A row for each result; of results "…, path k of n" one row, with a cell for each path. */
export async function resultRows(results: readonly KnownResult[]): Promise<string[]> {
	const rows = new Map<string, string[]>();
	for (const { name, expected, tolerance, source, find } of results) {
		const found = await find();
		const [, whole, path] = name.match(/^(.*), path (\d+) of \d+$/) ?? [];
		const cell = toWithin(found, tolerance);
		if (whole === undefined) rows.set(name, [toWithin(expected, tolerance), cell, source]);
		else rows.set(whole, [...(path === "1" ? [] : (rows.get(whole) ?? [])), cell]);
	}
	return [...rows].map(([name, cells]) => `| ${[name, ...cells].join(" | ")} |`);
}
