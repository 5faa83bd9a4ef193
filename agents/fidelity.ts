// §4.4 Fidelity: what the contract of a twin link says in a tick, alike for every series that twins sense.

import { exp } from "../engine/math/exp.js";
import { columns, type World } from "../engine/world/world.js";
import { authorities } from "./parameters.js";
import { settings } from "./settings.js";

const OBSERVE = authorities.indexOf("observe");
const ACT = authorities.indexOf("act");

/** The contract in force. `sends`: instrumented items send in this tick; `observe`: decisions go by the books; `act`: messages are obeyed. */
export function fidelityOf(world: World, tick: number) {
	const rules = columns(world, settings);
	const coverage = rules.coverage[0];
	const lag = rules.lag[0];
	return {
		coverage,
		lag,
		spread: rules.lagSpread[0],
		sigma: rules.noise[0],
		messageLoss: rules.messageLoss[0],
		sends: tick % rules.period[0] === 0 && tick >= lag && coverage > 0,
		observe: rules.authority[0] === OBSERVE,
		act: rules.authority[0] === ACT,
	};
}

/** exp(σe − σ²/2), e standard normal: by how much a reading is off, 1 on average. */
export const misreading = (sigma: number, e: number) => exp(sigma * e - (sigma * sigma) / 2);

/** K = m/(m + r) of x^ = (1 − K) x~ + K y: m and r the mean squared errors of prediction and message; 1 where `certain`. */
export function gainOf(m: number, r: number, certain: boolean): number {
	if (certain) return 1;
	return m > 0 ? m / (m + r) : 0;
}
