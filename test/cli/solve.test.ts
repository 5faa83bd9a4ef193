// fractwin solve, as a user types it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, fractwin, fractwinJson } from "./command.js";

const mps = (rows: string, columns: string, sides: string, bounds = "") =>
	`NAME t\nROWS\n N COST\n${rows}COLUMNS\n${columns}RHS\n${sides}BOUNDS\n${bounds}ENDATA\n`;

const files = {
	"good.mps": mps(" G R1\n", " X COST 2 R1 1\n Y COST 3 R1 1\n", " RHS R1 4 COST -1\n"),
	"infeasible.mps": mps(" G R1\n", " X COST 2 R1 1\n", " RHS R1 4\n", " UP BND X 3\n"),
	"unbounded.mps": mps(" L R1\n", " X COST -2\n Y COST 1 R1 1\n", " RHS R1 4\n"),
	"bad.mps": "this is no programme\n",
	// Market split (Cornuéjols and Dawande 1998): hard for any branch and bound.
	"hard.mps": mps(
		[0, 1, 2, 3, 4].map((i) => ` E R${i}\n`).join(""),
		`${[0, 1, 2, 3, 4].map((i) => ` S${i} COST 1 R${i} 1\n T${i} COST 1 R${i} -1\n`).join("")} M1 'MARKER' 'INTORG'\n${Array.from(
			{ length: 40 },
			(_, j) =>
				[0, 1, 2, 3, 4]
					.map((i) => ` X${j} R${i} ${((j + 1) * (i + 3) * 7919 + j * j * 104729) % 100}\n`)
					.join(""),
		).join("")} M2 'MARKER' 'INTEND'\n`,
		[0, 1, 2, 3, 4].map((i) => ` RHS R${i} ${970 + i}\n`).join(""),
		Array.from({ length: 40 }, (_, j) => ` UP BND X${j} 1\n`).join(""),
	),
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

test.each(["infeasible", "unbounded"])("%s is an answer", (status) => {
	expect(fractwinJson(["solve", `${status}.mps`], folder)).toMatchObject({ status, values: {} });
	expect(fractwin(["solve", `${status}.mps`], folder).out).toContain(`${status}: `);
});

test("a bad file, a missing one and a bad option exit with 2 and one message", () => {
	const bad = fractwin(["solve", "bad.mps", "--json"], folder);
	expect([bad.code, bad.out]).toEqual([2, ""]);
	expect(bad.err).toBe("bad.mps: is no MPS, or not a whole one; expected a programme in MPS\n");
	expect(fractwin(["solve", "god.mps"], folder)).toMatchObject({
		code: 2,
		err: expect.stringMatching(/good\.mps/),
	});
	expect(fractwin(["solve", "good.mps", "--time-limit", "no"], folder).code).toBe(2);
});

test("a limit of time exits with 3 and the best so far", () => {
	const { code, out } = fractwin(["solve", "hard.mps", "--time-limit", "1", "--json"], folder);
	expect(code).toBe(3);
	const { status, objective, bound, values } = JSON.parse(out);
	expect(status).toBe("limit");
	if (objective !== undefined) {
		expect(bound).toBeLessThan(objective);
		expect(Object.keys(values)).toHaveLength(50);
	}
});
