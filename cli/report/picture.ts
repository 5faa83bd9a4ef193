// From a run folder to what its charts draw.

import type { EcosystemParameters } from "../../agents/parameters.js";
import type { Recording } from "../../engine/record/recording.js";
import { runSpec } from "../../scenarios/build.js";
import { byTier, changesOf, pathsOf, stepFor, thinned } from "../../viz/charts/paths.js";
import type { Arm, Path, Picture, SupplyNetwork } from "../../viz/charts/picture.js";
import { tickWord } from "../../viz/charts/time-axis.js";
import type { Archive } from "../run-folder/archive.js";
import type { Manifest } from "../run-folder/manifest.js";
import type { Comparison } from "../text/comparison.js";
import { headlines } from "../text/twin-text.js";
import { counted } from "../text/wording.js";

interface Drawn {
	sample?: Recording;
	/** By replication. */
	readonly runs: Map<number, Recording>;
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
	const drawn = new Map<string, Drawn>(compared.arms.map(({ name }) => [name, { runs: new Map() }]));
	for await (const { variant, replication, recording } of archive.recordings()) {
		const arm = drawn.get(variant);
		if (!arm) continue;
		const gathered = byTier(recording, tierOf);
		arm.sample ??= gathered;
		arm.runs.set(replication, thinned(gathered, step));
	}
	const reference = drawn.get(compared.arms[0]?.name ?? "");
	const arms = compared.arms.flatMap(({ name, title, outcomes }): Arm[] => {
		const mine = drawn.get(name) as Drawn;
		if (!mine.sample || !reference) return [];
		const arm = { name, title, outcomes, sample: mine.sample, paths: pathsOf([...mine.runs.values()], step) };
		const change = mine === reference ? undefined : efficacyChange(mine, reference);
		return [change ? { ...arm, efficacyChange: change } : arm];
	});
	const important = headlines(compared.arms[0]?.outcomes ?? []).map(({ name }) => name);
	const tickDays = manifest.variants[0]?.scenario.tick.days ?? 7;
	return {
		tickDays,
		warmUp: manifest.warmUp,
		arms,
		differences: compared.differences,
		headlines: important,
		network,
	};
}

/** Over the replications that both arms have finished. */
function efficacyChange(arm: Drawn, reference: Drawn): Path | undefined {
	const both = [...arm.runs.keys()].filter((replication) => reference.runs.has(replication));
	const of = ({ runs }: Drawn) => both.map((replication) => runs.get(replication) as Recording);
	return changesOf(of(arm), of(reference), "efficacy", "efficacy");
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
			about: `adds $${(ownCost / 100).toLocaleString("en-US")} per unit, ${counted(productionTicks, tickWord(first.scenario.tick.days))} to make`,
		})),
		edges: arcs.map(({ supplier, buyer, quantity }) => ({
			from: supplier,
			to: buyer,
			quantity,
		})),
	};
}
