// Efficacy and its six components, mean after warm-up.

import { components } from "../efficacy.js";
import type { OutcomeMetric } from "../outcome-metric.js";

const part = (name: string, about: string): OutcomeMetric => ({
	name,
	unit: "0..1",
	range: "0..1",
	about,
	better: "higher",
	of: (run) => run.mean("efficacy", name),
});

export const efficacyOutcomes: readonly OutcomeMetric[] = [
	part("efficacy", "efficacy of the ecosystem, mean after warm-up"),
	...components.map((name) => part(name, `component of efficacy: ${name}`)),
];
