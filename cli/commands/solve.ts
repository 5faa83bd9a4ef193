// fractwin solve: a linear or mixed-integer programme from an MPS file.

import { type Command, InvalidArgumentError, Option } from "commander";
import type { LinearAnswer } from "../../optimizers/index.js";
import { BadInput } from "../../scenarios/fault.js";
import { inThread } from "../in-thread.js";
import type { Options } from "../options.js";
import { readText } from "../read-text.js";
import type { Solved, SolveJob } from "../solve-worker.js";
import { print, printJson } from "../text/print.js";
import { textTable } from "../text/text-table.js";
import { counted } from "../text/wording.js";

interface SolveOptions extends Options {
	readonly timeLimit?: number;
}

export function addSolve(program: Command): void {
	program
		.command("solve")
		.description("solve a linear or mixed-integer programme")
		.argument("<file>", "MPS, fixed or free")
		.addOption(
			new Option("--time-limit <seconds>", "stop with the best found so far (exit code 3)").argParser(
				seconds,
			),
		)
		.addHelpText(
			"after",
			`
Solved by HiGHS to a gap of 0. The optimum of a programme without integer variables
is proven by its duals; one with them is searched twice. Infeasible and unbounded are answers too.
In MPS an integer column between markers that has no bounds is 0 or 1.`,
		)
		.action((file: string, _: unknown, command: Command) => solve(file, command.optsWithGlobals()));
}

async function solve(file: string, { json, quiet, timeLimit }: SolveOptions): Promise<void> {
	const job: SolveJob = { text: readText(file), ...(timeLimit !== undefined && { timeLimit }) };
	const worker = new URL("../solve-worker.js", import.meta.url);
	const solved = await inThread<Solved>(worker, job, `solving ${file}`, quiet);
	if ("fault" in solved)
		throw new BadInput([{ file, message: solved.fault, expected: "a programme in MPS" }]);
	const { answer } = solved;
	if (answer.status === "limit") process.exitCode = 3;
	if (json) printJson(answer);
	else for (const line of linesOf(file, solved)) print(line);
}

function linesOf(file: string, { answer, ...size }: Exclude<Solved, { fault: string }>): string[] {
	const { objective, values, reducedCosts } = answer;
	const whole = size.integers > 0 ? ` (${size.integers.toLocaleString("en-US")} integer)` : "";
	const nonzero = Object.entries(values).filter(([, value]) => value !== 0);
	const lines = [
		`${file}: ${counted(size.variables, "variable")}${whole}, ${counted(size.constraints, "constraint")}`,
		statement(answer),
	];
	if (objective === undefined) return lines;
	lines.push(`objective: ${digits(objective)}${gap(answer)}`);
	if (nonzero.length === 0) return [...lines, "every variable is 0"];
	const rows = nonzero.map(([name, value]) => [name, digits(value)]);
	lines.push("", textTable([{ title: "variable" }, { title: "value", right: true }], rows));
	const zeros = Object.keys(values).length - nonzero.length;
	if (zeros > 0) lines.push("", `${counted(zeros, "variable")} more ${zeros === 1 ? "is" : "are"} 0`);
	if (reducedCosts) lines.push("--json prints duals and reduced costs too");
	return lines;
}

function statement({ status, objective }: LinearAnswer): string {
	if (status === "optimal") return "optimal";
	if (status === "infeasible") return "infeasible: nothing satisfies all constraints";
	if (status === "unbounded") return "unbounded: the objective has no best value";
	return objective === undefined
		? "the limit came before any solution"
		: "the limit came first; the best solution so far:";
}

/** How far the objective may be from the best, as a share of it. */
function gap({ status, objective, bound }: LinearAnswer): string {
	if (status === "optimal") return "";
	if (objective === undefined || bound === undefined) return ", how far from the best is not known";
	const share = Math.abs(objective - bound) / Math.max(1e-10, Math.abs(objective));
	return `, at most ${digits(100 * share, 3)} % from the best (${digits(bound)})`;
}

const digits = (value: number, most = 10) =>
	Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)
		? value.toExponential(most - 1)
		: value.toLocaleString("en-US", { maximumSignificantDigits: most }).replace("-", "−");

function seconds(text: string): number {
	const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	if (value > 0 && value <= 1e7) return value;
	throw new InvalidArgumentError("Expected seconds, more than 0.");
}
