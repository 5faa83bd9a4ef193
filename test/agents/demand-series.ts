// Makers without a market, whose demand a test gives tick by tick; series of known kinds.

import { openBordersStep } from "../../agents/boundary.js";
import { forecastStep } from "../../agents/forecast/forecast-demand.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { normal } from "../../engine/random/continuous.js";
import { purpose, word } from "../../engine/random/stream.js";
import { draws } from "../../engine/schedule/draws.js";
import { columns } from "../../engine/world/world.js";
import { worldOf } from "./worlds.js";

export const MEAN = 10_000;
export const SD = 1000;

/** `makers` forecasters, mean 10,000 and sd 1,000 expected; with sharing, of end demand alone, which need not be whole. */
export function forecasters(makers: number, sets: readonly string[]) {
	const world = worldOf("serial-chain", [
		`stages=${makers}`,
		`demand.mean=${MEAN}`,
		`demand.sd=${SD}`,
		"forecast.kind=exponential",
		"forecast.alpha=0.1",
		"forecast.season=13",
		...sets,
	]);
	const own = columns(world, manufacturer);
	let tick = 0;
	return {
		world,
		own,
		/** Demand of this tick, own and end alike unless told: what they forecast then stands in their columns. */
		meet(demand: (maker: number) => number, end = demand) {
			for (let i = 0; i < makers; i++) {
				own.demandNow[i] = Math.round(demand(i));
				own.endDemand[i] = end(i);
			}
			openBordersStep(world, 0, makers, tick);
			forecastStep(world, 0, makers, tick++);
		},
	};
}

/** What is known of a series up to now: the demand `ago` ticks before this one, an innovation, a memory of its own. */
interface Past {
	readonly before: (ago: number) => number;
	readonly tick: number;
	readonly noise: number;
	readonly kept: { level?: number };
}

/** A series of each kind: the best forecast of it is that of the hypothesis of its name. */
export const generated: Readonly<Record<string, (past: Past) => number>> = {
	movingAverage: ({ before, noise }) =>
		[1, 2, 3, 4, 5].reduce((sum, ago) => sum + before(ago) / 5, SD * noise),
	/** Level plus noise, a tenth of which stays (Muth 1960): smoothing by .1 is the best forecast. */
	exponential({ noise, kept }) {
		const level = kept.level ?? MEAN;
		kept.level = level + 0.1 * SD * noise;
		return level + SD * noise;
	},
	holt: ({ tick, noise }) => MEAN + 0.1 * SD * tick + SD * noise,
	ar1: ({ before, noise }) => MEAN + 0.8 * (before(1) - MEAN) + 0.6 * SD * noise,
	seasonalNaive: ({ tick, noise }) => MEAN + 2 * SD * Math.sin((2 * Math.PI * tick) / 13) + 0.3 * SD * noise,
};

/** Series of one kind for each maker, drawn by maker and tick. */
export function draw(kind: string, makers: number, ticks: number): Float64Array[] {
	const { world } = forecasters(1, []);
	const stream = draws(world, purpose("test series"));
	return Array.from({ length: makers }, (_, maker) => {
		const series = new Float64Array(ticks);
		const kept = {};
		for (let tick = 0; tick < ticks; tick++) {
			const before = (ago: number) => (tick >= ago ? series[tick - ago] : MEAN);
			const noise = normal(word(stream, maker, tick, 0));
			series[tick] = (generated[kind] as (past: Past) => number)({ before, tick, noise, kept });
		}
		return series;
	});
}
