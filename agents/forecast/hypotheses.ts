// The hypotheses by kind, and the seven that are verified against each other.

import { type ForecastKind, forecastKinds } from "../parameters.js";
import { ar1 } from "./ar1.js";
import { constant } from "./constant.js";
import { exponential } from "./exponential.js";
import { holt } from "./holt.js";
import type { Hypothesis } from "./hypothesis.js";
import { macro } from "./macro.js";
import { mmse } from "./mmse.js";
import { movingAverage } from "./moving-average.js";
import { seasonalNaive } from "./seasonal-naive.js";

const byKind: Readonly<Record<ForecastKind, Hypothesis>> = {
	movingAverage,
	exponential,
	holt,
	ar1,
	seasonalNaive,
	macro,
	mmse,
	constant,
};

/** In the order of `forecastKinds`. */
export const kinds: readonly Hypothesis[] = forecastKinds.map((kind) => byKind[kind]);
/** Place of the shared hypothesis, after those that learn from own demand alone. */
export const SHARED = forecastKinds.indexOf("mmse");
export const hypothesisNames: readonly string[] = [...forecastKinds.slice(0, SHARED), "shared"];
