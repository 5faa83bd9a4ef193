// Hypotheses run ahead in the virtual world: forks of one what-if, each with its changes, stepped to the horizon.

import { manufacturer, supply } from "../../agents/manufacturer.js";
import { efficacyAfter } from "../../agents/metrics/efficacy.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { whatIf } from "../../agents/what-if.js";
import { links } from "../../engine/network/network.js";
import { newRecording } from "../../engine/record/partials.js";
import type { Recording } from "../../engine/record/recording.js";
import type { Change } from "../../engine/schedule/controller.js";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import type { Rehearsal } from "../../engine/schedule/rehearsal.js";
import { fork } from "../../engine/world/copy.js";
import { columns, tickOf, type World } from "../../engine/world/world.js";
import type { Flows } from "../organization/flows.js";

export interface Trials {
	/** The virtual world of a decision and a replication, before anything is changed. */
	imagine(world: World, decision: number, replication: number): void;
	/**
	 * Efficacy at the end of so many ticks after the changes, undefined where the run fails; the recording is that of the run
	 * so far.
	 */
	run(
		changes: readonly Change[],
		horizon: number,
		recording: Recording,
		rehearsal: Rehearsal,
		watch?: (world: World) => void,
	): number | undefined;
}

/** Its memory is taken once, for all trials of a run. */
export function trialsOf(parameters: EcosystemParameters): Trials {
	let base: World | undefined;
	let ahead: Recording | undefined;

	/** The last ticks of the run so far, and room for those ahead. */
	function recordingFrom(past: Recording, tick: number, horizon: number, { metrics }: Rehearsal): Recording {
		ahead ??= newRecording(metrics, past.ticks + horizon);
		for (const { name, labels, values } of ahead.series) {
			const run = past.series.find((one) => one.name === name);
			if (run) values.set(run.values.subarray(0, tick * labels.length));
			values.fill(0, tick * labels.length, (tick + horizon) * labels.length);
		}
		return ahead;
	}

	return {
		imagine(world, decision, replication) {
			base = whatIf(world, decision, replication, base);
		},
		run(changes, horizon, past, rehearsal, watch) {
			const world = fork(base as World, { into: rehearsal.world });
			const tick = tickOf(world);
			intervene(world, agendaOf(changes.map((change) => ({ tick, ...change }))), tick);
			const recording = recordingFrom(past, tick, horizon, rehearsal);
			const done = rehearsal.go(tick + horizon, recording, () => watch?.(world));
			return done ? efficacyAfter(recording, tick + horizon, parameters) : undefined;
		},
	};
}

/** What goes between makers, and the hours that they lack and have left over, watched tick by tick. */
export function flowWatcher(): { watch(world: World): void; flows(): Flows } {
	let bought: Float64Array | undefined;
	let ends: { buyers: Uint32Array; suppliers: Uint32Array } = {
		buyers: new Uint32Array(0),
		suppliers: new Uint32Array(0),
	};
	const short: Float64Array[] = [];
	const idle: Float64Array[] = [];
	return {
		watch(world) {
			const { sources, targets, shipped } = links(world, supply);
			const { price, shortHours, idleHours } = columns(world, manufacturer);
			bought ??= new Float64Array(shipped.length);
			for (let e = 0; e < shipped.length; e++) bought[e] += Math.max(0, shipped[e]) * price[targets[e]];
			ends = { buyers: sources, suppliers: targets };
			short.push(shortHours.slice());
			idle.push(idleHours.slice());
		},
		flows: () => ({
			...ends,
			values: (bought ?? new Float64Array(0)).map((value) => value / short.length),
			short,
			idle,
		}),
	};
}
