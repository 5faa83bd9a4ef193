// Shards cover a table once, follow from its size or its cells alone, and are neither tiny nor huge.

import fc from "fast-check";
import { expect, test } from "vitest";
import { shardsOf } from "../../engine/schedule/shards.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";

const cell = agentKind("cell", { state: { alive: column("u8", "flag", "whether it lives") } });
const bounds = (size: number, cells?: readonly number[]) => [
	...shardsOf(buildWorld([{ kind: cell, size, ...(cells && { cells }) }], [], [1, 2]), "cell"),
];
const pairs = (values: readonly number[]) =>
	values.slice(1).map((to, k) => [values[k] as number, to] as const);

test("every row in one shard, in order, of 256 to 8192 rows but the last, which begin at multiples of 64", () => {
	fc.assert(
		fc.property(fc.nat(2_000_000), (size) => {
			const found = bounds(size);
			expect(found[0]).toBe(0);
			expect(found.at(-1)).toBe(size);
			for (const [from, to] of pairs(found)) {
				expect(from % 64).toBe(0);
				expect(to - from).toBeLessThanOrEqual(8192);
				if (to < size) expect(to - from).toBeGreaterThanOrEqual(256);
			}
			// Among 7 threads or fewer, none has much more to do than another.
			if (size > 64 * 256) expect(found.length - 1).toBeGreaterThanOrEqual(50);
		}),
	);
});

test("where there are cells, each lies in one shard", () => {
	const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 200 });
	fc.assert(
		fc.property(sizes, (lengths) => {
			const cells = [0];
			for (const length of lengths) cells.push((cells.at(-1) as number) + length);
			const size = cells.at(-1) as number;
			const found = bounds(size, cells);
			expect(found[0]).toBe(0);
			expect(found.at(-1)).toBe(size);
			for (const bound of found) expect(cells).toContain(bound);
			for (const [from, to] of pairs(found)) {
				expect(to).toBeGreaterThan(from);
				if (to < size) expect(to - from).toBeGreaterThanOrEqual(256);
			}
		}),
	);
});

test("cells that do not rise from 0 to the size are refused", () => {
	for (const cells of [[], [0], [0, 4], [1, 5], [0, 3, 3, 5], [0, 6, 5]])
		expect(() => bounds(5, cells)).toThrow("cell: cells must rise from 0 to 5");
	expect(bounds(5, [0, 2, 5])).toEqual([0, 5]);
});
