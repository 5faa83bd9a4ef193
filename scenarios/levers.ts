// The levers that a transformation path moves (MODEL §5). To add one is to add its entry: every lever is a column of `settings`.

import { MODE } from "../agents/call.js";
import { planningKinds } from "../agents/organized.js";
import { authorities, channels, cloudStages, markets, synchronizations } from "../agents/parameters.js";

export interface Lever {
	readonly name: string;
	readonly meaning: string;
	readonly unit: string;
	/** Columns of `settings` that take its value. */
	readonly columns: readonly string[];
	readonly low: number;
	readonly high: number;
	/** How it gets to its next value: in a straight line, in one rounded to whole numbers, or at once. */
	readonly moves: "linear" | "whole" | "at once";
	/** Names of the values 0, 1, …, in order. */
	readonly stages?: readonly string[];
}

type Told = readonly [name: string, unit: string, meaning: string];

const moving =
	(moves: Lever["moves"]) =>
	([name, unit, meaning]: Told, low: number, high: number, columns: readonly string[] = [name]): Lever => ({
		...{ name, unit, meaning, low, high, moves, columns },
	});
/** A share, price or other real number. */
const real = moving("linear");
/** A count, as of ticks. */
const whole = moving("whole");
/** Stages in order, each with rules of its own. */
const staged = ([name, meaning]: readonly [string, string], stages: readonly string[]): Lever => ({
	...moving("at once")([name, "stage", meaning], 0, stages.length - 1),
	stages,
});

export const levers: readonly Lever[] = [
	// The twin (§4.4).
	real(["coverage", "share", "gamma: share of the stages that are instrumented"], 0, 1),
	whole(["period", "ticks", "between messages"], 1, 520),
	whole(["lag", "ticks", "age of a message when it arrives"], 0, 520),
	real(["noise", "1", "sigma of the multiplicative reading error"], 0, 2),
	staged(["synchronization", "when a message is sent"], synchronizations),
	staged(["authority", "what the twin may do"], authorities),
	staged(["senseCapacity", "whether twins tell of hours at work"], ["off", "on"]),
	// Data sharing (§4.5).
	real(["sharingWeight", "share", "psi: weight of the shared end demand in the forecast"], 0, 1),
	// Market, forecasts, analyses, innovation (§4.3, 4.5, 4.9).
	staged(["market", "whether customers buy from stock or to order"], markets),
	staged(["closedLoop", "whether the forecast hypothesis that fared best is used"], ["off", "on"]),
	staged(["useAssociation", "whether orders are forecast by association rules"], ["off", "on"]),
	staged(["usePrediction", "whether maintenance hours follow predicted failures"], ["off", "on"]),
	staged(["useClustering", "whether returned machines are graded"], ["off", "on"]),
	real(["innovationBudget", "1", "by which the rates of search are multiplied"], 0, 100),
	real(
		["radiusStep", "share", "of margin short of aspiration, for each further bit of a search"],
		0.01,
		1000,
	),
	real(["imitationShare", "share", "of searches that look at others"], 0, 1),
	real(["jumpShare", "share", "of searches that are long jumps"], 0, 1),
	// Organization (§4.6, §5, §6).
	whole(["moduleSize", "makers", "to a module, in the order of places"], 1, 1_000_000),
	staged(["planning", "how modules set their hours"], planningKinds),
	staged(["cloud", "how far idle hours are pooled beyond modules"], cloudStages),
	{
		...staged(["boundaries", "whether boundary functions act"], ["closed", "open"]),
		columns: ["boundariesOn"],
	},
	...channels.flatMap((channel) => [
		real([`${channel}Low`, "share", `lo: least b of ${channel}`], 0, 1),
		real([`${channel}High`, "share", `hi: largest b of ${channel}`], 0, 1),
		real([`${channel}Slope`, "1", `k: steepness of b of ${channel}`], 0, 100),
		real([`${channel}Middle`, "1", `x0: where b of ${channel} is halfway`], -1, 2),
		channel === "information"
			? real([`${channel}Tax`, "cents", "tau: price of a message across borders"], 0, 100_000)
			: real([`${channel}Tax`, "share", `tau: of the ${channel} that crosses`], 0, 1),
	]),
	staged(["systemLoop", "whether the closed loop through the virtual world acts"], ["off", "on"]),
	// Services (§4.7).
	real(
		["servitization", "stage", "0..3 of all sellers; the fraction is the share of those a stage further"],
		0,
		3,
	),
	staged(["serviceMode", "how who repairs a machine is found"], Object.keys(MODE)),
];

export const leverNames = levers.map(({ name }) => name);

/** @throws RangeError for a name that no lever has. */
export function leverOf(name: string): Lever {
	const lever = levers.find((one) => one.name === name);
	if (!lever) throw new RangeError(`no lever "${name}"`);
	return lever;
}

/** The value of a lever as its columns hold it; undefined where it has no such value. */
export function leverValue({ stages, low, high, moves }: Lever, to: number | string): number | undefined {
	const value = typeof to === "string" ? (stages?.indexOf(to) ?? -1) : to;
	if (typeof to === "string" && value < 0) return undefined;
	const fits = value >= low && value <= high && (moves === "linear" || Number.isInteger(value));
	return fits ? value : undefined;
}
