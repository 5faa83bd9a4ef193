// From a run folder to what its charts draw.

import type { EcosystemParameters } from "../agents/parameters.js";
import type { Recording } from "../engine/record/recording.js";
import { runSpec } from "../scenarios/build.js";
import { byTier, pathsOf, stepFor, thinned } from "../viz/charts/paths.js";
import type { Arm, Picture, SupplyNetwork } from "../viz/charts/picture.js";
import type { Archive } from "./archive.js";
import type { Comparison } from "./comparison.js";
import type { Manifest } from "./run-folder.js";

interface Drawn {
	sample?: Recording;
	readonly runs: Recording[];
}

/** Reads the series run by run: of each only what is drawn stays in memory. */
export async function pictureOf(
	manifest: Manifest,
	archive: Archive,
	compared: Comparison,
): Promise<Picture> {
	const network = networkOf(manifest);
	const tierOf = new Map(network.nodes.map(({ name, tier }) => [name, tier]));
	const step = stepFor(manifest.ticks);
	const drawn = new Map<string, Drawn>(compared.arms.map(({ name }) => [name, { runs: [] }]));
	for await (const { variant, recording } of archive.recordings()) {
		const arm = drawn.get(variant);
		if (!arm) continue;
		const gathered = byTier(recording, tierOf);
		arm.sample ??= gathered;
		arm.runs.push(thinned(gathered, step));
	}
	const arms = compared.arms.flatMap(({ name, title, outcomes }): Arm[] => {
		const { sample, runs } = drawn.get(name) as Drawn;
		return sample ? [{ name, title, outcomes, sample, paths: pathsOf(runs, step) }] : [];
	});
	const tickDays = manifest.variants[0]?.scenario.tick.days ?? 7;
	return {
		tickDays,
		warmUp: manifest.warmUp,
		arms,
		differences: compared.differences,
		network,
	};
}

function networkOf({ variants, seed, ticks }: Manifest): SupplyNetwork {
	const first = variants[0];
	if (!first) return { nodes: [], edges: [] };
	const { parameters } = runSpec(first.scenario, {
		seed,
		replication: 0,
		ticks,
	});
	const { stages, arcs } = parameters as EcosystemParameters;
	return {
		nodes: stages.map(({ name, tier, ownCost, productionTicks }) => ({
			name,
			tier,
			cost: ownCost / 100,
			about: `$${(ownCost / 100).toLocaleString("en-US")} of its own, ${productionTicks} ticks to make`,
		})),
		edges: arcs.map(({ supplier, buyer, quantity }) => ({
			from: supplier,
			to: buyer,
			quantity,
		})),
	};
}
