// What a maker expects when it starts: the usual demand, forever.

import type { ColumnViews } from "../../engine/world/kind.js";
import type { manufacturer } from "../manufacturer.js";
import type { StageParameters } from "../parameters.js";
import { HYPOTHESES } from "./columns.js";
import { SHARED } from "./hypotheses.js";

/** E|x| of a standard normal: √(2/π). */
const MEAN_ABSOLUTE = 0.7978845608028654;

export function expectUsual(
	own: ColumnViews<typeof manufacturer.groups>,
	i: number,
	{ mean, sd, protectionTicks }: Pick<StageParameters, "mean" | "sd" | "protectionTicks">,
): void {
	const width = own.history.length / own.demandNow.length;
	own.history.fill(mean, i * width, (i + 1) * width);
	for (const level of [own.smoothedDemand, own.holtLevel, own.ar1Before, own.ar1Now, own.deflatedDemand])
		level.fill(mean, 2 * i, 2 * i + 2);
	for (const change of [own.holtTrend, own.ar1Variance, own.ar1Covariance, own.ar1Rho])
		change.fill(0, 2 * i, 2 * i + 2);
	own.hypothesisNext.fill(mean, i * HYPOTHESES, (i + 1) * HYPOTHESES);
	own.hypothesisError.fill(sd * sd, i * HYPOTHESES, (i + 1) * HYPOTHESES);
	own.hypothesis[i] = SHARED;
	own.forecastOwn[i] = mean;
	own.forecastEnd[i] = mean;
	own.forecast[i] = mean;
	own.leadForecast[i] = mean * protectionTicks;
	own.errorVariance[i] = sd * sd;
	const spread = (MEAN_ABSOLUTE * sd) / Math.max(1, mean);
	own.forecastMape[i] = Math.min(2, spread);
	own.naiveMape[i] = Math.min(2, Math.SQRT2 * spread);
}
