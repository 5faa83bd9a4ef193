// §4.5 Forecast: what the next tick and the next l ticks will ask, from own orders and from shared end demand.

import { decides, type KnownWorld, known } from "./known.js";
import { manufacturer } from "./manufacturer.js";
import { forecastKinds } from "./parameters.js";
import { settings } from "./settings.js";

/** Weight of the newest squared error in s². */
const ERROR_WEIGHT = 0.05;
const AVERAGE = forecastKinds.indexOf("movingAverage");
const EXPONENTIAL = forecastKinds.indexOf("exponential");
const MMSE = forecastKinds.indexOf("mmse");

/**
 * F = (1 − ψ) F_own + ψ F_end, each by the scenario's hypothesis with this tick's demand in it; s² is the
 * exponentially weighted squared error of the last forecast.
 */
function forecastDemand(world: KnownWorld, from: number, to: number, tick: number): void {
	const own = known(world, manufacturer);
	const rules = known(world, settings);
	const { demandNow, endDemand, history, endHistory, forecastOwn, forecastEnd } = own;
	const { forecast, leadForecast, errorVariance, protectionTicks, meanDemand } = own;
	const { marketBacklog, expectedDelay } = own;
	const kind = rules.forecast[0];
	const psi = rules.sharingWeight[0];
	const rho = rules.demandRho[0];
	const width = history.length / demandNow.length;
	const window = rules.forecastWindow[0];
	const newest = tick % width;
	const alpha = rules.forecastAlpha[0];
	for (let i = from; i < to; i++) {
		const demand = demandNow[i];
		const end = endDemand[i];
		const mean = meanDemand[i];
		const error = demand - forecast[i];
		errorVariance[i] = (1 - ERROR_WEIGHT) * errorVariance[i] + ERROR_WEIGHT * error * error;
		const base = i * width;
		history[base + newest] = demand;
		endHistory[base + newest] = end;
		if (kind === EXPONENTIAL) {
			forecastOwn[i] += alpha * (demand - forecastOwn[i]);
			forecastEnd[i] += alpha * (end - forecastEnd[i]);
		} else if (kind === AVERAGE) {
			forecastOwn[i] = average(history, base, window);
			forecastEnd[i] = average(endHistory, base, window);
		} else if (kind === MMSE) {
			forecastOwn[i] = mean + rho * (demand - mean);
			forecastEnd[i] = mean + rho * (end - mean);
		}
		const next = (1 - psi) * forecastOwn[i] + psi * forecastEnd[i];
		const l = protectionTicks[i];
		forecast[i] = next;
		leadForecast[i] = kind === MMSE ? l * mean + (next - mean) * geometric(rho, l) : l * next;
		expectedDelay[i] = next > 0 ? marketBacklog[i] / next : 0;
	}
}

/** 1 + ρ + … + ρ^(l−1): the weight of a deviation over the next l ticks. */
function geometric(rho: number, l: number): number {
	let sum = 0;
	for (let k = 0, power = 1; k < l; k++, power *= rho) sum += power;
	return sum;
}

function average(values: Float64Array, base: number, window: number): number {
	let sum = 0;
	for (let k = 0; k < window; k++) sum += values[base + k];
	return sum / window;
}

export const forecastStep = decides(forecastDemand);
