// Hypotheses run ahead in the virtual world: forks of one what-if, each with its changes, stepped to the horizon.

import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { efficacyAfter, ingredients } from "../../agents/metrics/efficacy.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { whatIf } from "../../agents/what-if.js";
import { links } from "../../engine/network/network.js";
import { newRecording } from "../../engine/record/partials.js";
import type { Recording } from "../../engine/record/recording.js";
import type { Change } from "../../engine/schedule/controller.js";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import { bytesOfPlan, type Plan, planOf } from "../../engine/schedule/plan.js";
import { work } from "../../engine/schedule/run.js";
import { newControl, Team } from "../../engine/schedule/team.js";
import { newBuffer } from "../../engine/world/block.js";
import { fork } from "../../engine/world/copy.js";
import { columns, tickOf, type World } from "../../engine/world/world.js";
import type { Flows } from "../organization/flows.js";

export interface Trials {
	/** The virtual world of a decision and a replication, before anything is changed. */
	imagine(world: World, decision: number, replication: number): void;
	/**
	 * Efficacy at the end of so many ticks after the changes; the recording is that of the run so far.
	 * @throws whatever a step throws
	 */
	run(
		changes: readonly Change[],
		horizon: number,
		recording: Recording,
		watch?: (world: World) => void,
	): number;
}

/** Its memory is taken once, for all trials of a run. */
export function trialsOf(parameters: EcosystemParameters): Trials {
	const metrics = (ecosystem.metrics?.(parameters) ?? []).filter(({ name }) => ingredients.includes(name));
	let base: World | undefined;
	let branch: World | undefined;
	let ahead: Recording | undefined;
	/** Of every fork: their sizes are the same. */
	let plan: Plan | undefined;

	/** The last ticks of the run so far, and room for those ahead. */
	function recordingFrom(past: Recording, tick: number, horizon: number): Recording {
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
		run(changes, horizon, past, watch) {
			const from = base as World;
			const world = fork(from, branch ? { into: branch } : {});
			branch = world;
			const tick = tickOf(world);
			intervene(world, agendaOf(changes.map((change) => ({ tick, ...change }))), tick);
			const recording = recordingFrom(past, tick, horizon);
			plan ??= planOf(world, ecosystem, metrics, newBuffer(bytesOfPlan(world, ecosystem, metrics)));
			const alone = new Team(newControl(1), { member: 0, members: 1, cores: 1 });
			const lead = { recording, agenda: agendaOf([]), controller: undefined, log: [] };
			work({ world, plan, ticks: tick + horizon }, alone, { ...lead, onTick: () => watch?.(world) });
			return efficacyAfter(recording, tick + horizon, parameters);
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
