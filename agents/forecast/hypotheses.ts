// The hypotheses that run on a maker's own demand, by kind.

import { type ForecastKind, forecastKinds } from "../parameters.js";
import { ar1 } from "./ar1.js";
import { constant } from "./constant.js";
import { exponential } from "./exponential.js";
import { holt } from "./holt.js";
import type { Hypothesis } from "./hypothesis.js";
import { mmse } from "./mmse.js";
import { movingAverage } from "./moving-average.js";
import { seasonalNaive } from "./seasonal-naive.js";

const byKind: Readonly<Record<ForecastKind, Hypothesis>> = {
	mmse,
	constant,
	movingAverage,
	exponential,
	holt,
	ar1,
	seasonalNaive,
};

export const ofOwnDemand: readonly Hypothesis[] = forecastKinds.map((kind) => byKind[kind]);
/** The shared hypothesis comes last. */
export const SHARED = ofOwnDemand.length;
/** Those before are told what demand is; the closed loop chooses from here on, among those that learn it. */
export const FIRST_LEARNING = forecastKinds.indexOf("movingAverage");
export const hypothesisNames: readonly string[] = [...forecastKinds, "shared"];
