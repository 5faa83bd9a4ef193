// Programmes from MPS text: sense, constant, ranges, whole numbers; what is no programme is refused with its reason.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type LinearProgram, readMps, solveLinearProgram } from "../../../optimizers/index.js";
import { sharedData } from "../../shared.js";

const fixed = `* A comment.
NAME          SAMPLE
OBJSENSE
    MAX
ROWS
 N  COST
 L  R1
 G  R2
COLUMNS
    MARKER                 'MARKER'                 'INTORG'
    X         COST         2.0   R1           1.0
    X         R2           1.0
    MARKER                 'MARKER'                 'INTEND'
    Y         COST         1.0   R1           1.0
RHS
    RHS       COST       -10.0   R1           4.5
    RHS       R2           1.0
RANGES
    RNG       R2           2.0
BOUNDS
 UP BND       X            9.0
ENDATA
`;

const program: LinearProgram = {
	sense: "maximize",
	constant: 10,
	variables: [
		{ name: "X", cost: 2, low: 0, high: 9, integer: true },
		{ name: "Y", cost: 1, low: 0, high: Infinity, integer: false },
	],
	constraints: [
		{ name: "R1", low: -Infinity, high: 4.5, terms: { X: 1, Y: 1 } },
		{ name: "R2", low: 1, high: 3, terms: { X: 1 } },
	],
};

test.each([
	["fixed", fixed],
	["free", fixed.replaceAll(/(\S) {2,}(?=\S)/g, "$1 ")],
	["with the line ends of other systems", fixed.replaceAll("\n", "\r\n")],
])("%s: constant, sense, range, whole numbers", async (_what, text) => {
	expect(await readMps(text)).toEqual(program);
	expect(await solveLinearProgram(await readMps(text))).toMatchObject({
		status: "optimal",
		objective: 17.5,
		values: { X: 3, Y: 1.5 },
	});
});

test("an integer column without bounds is 0 or 1", async () => {
	const { variables } = await readMps(fixed.replace(/BOUNDS\n.*\n/, ""));
	expect(variables[0]).toMatchObject({ name: "X", low: 0, high: 1, integer: true });
});

for (const [name, optimum] of Object.entries({
	afiro: -464.753143,
	adlittle: 225494.963162,
	sc50a: -64.575077,
	flugpl: 1201500,
	stein27: 18,
	p0033: 3089,
})) {
	const path = sharedData(`lp/${name}.mps`);
	test.skipIf(!path)(`the optimum of ${name} (Netlib, MIPLIB 3)`, async () => {
		const program = await readMps(readFileSync(path as string, "utf8"));
		const { status, objective } = await solveLinearProgram(program);
		expect(status).toBe("optimal");
		expect(Math.abs((objective as number) - optimum)).toBeLessThan(1e-6);
	});
}

test.each<[what: string, text: string, message: RegExp]>([
	["nothing", "", /no MPS/],
	["prose", "hello\nthis is a text\n", /no MPS/],
	["a page", "<html><body>404</body></html>", /no MPS/],
	["without its end", fixed.replace("ENDATA\n", ""), /no MPS|not a whole one/],
	["a text in a number's place", fixed.replace("COST         2.0", "COST         abc"), /line 11: .*"abc"/],
	["a number with a tail", fixed.replace("R1           4.5", "R1           4.5x"), /line 16: .*"4.5x"/],
	["a name without its number", fixed.replace("R1           1.0\n    X", "R1\n    X"), /line 11: .*nothing/],
	["NaN", fixed.replace("R2           1.0", "R2           nan"), /line 12: .*"nan"/],
	["a bound in words", fixed.replace("X            9.0", "X            nine"), /line 21: .*"nine"/],
	["a bound of no column", fixed.replace("BND       X", "BND       Q"), /line 21: .*Q/],
	["a row that there is not", fixed.replace("RNG       R2", "RNG       R9"), /R9/],
	["a row twice", fixed.replace(" G  R2", " G  R1"), /R2|R1/],
	["a column in two places", fixed.replace("RHS\n", "    X         R2           5.0\nRHS\n"), /"X"/],
	["a kind of row", fixed.replace(" L  R1", " Q  R1"), /unidentified/],
	["a square", fixed.replace("ENDATA", "QUADOBJ\n    X         X            2.0\nENDATA"), /quadratic/],
	["semi-continuous", fixed.replace(" UP BND", " SC BND"), /semi-continuous/],
])("refused: %s", async (_what, text, message) => {
	await expect(readMps(text)).rejects.toThrow(SyntaxError);
	await expect(readMps(text)).rejects.toThrow(message);
});

test("refused: cut off anywhere, which HiGHS takes for a whole programme in many places", async () => {
	const minimum = fixed.replace("OBJSENSE\n    MAX\n", "");
	for (let length = 0; length < minimum.length - "\n".length; length++)
		await expect(readMps(minimum.slice(0, length))).rejects.toThrow(/not a whole one/);
});

test("bounds that cross are read, and make it infeasible", async () => {
	const crossed = fixed.replace(
		" UP BND       X            9.0",
		" LO BND       Y            5.0\n UP BND       Y            3.0",
	);
	expect(await solveLinearProgram(await readMps(crossed))).toMatchObject({ status: "infeasible" });
});
