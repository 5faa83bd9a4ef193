// Programmes from MPS text, fixed or free, read by HiGHS; what it would pass over in silence is refused.

import type { Highs } from "highs";
import { listening, loadHighs, smallest } from "./highs.js";
import type { LinearProgram, SolveOptions } from "./program.js";

/**
 * The programme of an MPS file, with the objective's constant (its negative stands on the right-hand side) and its sense.
 * An integer column between markers that has no bounds is 0 or 1, as MPS files have it of old.
 * @throws SyntaxError (as a rejection) for what is no MPS, or not linear; HiGHS takes a text in a number's place as 0 and
 * leaves out what it does not know: that is refused too.
 */
export async function readMps(
	text: string,
	options: Pick<SolveOptions, "locateFile"> = {},
): Promise<LinearProgram> {
	// HiGHS may take a file that was cut off for a whole programme.
	if (!/^ENDATA\b/m.test(text)) throw new SyntaxError(notWhole);
	const highs = await loadHighs(options);
	const said: string[] = [];
	const program = listening(
		(line) => said.push(line),
		() => read(highs, text, said),
	);
	const names = [...program.variables, ...program.constraints].map(({ name }) => name);
	// With spaces in names only columns of characters tell the fields.
	const fault = names.some((name) => name.includes(" ")) ? undefined : firstFault(text);
	if (fault) throw new SyntaxError(fault);
	return program;
}

function read(highs: Highs, data: string, said: readonly string[]): LinearProgram {
	const model = highs.createModel();
	try {
		model.options.set({ small_matrix_value: smallest });
		try {
			model.readModel({ format: "mps", data });
		} catch (error) {
			if (error instanceof highs.errors.HighsError) throw new SyntaxError(reason(said));
			throw error;
		}
		const passedOver = said.find((line) => /^WARNING/.test(line) && !harmless.test(line));
		if (passedOver) throw new SyntaxError(inWords(passedOver));
		return programOf(
			highs,
			model.getModel("csc"),
			(index) => model.getColName(index),
			(index) => model.getRowName(index),
		);
	} finally {
		model.dispose();
	}
}

const notWhole = "is no MPS, or not a whole one";
const harmless = /inconsistent bounds|with spaces|No objective row found/;

/** What HiGHS gave as the reason, but for its closing line, which names a place of its own. */
function reason(said: readonly string[]): string {
	const given = said.filter((line) => /^ERROR/.test(line) && !/Parser error/.test(line));
	return given.length > 0 ? given.map(inWords).join("; ") : notWhole;
}

const inWords = (line: string) => line.replace(/^\w+:\s*/, "").replaceAll(/\s+/g, " ");

function programOf(
	{ constants }: Highs,
	found: ReturnType<ReturnType<Highs["createModel"]>["getModel"]>,
	variableName: (index: number) => string,
	constraintName: (index: number) => string,
): LinearProgram {
	const { numCols, numRows, integrality, matrix, hessian } = found;
	if (hessian) throw new SyntaxError("has a quadratic objective; expected a linear one");
	const { continuous, integer } = constants.variableType;
	if (integrality.some((type) => type !== continuous && type !== integer))
		throw new SyntaxError("has semi-continuous variables; expected continuous and integer ones");
	const variables = Array.from({ length: numCols }, (_, j) => ({
		name: variableName(j),
		cost: found.colCost[j] as number,
		low: found.colLower[j] as number,
		high: found.colUpper[j] as number,
		integer: integrality[j] === integer,
	}));
	const terms = Array.from({ length: numRows }, () => [] as [string, number][]);
	for (const [j, { name }] of variables.entries())
		for (let k = matrix.starts[j] as number; k < (matrix.starts[j + 1] as number); k++)
			terms[matrix.indices[k] as number]?.push([name, matrix.values[k] as number]);
	return {
		sense: found.sense === constants.objectiveSense.maximize ? "maximize" : "minimize",
		constant: found.offset,
		variables,
		constraints: terms.map((row, i) => ({
			name: constraintName(i),
			low: found.rowLower[i] as number,
			high: found.rowUpper[i] as number,
			terms: Object.fromEntries(row),
		})),
	};
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)([ed][+-]?\d+)?$|^[+-]?inf(inity)?$/i;

/** A field that is no number where one stands, or a bound of a column that there is not. */
function firstFault(text: string): string | undefined {
	let section = "";
	const columns = new Set<string>();
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		const fields = line.trim().split(/\s+/);
		if (line.startsWith("*") || fields[0] === "") continue;
		if (/^\S/.test(line)) {
			section = fields[0] as string;
			if (section === "ENDATA") return undefined;
			continue;
		}
		const fault = (message: string) => `line ${index + 1}: ${message}`;
		if (section === "BOUNDS") {
			const valued = !/^(FR|MI|PL|BV)$/i.test(fields[0] as string);
			const column = fields.find((field, f) => f > 0 && columns.has(field));
			if (column === undefined)
				return fault(
					`a bound of ${fields[valued ? fields.length - 2 : fields.length - 1]}, which is no column`,
				);
			if (valued && !numeral.test(fields.at(-1) as string)) return fault(numberExpected(fields.at(-1)));
		} else if (/^(COLUMNS|RHS|RANGES)$/.test(section) && !/^'?MARKER'?$/.test(fields[1] ?? "")) {
			if (section === "COLUMNS") columns.add(fields[0] as string);
			// Pairs of name and number, after a name that right-hand sides may lack.
			const first = section !== "COLUMNS" && fields.length % 2 === 0 ? 1 : 2;
			for (let f = first; f <= fields.length; f += 2)
				if (!numeral.test(fields[f] ?? "")) return fault(numberExpected(fields[f]));
		}
	}
	return undefined;
}

const numberExpected = (got: string | undefined) =>
	`expected a number, got ${got === undefined ? "nothing" : `"${got}"`}`;
