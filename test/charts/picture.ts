// A picture drawn from recordings made up for the tests.

import type { Recording, Series } from "../../engine/record/recording.js";
import { byTier, changesOf, pathsOf, thinned } from "../../viz/charts/paths.js";
import type { Arm, Picture, SupplyNetwork } from "../../viz/charts/picture.js";

/** A series whose value is given for every tick and label. */
export function series(
	name: string,
	labels: readonly string[],
	ticks: number,
	value: (tick: number, label: number) => number,
): Series {
	const values = new Float64Array(ticks * labels.length);
	for (let t = 0; t < ticks; t++)
		for (let l = 0; l < labels.length; l++) values[t * labels.length + l] = value(t, l);
	return { name, unit: "units", about: `about ${name}`, labels, values };
}

export function recordingOf(stages: readonly string[], ticks: number, shift: number): Recording {
	const wave = (t: number, l: number) => 35 + shift + (l + 1) * 5 * Math.sin(t / 7 + l);
	return {
		ticks,
		series: [
			series("orders", stages, ticks, wave),
			series("stock", stages, ticks, wave),
			series("estimate", stages, ticks, (t, l) => wave(t, l) + 3),
			series("demand", [""], ticks, (t) => wave(t, 0)),
			series(
				"efficacy",
				["efficacy", "customer"],
				ticks,
				(t, l) => 0.7 + 0.01 * shift + 0.1 * l + 0.001 * (t % 5),
			),
			series("profit", ["manufacturers", "customers"], ticks, (t) => 1000 * shift + t),
		],
	};
}

/** Arms of the names given, three replications each. */
export function pictureOf(stages: readonly string[], titles: readonly string[]): Picture {
	const ticks = 400;
	const step = 4;
	const network: SupplyNetwork = {
		nodes: stages.map((name, i) => ({ name, tier: i + 1, cost: 10 * (i + 1), about: "made up" })),
		edges: stages.slice(1).map((_, i) => ({ from: i + 1, to: i, quantity: 1 })),
	};
	const tierOf = new Map(network.nodes.map(({ name, tier }) => [name, tier]));
	const runs = titles.map((_, a) =>
		[0, 1, 2].map((replication) =>
			thinned(byTier(recordingOf(stages, ticks, a + replication), tierOf), step),
		),
	);
	const arms = titles.map((title, a): Arm => {
		const change = changesOf(runs[a] ?? [], runs[0] ?? [], "efficacy", "efficacy");
		return {
			name: `arm-${a}`,
			title,
			outcomes: [
				{ name: "efficacy", unit: "0..1", about: "", mean: 0.7 + a / 100, low: 0.69, high: 0.73, n: 3 },
				{ name: "bullwhip1", unit: "1", about: "", mean: 1.5 + a, low: 1.4 + a, high: 1.6 + a, n: 3 },
				{ name: "bullwhip2", unit: "1", about: "", mean: 3 + a, low: null, high: null, n: 1 },
			],
			sample: byTier(recordingOf(stages, ticks, a), tierOf),
			paths: pathsOf(runs[a] ?? [], step),
			...(a > 0 && change && { efficacyChange: change }),
		};
	});
	const differences = arms.slice(1).map(({ name }) => ({
		name: "efficacy",
		unit: "0..1",
		about: "",
		a: name,
		b: "arm-0",
		base: 0.7,
		mean: 0.01,
		low: 0.005,
		high: 0.015,
		n: 3,
		verdict: "better" as const,
	}));
	return { tickDays: 7, warmUp: 40, arms, differences, headlines: ["efficacy"], network };
}
