// §4.5 Forecast: hypothesis, verification, correction. What the next tick and the next l ticks will ask.

import { decides, type KnownWorld, known } from "../known.js";
import { manufacturer } from "../manufacturer.js";
import { settings } from "../settings.js";
import { HYPOTHESES } from "./columns.js";
import { kinds, SHARED } from "./hypotheses.js";
import { END, type Forecasts, OWN, seriesOf } from "./hypothesis.js";
import { shared } from "./shared.js";
import { choose, verify } from "./verify.js";

/** Ticks: who waits behind next to no demand waits forever. */
const ENDLESS = 1e6;

/** Every hypothesis learns and is scored in every tick, whichever is used: a loop closed later knows how they fared. */
function forecastDemand(world: KnownWorld, from: number, to: number, tick: number): void {
	const own = known(world, manufacturer);
	const rules = known(world, settings);
	const { demandNow, endDemand, history, hypothesis, hypothesisNext, forecastOwn, forecastEnd } = own;
	const { forecast, leadForecast, protectionTicks, supplierDelay, marketBacklog, expectedDelay } = own;
	verify(own, rules, from, to, tick);
	choose(own, rules, from, to);

	const orders = seriesOf(own, rules, OWN, tick);
	const end = seriesOf(own, rules, END, tick);
	const { kept, newest } = orders;
	for (let i = from; i < to; i++) {
		history[2 * i * kept + newest] = demandNow[i];
		history[(2 * i + 1) * kept + newest] = endDemand[i];
	}
	const at = (place: number): Forecasts => ({ values: hypothesisNext, width: HYPOTHESES, place });
	for (let h = 0; h < SHARED; h++) kinds[h].learn(orders, from, to, at(h));
	const kind = rules.forecast[0];
	const fixed = kinds[kind];
	const ofOwn = kind < SHARED ? at(kind) : { values: forecastOwn, width: 1, place: 0 };
	if (kind >= SHARED) fixed.learn(orders, from, to, ofOwn);
	const mixed = shared(fixed, end, own.psi, ofOwn, {
		values: forecastEnd,
		width: 1,
		place: 0,
	});
	mixed.learn(orders, from, to, at(SHARED));
	const hypotheses = [...kinds.slice(0, SHARED), mixed];

	// Without returns nobody will ask for less than nothing.
	const least = rules.returns[0] === 1 ? -Infinity : 0;
	for (let i = from; i < to; i++) {
		const said = hypothesisNext[i * HYPOTHESES + hypothesis[i]];
		const next = Math.max(least, said);
		forecast[i] = next;
		leadForecast[i] = Math.max(
			least,
			hypotheses[hypothesis[i]].lead(orders, i, protectionTicks[i] + supplierDelay[i], said),
		);
		expectedDelay[i] = next > 0 ? Math.min(ENDLESS, marketBacklog[i] / next) : 0;
	}
}

export const forecastStep = decides(forecastDemand);
