// The virtual world knows nothing of the true future: what it draws has nothing to do with what comes.

import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { whatIf } from "../../agents/what-if.js";
import { step } from "../../engine/schedule/simulate.js";
import { fork } from "../../engine/world/copy.js";
import { columns, type World } from "../../engine/world/world.js";
import { runSpec } from "../build.js";
import { parseScenario } from "../parse.js";
import type { LimitingCase } from "./limiting-case.js";

const TICKS = 1200;
/** As far as each fork goes ahead; then comes the next. */
const AHEAD = 4;
const drawn = `
name: drawn
ticks: ${TICKS}
demand: {kind: negativeBinomial}
macro: {sd: 0.1, noise: 0.1}
twin: {preset: perfect}
stages:
  - {name: A, cost: 50, demand: {meanPerDay: 5, sdPerDay: 4}, upstream: {B: 2}}
  - {name: B, cost: 20}
`;

/** Correlation of end demand tick by tick in copies that were taken every few ticks with what came in the world itself. */
function correlation(copy: (world: World, decision: number) => World): number {
	const spec = runSpec(parseScenario(drawn, "drawn", []), { seed: "verify" });
	const world = ecosystem.build(spec.parameters as EcosystemParameters, "verify");
	const demand = (of: World) => {
		step(of, ecosystem);
		return columns(of, manufacturer).marketOrders[0] ?? 0;
	};
	const pairs: [number, number][] = [];
	for (let tick = 0; tick < TICKS; tick += AHEAD) {
		const ahead = copy(world, tick);
		for (let k = 0; k < AHEAD; k++) pairs.push([demand(ahead), demand(world)]);
	}
	const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
	const [a, b] = [mean(0), mean(1)];
	const product = (f: (x: number, y: number) => number) =>
		pairs.reduce((sum, [x, y]) => sum + f(x - a, y - b), 0);
	return product((x, y) => x * y) / Math.sqrt(product((x) => x * x) * product((_, y) => y * y));
}

export const virtualWorlds: readonly LimitingCase[] = [
	{
		name: "what-if: correlation of its demand with the true future's",
		expected: 0,
		// Three standard errors, 1/√n each.
		tolerance: 3 / Math.sqrt(TICKS),
		source: "§6.4: keys of its own for every exogenous stream",
		runs: [],
		find: () => correlation((world, decision) => whatIf(world, decision, 0)),
	},
	{
		name: "fork: correlation of its demand with the true future's",
		expected: 1,
		tolerance: 1e-12,
		source: "a fork goes on identically",
		runs: [],
		find: () => correlation((world) => fork(world)),
	},
];
