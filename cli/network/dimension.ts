// network FILE dimension: how many boxes cover a graph, box size by box size.

import {
	type BoxCount,
	boxCounts,
	boxDimension,
	MOST_NODES_OF_BOX_COVERING,
} from "../../engine/network/box-covering.js";
import { components } from "../../engine/network/components.js";
import { graphOf } from "../../engine/network/graph.js";
import { BadInput } from "../../scenarios/fault.js";
import type { GraphFile } from "../../scenarios/importers/graph/graph-file.js";
import type { NetworkOptions } from "../commands/network.js";
import { onInterrupt } from "../interrupt.js";
import { showProgress } from "../progress.js";
import { textTable } from "../text/text-table.js";
import { counted, number } from "../text/wording.js";
import { bar } from "./bar.js";
import { defined, linksOf } from "./links.js";

export interface Dimension {
	readonly nodes: number;
	readonly edges: number;
	readonly components: number;
	readonly diameter: number;
	/** By ℓ, the fewest boxes found. */
	readonly boxes: Readonly<Record<string, number>>;
	/** By ℓ, so many there must be. */
	readonly atLeast: Readonly<Record<string, number>>;
	/** Left out where there are not two box sizes, or all have the same count. */
	readonly dimension?: number;
	readonly r2?: number;
}

/** Directions and weights do not count, nor do self-loops and parallel links. @throws BadInput for more than 2,000 nodes */
export async function dimensionOf(
	file: GraphFile,
	name: string,
	{ seed, quiet }: Pick<NetworkOptions, "seed" | "quiet">,
): Promise<Dimension> {
	const most = MOST_NODES_OF_BOX_COVERING;
	if (file.nodes.length > most)
		throw new BadInput([
			{
				file: name,
				message: `${counted(file.nodes.length, "node")} are too many for box covering`,
				expected: `at most ${most.toLocaleString("en-US")}`,
			},
		]);
	const graph = graphOf(linksOf(file));
	const found: BoxCount[] = [];
	const { diameter, counts } = boxCounts(graph, { seed });
	const watched = { total: diameter, done: () => found.length, runs: diameter, runsDone: () => found.length };
	const progress = showProgress({ ...watched, unit: "box size" }, quiet ?? false);
	const noInterrupt = onInterrupt(() => {
		progress.stop();
		return "interrupted";
	});
	try {
		for (const count of counts) {
			found.push(count);
			// Lets the progress be drawn and an interruption be heard.
			await new Promise((resolve) => setImmediate(resolve));
		}
	} finally {
		progress.stop();
		noInterrupt();
	}
	const { dimension, r2 } = boxDimension(found);
	return {
		nodes: file.nodes.length,
		edges: file.sources.length,
		components: components(graph).sizes.length,
		diameter,
		boxes: Object.fromEntries(found.map(({ size, boxes }) => [size, boxes])),
		atLeast: Object.fromEntries(found.map(({ size, atLeast }) => [size, atLeast])),
		...defined({ dimension, r2 }),
	};
}

const mostRows = 24;

/** Rows at even steps of log ℓ, bars as long as the logarithm of the count: a power law is a straight line. */
export function dimensionText({ boxes, atLeast, diameter, components, dimension, r2 }: Dimension): string {
	const sizes = Object.keys(boxes).map(Number);
	const steps = Array.from({ length: mostRows }, (_, i) =>
		Math.round(2 * ((diameter + 1) / 2) ** (i / (mostRows - 1))),
	);
	const shown = sizes.length <= mostRows ? sizes : [...new Set(steps)];
	const longest = Math.max(1, Math.log(boxes[2] ?? 1));
	const rows = shown.map((size) => {
		const [least, must] = [boxes[size], atLeast[size]];
		const proof = least === must ? "the least" : `at least ${must.toLocaleString("en-US")}`;
		return [String(size), least.toLocaleString("en-US"), proof, bar(Math.log(least) / longest)];
	});
	const more = shown.length < sizes.length ? "\n--json has all box sizes" : "";
	const fit =
		dimension === undefined
			? "No dimension: it takes two box sizes with different counts of boxes."
			: `dimension ${number(dimension)}: boxes ∝ size^−${number(dimension)}, r² ${r2?.toFixed(3)}, over all ${counted(sizes.length, "box size")}`;
	const table = textTable(
		[
			{ title: "box size", right: true },
			{ title: "boxes", right: true },
			{ title: "proof" },
			{ title: "log boxes" },
		],
		rows,
	);
	return [
		...(rows.length > 0 ? [table + more] : []),
		`${counted(components, "component")}, diameter ${diameter.toLocaleString("en-US")}`,
		fit,
	].join("\n\n");
}
