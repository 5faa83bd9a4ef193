// A thread that reads and solves one programme, so that the terminal goes on listening.

import { parentPort, workerData } from "node:worker_threads";
import { type LinearAnswer, readMps, solveLinearProgram } from "../optimizers/index.js";

export interface SolveJob {
	readonly text: string;
	readonly timeLimit?: number;
}

/** What the thread posts; `fault`: what is wrong with the text. */
export type Solved =
	| {
			readonly answer: LinearAnswer;
			readonly variables: number;
			readonly integers: number;
			readonly constraints: number;
	  }
	| { readonly fault: string };

async function solve({ text, timeLimit }: SolveJob): Promise<Solved> {
	try {
		const program = await readMps(text);
		const answer = await solveLinearProgram(program, {
			solver: "highs",
			...(timeLimit !== undefined && { timeLimit }),
		});
		return {
			answer,
			variables: program.variables.length,
			integers: program.variables.filter(({ integer }) => integer).length,
			constraints: program.constraints.length,
		};
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return { fault: error.message };
		throw error;
	}
}

parentPort?.postMessage(await solve(workerData as SolveJob));
