// The ecosystem as one looks at it to cut modules: the same runs, of which flows are recorded.

import { ecosystem } from "../../agents/ecosystem.js";
import { ingredients } from "../../agents/metrics/efficacy.js";
import { boughtByLink, idleByMaker, shortByMaker } from "../../agents/metrics/flows.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { compressLinks } from "../../engine/network/network.js";
import { type Recording, seriesOf } from "../../engine/record/recording.js";
import type { Model } from "../../engine/schedule/model.js";
import type { Flows } from "./flows.js";

export const observed: Model<EcosystemParameters> = {
	name: "observed ecosystem",
	version: ecosystem.version,
	build: ecosystem.build,
	phases: ecosystem.phases,
	metrics: (parameters) => [
		boughtByLink(parameters.arcs.length),
		shortByMaker(parameters.stages.length),
		idleByMaker(parameters.stages.length),
		// By these a closed loop tells how it fares.
		...(ecosystem.metrics?.(parameters) ?? []).filter(
			({ name }) => parameters.closedLoop !== null && ingredients.includes(name),
		),
	],
};

/** The flows of the last ticks of such a run, at most so many. */
export function observedFlows(
	{ stages, arcs }: EcosystemParameters,
	recording: Recording,
	last: number,
): Flows {
	const makers = stages.length;
	const { sources, targets } = compressLinks(
		{ sources: arcs.map(({ buyer }) => buyer), targets: arcs.map(({ supplier }) => supplier) },
		makers,
		makers,
	);
	const bought = rowsOf(recording, "boughtByLink", last);
	return {
		buyers: sources,
		suppliers: targets,
		values: arcs.map((_, e) => bought.reduce((sum, row) => sum + row[e], 0) / bought.length),
		short: rowsOf(recording, "shortHours", last),
		idle: rowsOf(recording, "idleHours", last),
	};
}

/** The numbers of each of the last ticks. */
function rowsOf(recording: Recording, name: string, last: number): Float64Array[] {
	const { values, labels } = seriesOf(recording, name);
	const from = Math.max(0, recording.ticks - last);
	return Array.from({ length: recording.ticks - from }, (_, t) =>
		values.subarray((from + t) * labels.length, (from + t + 1) * labels.length),
	);
}
