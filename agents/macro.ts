// §4.1 Environment: the macro factor z, how hard machines are used in this tick, and the clock of their use.

import { sin } from "../engine/math/sin.js";
import { normal } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { accounts } from "./accounts.js";
import { settings } from "./settings.js";

const MACRO = purpose("macro");
/** Without a shock z never falls below this, however wide its deviation. */
const FLOOR = 0.05;

/**
 * z = 1 + A sin(2πt/T) + u + n: a cycle, the economy's slow deviation u, AR(1) with the given stationary standard
 * deviation, and what passes with the tick, n (weather, holidays), independent from tick to tick. A demand shock
 * multiplies z: machines wear and are replaced, and drawn demand comes, so much faster.
 */
export function moveMacro(world: World, from: number, to: number, tick: number): void {
	const { macroAmplitude, macroPeriod, macroRho, macroSd, macroNoise, demandFactor } = columns(
		world,
		settings,
	);
	const { macroDeviation, macro, useClock } = columns(world, accounts);
	const rho = macroRho[0];
	const shock = macroSd[0] * Math.sqrt(1 - rho * rho);
	const cycle = macroAmplitude[0] * sin((2 * Math.PI * tick) / macroPeriod[0]);
	const stream = draws(world, MACRO);
	for (let i = from; i < to; i++) {
		const u = rho * macroDeviation[i] + shock * normal(word(stream, i, tick, 0));
		macroDeviation[i] = u;
		const passing = macroNoise[0] * normal(word(stream, i, tick, 1));
		const z = demandFactor[0] * Math.max(FLOOR, 1 + cycle + u + passing);
		macro[i] = z;
		useClock[i] += z;
	}
}
