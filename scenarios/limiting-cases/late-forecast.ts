// Whoever orders before forecasting goes by a forecast one tick late.

import { ecosystem } from "../../agents/ecosystem.js";
import { forecastStep } from "../../agents/forecast/forecast-demand.js";
import { orderComponentsStep } from "../../agents/order.js";
import { type LimitingCase, outcome, runChanged } from "./limiting-case.js";

/** The tick with the forecast behind the orders. */
const phases = ecosystem.phases.map((phase) => ({
	...phase,
	steps: phase.steps
		.filter((step) => step !== forecastStep)
		.flatMap((step) => (step === orderComponentsStep ? [step, forecastStep] : [step])),
}));

export const lateForecasts: readonly LimitingCase[] = [
	{
		name: "bullwhip, forecast one tick late, L 2, p 4",
		expected: 1.5,
		// Three standard errors over 39,800 ticks.
		tolerance: 0.015,
		source: "1 + 2L²/p²: the order is D(t) + L/p (D(t − 1) − D(t − 1 − p))",
		runs: [],
		find() {
			const run = { scenario: "serial-chain", sets: ["leadTime=1", "forecast.window=4"] };
			return outcome("bullwhip1")([runChanged(run, { phases })]);
		},
	},
];
