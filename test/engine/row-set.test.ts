// Sets of rows say what a set of numbers says, whatever range they are asked for.

import fc from "fast-check";
import { expect, test } from "vitest";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { addRow, countRows, fillSet, listRows, removeRow } from "../../engine/world/row-set.js";
import { columns } from "../../engine/world/world.js";

const bird = agentKind("bird", { state: { awake: column("u32", "1", "a set of rows", 1 / 32) } });
const ROWS = 200;
const row = fc.nat(ROWS - 1);

test("rows added, removed, listed and counted as in a set of numbers", () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.boolean(), row), { maxLength: 400 }), row, row, (changes, a, b) => {
			const set = new Uint32Array(Math.ceil(ROWS / 32));
			const expected = new Set<number>();
			for (const [add, one] of changes) {
				if (add) addRow(set, one);
				else removeRow(set, one);
				expected[add ? "add" : "delete"](one);
			}
			const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
			const inRange = [...expected].filter((one) => one >= from && one < to).sort((x, y) => x - y);
			const out = new Int32Array(ROWS).fill(-1);
			expect(listRows(set, from, to, out)).toBe(inRange.length);
			expect([...out.subarray(0, inRange.length)]).toEqual(inRange);
			expect(out.subarray(inRange.length).every((one) => one === -1)).toBe(true);
			expect(countRows(set, from, to)).toBe(inRange.length);
		}),
	);
});

test("a filled set has every row of its table and no other", () => {
	for (const rows of [0, 1, 31, 32, 33, 64, 95]) {
		const { awake } = columns(buildWorld([{ kind: bird, size: rows }], [], [1, 2]), bird);
		expect(awake.length).toBe(Math.ceil(rows / 32));
		awake.fill(0xffffffff);
		fillSet(awake, rows);
		expect(countRows(awake, 0, 32 * awake.length)).toBe(rows);
		expect(countRows(awake, 0, rows)).toBe(rows);
	}
});

test("an empty range has none", () => {
	const set = Uint32Array.of(0xffffffff, 0xffffffff);
	for (const at of [0, 5, 32, 64]) {
		expect(countRows(set, at, at)).toBe(0);
		expect(listRows(set, at, at, new Int32Array(0))).toBe(0);
	}
});
