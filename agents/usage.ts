// How many units of each stage's product go into one unit of each end stage's.

import type { EcosystemParameters } from "./parameters.js";

/** Links stage → end stage with their quantities; not to itself, whose orders are its own. */
export function usageOfEnds({ stages, arcs }: Pick<EcosystemParameters, "stages" | "arcs">) {
	const suppliers = new Map<number, { supplier: number; quantity: number; share: number }[]>();
	for (const arc of arcs) {
		if (arc.alternativeTo !== undefined) continue;
		const list = suppliers.get(arc.buyer) ?? [];
		list.push(arc);
		suppliers.set(arc.buyer, list);
	}
	const sources: number[] = [];
	const targets: number[] = [];
	const quantity: number[] = [];
	// Tiers rise along arcs, so in order of tier a stage's need is complete before it is handed on.
	const byTier = stages.map((_, i) => i).sort((a, b) => stageTier(a) - stageTier(b) || a - b);
	stages.forEach((stage, end) => {
		if (stage.demand.kind === "none") return;
		const needed = new Map([[end, 1]]);
		for (const at of byTier) {
			const units = needed.get(at);
			if (units === undefined) continue;
			for (const { supplier, quantity: each, share } of suppliers.get(at) ?? [])
				needed.set(supplier, (needed.get(supplier) ?? 0) + units * each * share);
			if (at === end) continue;
			sources.push(at);
			targets.push(end);
			quantity.push(units);
		}
	});
	return { sources, targets, quantity };

	function stageTier(i: number): number {
		return stages[i]?.tier ?? 0;
	}
}
