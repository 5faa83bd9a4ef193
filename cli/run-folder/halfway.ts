// How far a study is, from its journal.

import { type Checkpointed, isOver, readHistory } from "./history.js";
import type { Manifest } from "./manifest.js";
import { writerOf } from "./writer.js";

interface Count {
	readonly done: number;
	readonly planned: number;
}

export interface Halfway {
	readonly command: string;
	readonly scenario: string;
	readonly seed: string;
	readonly state: "running" | "interrupted" | "finished";
	/** What ended an interrupted study, where it could still say so. */
	readonly reason?: string;
	/** The process that runs it, and for how long. */
	readonly writer?: { readonly pid: number; readonly host: string; readonly seconds: number };
	readonly runs: Count;
	/** Of finished runs, and of last checkpoints of the others. */
	readonly ticks: Count;
	/** While it runs, at the pace so far. */
	readonly secondsLeft?: number;
	readonly checkpoint?: {
		readonly variant: string;
		readonly replication: number;
		readonly tick: number;
		readonly secondsAgo: number;
	};
}

export function halfwayOf(folder: string, manifest: Manifest): Halfway {
	const { command, seed, variants, replications, ticks, hashes, optimize } = manifest;
	const history = readHistory(folder, manifest);
	const { failure, from, to } = history;
	const writer = writerOf(folder, history);
	const runs = optimize?.budget ?? variants.length * replications;
	const planned = runs * ticks;
	const done = hashes ? planned : ((to ?? from)?.ticks ?? 0);
	const state = writer ? "running" : isOver(manifest, history) ? "finished" : "interrupted";
	const pace = from && to && (to.ticks - from.ticks) / secondsBetween(from.time, to.time);
	const left = writer && pace && to && (planned - to.ticks) / pace - secondsSince(to.time);
	const checkpoint = [...history.checkpoints].at(-1);
	return {
		...{ command, scenario: variants[0]?.scenario.name ?? "", seed, state },
		...(state === "interrupted" && failure !== undefined && { reason: failure }),
		...(writer && { writer: { pid: writer.pid, host: writer.host, seconds: secondsSince(writer.time) } }),
		runs: { done: hashes ? runs : history.rows.size, planned: runs },
		ticks: { done, planned },
		...(left !== undefined && Number.isFinite(left) && { secondsLeft: rounded(left) }),
		...(checkpoint && state !== "finished" && { checkpoint: checkpointOf(...checkpoint) }),
	};
}

function checkpointOf(name: string, { tick, time }: Checkpointed): Halfway["checkpoint"] {
	const [variant, replication] = name.split("/") as [string, string];
	return { variant, replication: Number(replication), tick, secondsAgo: secondsSince(time) };
}

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
const secondsSince = (time: string) => rounded((Date.now() - Date.parse(time)) / 1000);
const rounded = (seconds: number) => Math.max(0, Math.round(seconds));
