// §6.4 What the closed loop remembers: its last hypothesis, what was predicted of it, how it came out, what that taught.

import { agentKind, column } from "../engine/world/kind.js";

/** What may be tried, by place: keep all as it is; the modules that J proposes, with its kappa as it is, halved, doubled; borders; search. */
export const hypotheses = [
	"keep",
	"modules",
	"openBorders",
	"moreSearch",
	"largerModules",
	"closeBorders",
	"lessSearch",
	"smallerModules",
] as const;
export type Hypothesis = (typeof hypotheses)[number];

/** Why a cycle began. */
export const TRIGGER = { none: 0, schedule: 1, alarm: 2 } as const;

/** One row. Its columns are written between ticks by the controller, of the whole cycle at once and again when it is scored. */
export const loop = agentKind("loop", {
	open: {
		cycle: column("f64", "1", "decisions so far"),
		turn: column("f64", "code", "place in hypotheses of the one that is tried next"),
		decidedAt: column("f64", "tick", "before which the last one was taken"),
		trigger: column("f64", "code", "of it, one of TRIGGER"),
		prediction: column(
			"f64",
			"share",
			"efficacy at the end of the horizon, by hypothesis: 0 not tried, -1 its run failed",
			hypotheses.length,
		),
		adopted: column("f64", "code", "place in hypotheses of what was chosen"),
		gain: column("f64", "share", "predicted for it over keep"),
		seen: column(
			"f64",
			"share",
			"of makers that the twin saw when it was chosen, less by the age of what it saw",
		),
		scored: column("f64", "flag", "the horizon is over and the outcome known"),
		realized: column("f64", "share", "efficacy at the end of the last horizon that is over"),
		realizedGain: column("f64", "share", "of it, over what was predicted of keep less the bias"),
		bias: column("f64", "share", "by which predictions are too high, smoothed"),
		trust: column("f64", "share", "part of a predicted gain that comes true, smoothed"),
	},
});
