// §6.4 The closed loop: hypotheses, tried in the virtual world; the best one made true; its prediction scored; and the correction.

import { type Hypothesis, hypotheses, loop, TRIGGER } from "../../agents/closed-loop.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { efficacyAfter } from "../../agents/metrics/efficacy.js";
import type { ClosedLoopParameters, EcosystemParameters } from "../../agents/parameters.js";
import { settings } from "../../agents/settings.js";
import type { Recording } from "../../engine/record/recording.js";
import type { Change, Controller } from "../../engine/schedule/controller.js";
import { columns, tickOf, type World } from "../../engine/world/world.js";
import { fallDetector } from "./detector.js";
import { changesOf } from "./moves.js";
import { flowWatcher, type Trials, trialsOf } from "./trials.js";

const KEEP = hypotheses.indexOf("keep");
/** Part of the way to 1 that trust comes back in a cycle in which nothing was changed. */
const FORGIVING = 0.1;
/** In place of the efficacy of a run that failed. */
const FAILED = -1;

/** Undefined where a run of these parameters has no closed loop. */
export function closedLoop(parameters: EcosystemParameters): Controller | undefined {
	const { closedLoop: rules, scalars, warmUp } = parameters;
	if (!rules) return undefined;
	const fell = fallDetector({ ...rules, window: scalars.windowTicks, warmUp });
	const trials = trialsOf(parameters);
	return (world, tick, recording, rehearsal) => {
		const alarm = tick > 0 && fell(recording, tick - 1);
		const own = columns(world, loop);
		const cycle = own.cycle[0];
		const since = tick - own.decidedAt[0];
		const changes: Change[] = [];
		let trust = own.trust[0];
		if (cycle > 0 && own.scored[0] === 0 && since >= rules.horizon) {
			const { outcome, trusted } = score(world, recording, parameters, rules);
			changes.push(...outcome);
			trust = trusted;
		}
		if (columns(world, settings).systemLoop[0] === 0) return changes;
		const due = cycle === 0 || (since >= rules.horizon && (alarm || since >= rules.every));
		if (!due) return changes;
		const ahead: Ahead = (changes, watch) => trials.run(changes, rules.horizon, recording, rehearsal, watch);
		const { predictions, tried, turn } = tryAll(world, parameters, rules, trials, ahead);
		const seen = seenBy(world, rules.horizon);
		const belief = rules.trust === "full" ? 1 : trust * seen;
		const { adopted, gain } = choose(predictions, belief, rules.threshold);
		return [
			...changes,
			...(tried.get(adopted) ?? []),
			remember("cycle", cycle + 1),
			remember("turn", turn),
			remember("decidedAt", tick),
			remember("trigger", alarm ? TRIGGER.alarm : TRIGGER.schedule),
			remember("adopted", adopted),
			remember("gain", gain),
			remember("seen", seen),
			remember("scored", 0),
			...predictions.map((value, h) => remember(`prediction[${h}]`, value)),
		];
	};
}

/** The trial of a hypothesis in the virtual world as it was imagined last. */
type Ahead = (changes: readonly Change[], watch?: (world: World) => void) => number | undefined;

const remember = (column: string, value: number): Change => ({ target: `loop.${column}`, value });

/**
 * b ← b + λ (predicted − realized − b). What was gained is what came out over what was predicted of keeping all as it was, less
 * the bias; trust ← trust + λ (gained/predicted gain, cut to 0..1, − trust) where something was changed.
 */
function score(
	world: World,
	recording: Recording,
	parameters: EcosystemParameters,
	{ horizon, learning }: ClosedLoopParameters,
) {
	const { decidedAt, prediction, adopted, gain, bias, trust } = columns(world, loop);
	const realized = efficacyAfter(recording, decidedAt[0] + horizon, parameters);
	const [keep, chosen] = [prediction[KEEP], prediction[adopted[0]]];
	const gained = realized - (keep - bias[0]);
	const kept = adopted[0] === KEEP;
	const share = gain[0] > 0 ? Math.max(0, Math.min(1, gained / gain[0])) : 0;
	const trusted = trust[0] + (kept ? FORGIVING * (1 - trust[0]) : learning * (share - trust[0]));
	const outcome = [
		remember("scored", 1),
		remember("realized", realized),
		remember("realizedGain", gained),
		remember("bias", bias[0] + learning * (chosen - realized - bias[0])),
		remember("trust", trusted),
	];
	return { outcome, trusted };
}

/**
 * Keep, then the next hypotheses in turn that would change anything; of each the mean efficacy over the same futures. One whose
 * run fails is marked so.
 */
function tryAll(
	world: World,
	parameters: EcosystemParameters,
	{ candidates, replications }: ClosedLoopParameters,
	trials: Trials,
	ahead: Ahead,
) {
	const { cycle, turn } = columns(world, loop);
	const predictions = new Array<number>(hypotheses.length).fill(0);
	const tried = new Map<number, readonly Change[]>();
	const watcher = flowWatcher();
	const attempt = (h: number, changes: readonly Change[], watch?: (world: World) => void) => {
		if (predictions[h] === FAILED) return;
		const efficacy = ahead(changes, watch);
		predictions[h] = efficacy === undefined ? FAILED : predictions[h] + efficacy / replications;
	};
	trials.imagine(world, cycle[0], 0);
	attempt(KEEP, [], watcher.watch);
	let next = turn[0];
	for (let looked = 1; looked < hypotheses.length && tried.size < candidates; looked++) {
		const h = next;
		next = h + 1 < hypotheses.length ? h + 1 : 1;
		const changes = changesOrNone(hypotheses[h] as Hypothesis, world, parameters, watcher.flows());
		if (changes === undefined) predictions[h] = FAILED;
		if (!changes?.length) continue;
		tried.set(h, changes);
		attempt(h, changes);
	}
	for (let r = 1; r < replications; r++) {
		trials.imagine(world, cycle[0], r);
		attempt(KEEP, []);
		for (const [h, changes] of tried) attempt(h, changes);
	}
	return { predictions, tried, turn: next };
}

/** Undefined where there is no telling them. */
function changesOrNone(...asked: Parameters<typeof changesOf>): readonly Change[] | undefined {
	try {
		return changesOf(...asked);
	} catch {
		return undefined;
	}
}

/**
 * How far the virtual world is known: the share of makers whose stock a twin sees, each less by the age of what it saw over the
 * horizon. What is older than the horizon says nothing about it, and who has no twin is not in the virtual world but by the books.
 */
function seenBy(world: World, horizon: number): number {
	const { rank, stamp } = columns(world, manufacturer);
	const { coverage } = columns(world, settings);
	const last = tickOf(world) - 1;
	let seen = 0;
	for (let i = 0; i < rank.length; i++)
		if (rank[i] < coverage[0]) seen += Math.max(0, 1 - (last - stamp[i]) / horizon);
	return seen / rank.length;
}

/** The hypothesis of the largest gain over keeping, if that is believed to be above the threshold. */
function choose(predictions: readonly number[], belief: number, threshold: number) {
	const keep = predictions[KEEP] ?? FAILED;
	let adopted = KEEP;
	let gain = 0;
	predictions.forEach((predicted, h) => {
		if (predicted <= 0 || keep <= 0 || predicted - keep <= gain) return;
		adopted = h;
		gain = predicted - keep;
	});
	return belief * gain > threshold ? { adopted, gain } : { adopted: KEEP, gain: 0 };
}
