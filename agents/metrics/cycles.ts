// The cycles of a closed loop, from what was recorded: hypothesis, prediction, outcome, correction.

import type { Recording } from "../../engine/record/recording.js";
import { hypotheses, TRIGGER } from "../closed-loop.js";

export interface Cycle {
	/** Before which it was decided. */
	readonly tick: number;
	readonly trigger: "schedule" | "alarm";
	/** Efficacy at the end of the horizon by hypothesis tried; null where its run failed. */
	readonly predicted: Readonly<Record<string, number | null>>;
	readonly adopted: string;
	/** Over keeping all as it was. */
	readonly gain: number;
	/** How far the virtual world was known, 0..1. */
	readonly seen: number;
	/** Undefined where the run was over before. */
	readonly outcome?: {
		readonly efficacy: number;
		readonly gain: number;
		/** After the correction. */
		readonly bias: number;
		readonly trust: number;
	};
}

/** In the order in which they were decided; none where no closed loop was recorded. */
export function cyclesOf({ ticks, series }: Recording): Cycle[] {
	const found = series.find(({ name }) => name === "closedLoop");
	if (!found) return [];
	const { labels, values } = found;
	const at = (tick: number, label: string) => values[tick * labels.length + labels.indexOf(label)] ?? 0;
	/** The last row of each cycle, in which its outcome stands if there is one. */
	const rows = Array.from({ length: ticks }, (_, tick) => tick).filter(
		(tick) => at(tick, "cycle") > 0 && (tick + 1 === ticks || at(tick + 1, "cycle") > at(tick, "cycle")),
	);
	return rows.map((tick): Cycle => {
		const of = (label: string) => at(tick, label);
		const tried = hypotheses.flatMap((name) => {
			const efficacy = of(name);
			return efficacy === 0 ? [] : [[name, efficacy < 0 ? null : efficacy] as const];
		});
		// Where another decision follows at once, the outcome was written with it.
		const scored = of("scored") === 1 ? tick : tick + 1 < ticks ? tick + 1 : undefined;
		return {
			tick: of("decidedAt"),
			trigger: of("trigger") === TRIGGER.alarm ? "alarm" : "schedule",
			predicted: Object.fromEntries(tried),
			adopted: hypotheses[of("adopted")] ?? "keep",
			gain: of("gain"),
			seen: of("seen"),
			...(scored !== undefined && {
				outcome: {
					efficacy: at(scored, "realized"),
					gain: at(scored, "realizedGain"),
					bias: at(scored, "bias"),
					trust: at(scored, "trust"),
				},
			}),
		};
	});
}
