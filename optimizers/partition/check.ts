// What partition refuses, with the argument's name, what was expected, and what came.

import type { Constraints } from "./constraints.js";
import type { Edges } from "./edges.js";
import type { GeneralObjective } from "./general-objective.js";
import type { PartitionOptions } from "./partition.js";

const MOST_NODES = 1_000_000_000;

function expected(argument: string, what: string, found: unknown): never {
	throw new RangeError(`partition: ${argument} must be ${what}, but is ${String(found)}`);
}

const isNumber = (x: number) => Number.isFinite(x);
const isNotNegative = (x: number) => Number.isFinite(x) && x >= 0;

function checkNumber(argument: string, value: number | undefined, low: number, what: string): void {
	if (value !== undefined && !(Number.isFinite(value) && value >= low)) expected(argument, what, value);
}

function checkList<T>(
	argument: string,
	list: ArrayLike<T> | undefined,
	length: number,
	isSound: (x: T) => boolean,
	what: string,
): void {
	if (list === undefined) return;
	if (list === null || typeof list !== "object" || list.length !== length)
		expected(argument, `a list of ${length}`, list === null ? null : `of ${list?.length}`);
	for (let i = 0; i < length; i++) if (!isSound(list[i])) expected(`${argument}[${i}]`, what, list[i]);
}

/** @throws RangeError, or TypeError for an objective that is none */
export function checkEdges({ nodeCount, sources, targets, weights }: Edges): void {
	if (!(Number.isInteger(nodeCount) && nodeCount >= 0 && nodeCount <= MOST_NODES))
		expected("nodeCount", `a whole number, 0 … ${MOST_NODES}`, nodeCount);
	const isNode = (v: number) => Number.isInteger(v) && v >= 0 && v < nodeCount;
	checkList("sources", sources ?? null, sources?.length ?? 0, isNode, `a node, 0 … ${nodeCount - 1}`);
	checkList("targets", targets ?? null, sources.length, isNode, `a node, 0 … ${nodeCount - 1}`);
	checkList("weights", weights, sources.length, isNumber, "a finite number");
}

/** @throws RangeError, or TypeError for an objective that is none */
export function checkProblem(options: PartitionOptions): void {
	const { nodeCount, sources, objective = "modularity", resolution, effort, initial, constraints } = options;
	checkEdges(options);
	checkNumber("resolution", resolution, 0, "a finite number ≥ 0");
	checkNumber("effort", effort, 0, "a finite number ≥ 0");
	checkList("initial", initial, nodeCount, () => true, "a module");
	if (typeof objective === "object" && objective !== null)
		checkObjective(objective, nodeCount, sources.length);
	else if (objective !== "modularity" && objective !== "cpm")
		throw new TypeError(
			`partition: objective must be "modularity", "cpm" or an object with kappa, but is ${String(objective)}`,
		);
	if (constraints) checkConstraints(constraints, nodeCount);
}

function checkObjective(objective: GeneralObjective, nodes: number, edges: number): void {
	const { kappa, beta, sizes, friction, previous, switchingCost } = objective;
	checkNumber("objective.kappa", kappa ?? Number.NaN, 0, "a finite number ≥ 0");
	checkNumber("objective.beta", beta, 1, "a finite number ≥ 1");
	checkNumber("objective.switchingCost", switchingCost, 0, "a finite number ≥ 0");
	checkList("objective.sizes", sizes, nodes, isNotNegative, "a finite number ≥ 0");
	if (typeof friction === "object")
		checkList("objective.friction", friction, edges, isNotNegative, "a finite number ≥ 0");
	else checkNumber("objective.friction", friction, 0, "a finite number ≥ 0");
	checkList("objective.previous", previous, nodes, () => true, "a module");
	if ((switchingCost ?? 0) > 0 && !previous)
		expected("objective.previous", "given where switching costs", previous);
}

function checkConstraints(constraints: Constraints, nodes: number): void {
	const { minSize, maxSize, nodeWeights, labels, requiredLabels, caps = [] } = constraints;
	checkNumber("constraints.minSize", minSize, 0, "a finite number ≥ 0");
	if (maxSize !== undefined && !(maxSize >= 0)) expected("constraints.maxSize", "a number ≥ 0", maxSize);
	checkList("constraints.nodeWeights", nodeWeights, nodes, isNotNegative, "a finite number ≥ 0");
	checkList("constraints.labels", labels, nodes, () => true, "a label");
	if (requiredLabels && requiredLabels.length > 0 && !labels)
		expected("constraints.labels", "given where labels are required", labels);
	for (const [r, { amounts, cap }] of caps.entries()) {
		checkList(`constraints.caps[${r}].amounts`, amounts ?? null, nodes, isNotNegative, "a finite number ≥ 0");
		checkNumber(`constraints.caps[${r}].cap`, cap ?? Number.NaN, 0, "a finite number ≥ 0");
	}
}
