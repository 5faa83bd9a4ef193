// What makers' search finds, how they search, and what it costs; where innovation is on.

import type { OutcomeMetric } from "../outcome-metric.js";

const fitness: OutcomeMetric = {
	name: "fitness",
	unit: "0..1",
	range: "0..1",
	about: "fitness of makers' genomes, mean; about .5 before any search",
	better: "higher",
	of: (run) => run.mean("innovation", "fitness"),
};

const bestFitness: OutcomeMetric = {
	name: "bestFitness",
	unit: "0..1",
	range: "0..1",
	about: "fitness of the fittest maker",
	better: "higher",
	of: (run) => run.mean("innovation", "best"),
};

const innovationCost: OutcomeMetric = {
	name: "innovationCost",
	unit: "$/week",
	range: "≥ 0",
	about: "labor that makers' searches take",
	of: (run) => run.mean("innovation", "cost") * run.perWeek,
};

/** Searches of one kind. */
const searches = (name: string, about: string): OutcomeMetric => ({
	name,
	unit: "1/year",
	range: "≥ 0",
	about: `searches of makers per year: ${about}`,
	of: (run) => (run.mean("innovation", name) * run.perWeek * 365) / 7,
});

export const innovationOutcomes: readonly OutcomeMetric[] = [
	fitness,
	bestFitness,
	innovationCost,
	searches("localSearches", "some bits flipped"),
	searches("imitations", "the best maker that is heard of, but for the core"),
	searches("jumps", "every bit drawn anew"),
];
