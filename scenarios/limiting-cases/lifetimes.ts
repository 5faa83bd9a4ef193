// Machines that are as good as new after each failure, which a perfect twin sees coming: a renewal process.

import { exp } from "../../engine/math/exp.js";
import { type LimitingCase, lineOf } from "./limiting-case.js";

const SCALE = 10;
const SHAPE = 2;
/** Ticks in use after which a machine is replaced: so many failures that it hardly matters when it began. */
const LIFE = 1000;
/** By then those without contract are gone, which go on as old as they were and fail in every other tick. */
const START = 2200;

/** E[life] = Σ_a exp(−(a/η)^β) over ages a = 0, 1, …: a machine is used to the end of the tick in which it fails. */
function meanLife(): number {
	let sum = 0;
	for (let a = 0; a < 10 * SCALE; a++) sum += exp(-((a / SCALE) * (a / SCALE)));
	return sum;
}

const scenario = `
name: renewal
ticks: ${START + 600}
demand: {kind: owners}
customers: {owners: 1000, lifeWeeks: ${LIFE}, useSpread: 0, failureScaleWeeks: ${SCALE}, failureShape: ${SHAPE}, adoption: {innovation: 1000}}
economics: {capacity: null, creditWeeks: 1000000, cancelPerWeek: 0}
services: {logistics: {capacity: 10}}
servitization:
  stage: 2
  enhanced: {weeks: 5200}
  prevention: {detection: 1, maintainedAge: 0, work: 0}
twin: {preset: perfect}
stages:
  - {name: Maker, cost: 100, demand: {meanPerDay: 1, sdPerDay: 1}}
`;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

export const lifetimes: readonly LimitingCase[] = [
	{
		name: "lifetimes, Weibull 10 and 2: ticks at work per failure",
		expected: meanLife(),
		// Three standard errors of some 60,000 lives are .06; that each machine begins with a new one adds .03.
		tolerance: 0.09,
		source: "elementary renewal theorem: rate → 1/E[life], E[life] = Σ exp(−(a/η)^β) over ages a = 0, 1, …",
		runs: [{ scenario }],
		find: ([result]) =>
			result
				? sum(lineOf(result, "machines", "working", START)) /
					sum(lineOf(result, "contracts", "prevented", START))
				: Number.NaN,
	},
];
