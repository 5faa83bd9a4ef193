// What a maker remembers of demand: its series, what the hypotheses make of them, how each has fared, which is used.

import { column } from "../../engine/world/kind.js";

/** The six hypotheses that learn from own demand, in the order of `forecastKinds`, and the shared one. */
export const HYPOTHESES = 7;

export const forecasting = {
	history: column("f64", "units", "own demand of the last ticks, then end demand", "history"),
	// Of own demand and of end demand:
	smoothedDemand: column("f64", "units/tick", "exponential smoothing", 2),
	holtLevel: column("f64", "units/tick", "Holt's level", 2),
	holtTrend: column("f64", "units/tick²", "Holt's trend", 2),
	ar1Before: column("f64", "units/tick", "AR(1): mean of the demands before", 2),
	ar1Now: column("f64", "units/tick", "AR(1): mean of the demands after", 2),
	ar1Variance: column("f64", "units²", "AR(1): of the demands before", 2),
	ar1Covariance: column("f64", "units²", "AR(1): of demand with the demand before", 2),
	ar1Rho: column("f64", "1", "AR(1): ρ as estimated", 2),
	deflatedDemand: column("f64", "units/tick", "macro: what demand would be at z = 1, smoothed", 2),
	// Of each hypothesis:
	hypothesisNext: column("f64", "units/tick", "what it says of the next tick", HYPOTHESES),
	hypothesisError: column("f64", "units²", "its squared one-tick errors, smoothed", HYPOTHESES),
	hypothesis: column("u8", "code", "which is used"),
	switched: column("u8", "flag", "to another hypothesis in this tick"),
	forecastOwn: column("f64", "units/tick", "own demand of the next tick, by a kind that learns nothing"),
	forecastEnd: column("f64", "units/tick", "end demand of the next tick, by the fixed hypothesis"),
	forecast: column("f64", "units/tick", "used: next tick"),
	leadForecast: column("f64", "units", "used: the next l ticks"),
	errorVariance: column("f64", "units²", "of the one-tick forecast"),
	forecastMape: column("f64", "share", "error of the one-tick forecast, smoothed by 1/13, 0..2"),
	naiveMape: column("f64", "share", "the same of the forecast that demand stays as it is, 0..2"),
} as const;
