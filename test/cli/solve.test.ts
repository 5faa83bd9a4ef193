// fractwin solve, as a user types it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { begin, emptyFolder, fractwin, fractwinJson, inside, insideJson, until } from "./command.js";

const mps = (rows: string, columns: string, sides: string, bounds = "") =>
	`NAME t\nROWS\n N COST\n${rows}COLUMNS\n${columns}RHS\n${sides}BOUNDS\n${bounds}ENDATA\n`;

/**
 * Market split (Cornuéjols and Dawande 1998): 0-1 columns that share each row in halves, with what is missing or too much to be
 * small; hard for any branch and bound. The coefficients must be random: with regular ones it is solved in seconds.
 */
function marketSplit(rows: number, columns: number): string {
	let state = 1;
	const draw = () => {
		state = (Math.imul(1664525, state) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * 100);
	};
	const each = <T>(count: number, of: (k: number) => T) => Array.from({ length: count }, (_, k) => of(k));
	const weights = each(columns, () => each(rows, draw));
	const lines = (count: number, of: (k: number) => string) => each(count, of).join("");
	const half = (row: number) => Math.floor(weights.reduce((sum, column) => sum + (column[row] ?? 0), 0) / 2);
	const slacks = lines(rows, (i) => ` S${i} COST 1 R${i} 1\n T${i} COST 1 R${i} -1\n`);
	const choices = lines(columns, (j) => lines(rows, (i) => ` X${j} R${i} ${weights[j]?.[i]}\n`));
	return mps(
		lines(rows, (i) => ` E R${i}\n`),
		`${slacks} M1 'MARKER' 'INTORG'\n${choices} M2 'MARKER' 'INTEND'\n`,
		lines(rows, (i) => ` RHS R${i} ${half(i)}\n`),
		lines(columns, (j) => ` UP BND X${j} 1\n`),
	);
}

const files = {
	"good.mps": mps(" G R1\n", " X COST 2 R1 1\n Y COST 3 R1 1\n", " RHS R1 4 COST -1\n"),
	"infeasible.mps": mps(" G R1\n", " X COST 2 R1 1\n", " RHS R1 4\n", " UP BND X 3\n"),
	"unbounded.mps": mps(" L R1\n", " X COST -2\n Y COST 1 R1 1\n", " RHS R1 4\n"),
	"bad.mps": "this is no programme\n",
	"hard.mps": marketSplit(6, 50),
};

const folder = emptyFolder();
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

test("prints status, objective and every value as JSON, and a table for readers", () => {
	expect(fractwinJson(["solve", "good.mps"], folder)).toMatchObject({
		status: "optimal",
		objective: 9,
		values: { X: 4, Y: 0 },
		duals: { R1: 2 },
	});
	const { code, out, err } = fractwin(["solve", "good.mps"], folder);
	expect([code, err]).toEqual([0, ""]);
	expect(out).toMatch(/^good\.mps: 2 variables, 1 constraint\noptimal\nobjective: 9\n/);
	expect(out).toMatch(/\nX +4\n/);
	expect(out).toContain("1 variable more is 0");
});

test.each(["infeasible", "unbounded"])("%s is an answer", async (status) => {
	expect(await insideJson(["solve", `${status}.mps`], folder)).toMatchObject({ status, values: {} });
	expect((await inside(["solve", `${status}.mps`], folder)).out).toContain(`${status}: `);
});

test("a bad file, a missing one and a bad option exit with 2 and one message", async () => {
	const bad = fractwin(["solve", "bad.mps", "--json"], folder);
	expect([bad.code, bad.out]).toEqual([2, ""]);
	expect(bad.err).toBe("bad.mps: is no MPS, or not a whole one; expected a programme in MPS\n");
	expect(await inside(["solve", "god.mps"], folder)).toMatchObject({
		code: 2,
		err: expect.stringMatching(/good\.mps/),
	});
	expect((await inside(["solve", "good.mps", "--time-limit", "no"], folder)).code).toBe(2);
});

test("a limit of time exits with 3 and the best so far", () => {
	const { code, out } = fractwin(["solve", "hard.mps", "--time-limit", "1", "--json"], folder);
	expect(code).toBe(3);
	const { status, objective, bound, values } = JSON.parse(out);
	expect(status).toBe("limit");
	if (objective !== undefined) {
		expect(bound).toBeLessThan(objective);
		expect(Object.keys(values)).toHaveLength(62);
	}
});

test("Ctrl-C ends it at once with 130", async () => {
	const { child, ended, said } = begin(["solve", "hard.mps", "--time-limit", "60"], folder);
	await until(() => said().includes("solving hard.mps"));
	child.kill("SIGINT");
	await until(() => said().includes("interrupted"), 10);
	expect(await ended).toMatchObject({ code: 130, out: "" });
});
