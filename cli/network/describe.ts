// network FILE describe: the measures of a graph.

import { clustering } from "../../engine/network/clustering.js";
import { type Components, components, strongComponents } from "../../engine/network/components.js";
import { degreeDistribution, degrees, directedDegrees, strengths } from "../../engine/network/degree.js";
import { graphOf } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import type { GraphFile } from "../../scenarios/importers/graph/graph-file.js";
import type { NetworkOptions } from "../commands/network.js";
import { textTable } from "../text/text-table.js";
import { counted, number } from "../text/wording.js";
import { bar } from "./bar.js";
import { defined, linksOf } from "./links.js";
import { modulesOf } from "./modules.js";

export type Description = Awaited<ReturnType<typeof describeGraph>>;

/**
 * Degree, clustering and components of the simple undirected graph (self-loops and parallel links counted apart); modularity
 * of the best partition found of the links as the file has them, with weights and directions, in a tenth of the time that
 * `network FILE partition` takes.
 */
export async function describeGraph(file: GraphFile, options: Pick<NetworkOptions, "seed" | "quiet">) {
	const links = linksOf(file);
	const graph = graphOf(links);
	const degree = degrees(graph);
	const { mean, transitivity, triangles, byDegree } = clustering(graph);
	const { quality, modules } = await modulesOf(file, options, 0.1);
	const { exponent, r2 } = hierarchy(byDegree);
	const entries = (list: ArrayLike<number>, shown: (value: number) => boolean) =>
		Object.fromEntries([...Array.from(list).entries()].filter(([, value]) => shown(value)));
	const directed = file.directed ? directedDegrees(links) : undefined;
	return {
		nodes: file.nodes.length,
		edges: file.sources.length,
		directed: file.directed,
		weighted: file.weights !== undefined,
		selfLoops: graph.selfLoops,
		duplicateEdges: graph.duplicates,
		degree: { ...range(degree), distribution: entries(degreeDistribution(degree), (count) => count > 0) },
		...(directed && { inDegree: range(directed.in), outDegree: range(directed.out) }),
		...(file.weights && { strength: range(strengths(graph)) }),
		clustering: {
			...defined({ mean, transitivity, triangles }),
			byDegree: entries(byDegree, (c) => !Number.isNaN(c)),
		},
		components: inComponents(components(graph)),
		...(file.directed && { strongComponents: inComponents(strongComponents(links)) }),
		modularity: quality,
		modules,
		hierarchy: defined({ exponent, r2 }),
	};
}

function range(values: Uint32Array | Float64Array) {
	if (values.length === 0) return {};
	let [min, max, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
	for (const value of values) {
		min = Math.min(min, value);
		max = Math.max(max, value);
		sum += value;
	}
	return { min, mean: sum / values.length, max };
}

const inComponents = ({ sizes }: Components) => ({
	count: sizes.length,
	largest: sizes.reduce((most, size) => Math.max(most, size), 0),
});

export function describeText(found: Description): string {
	const { clustering, hierarchy, selfLoops, duplicateEdges } = found;
	const left = [
		...(selfLoops > 0 ? [counted(selfLoops, "self-loop")] : []),
		...(duplicateEdges > 0 ? [counted(duplicateEdges, "parallel edge")] : []),
	].join(" and ");
	const rows = [
		...spread("degree", found.degree),
		...spread("in-degree", found.inDegree),
		...spread("out-degree", found.outDegree),
		...spread("strength", found.strength),
		...one("clustering, mean", clustering.mean),
		...one("transitivity", clustering.transitivity),
		...one("triangles", clustering.triangles),
		...parts("components", found.components),
		...parts("strong components", found.strongComponents),
		["modularity", found.modularity.toFixed(6), counted(found.modules, "module")],
		...one(
			"hierarchy",
			hierarchy.exponent,
			`clustering ∝ degree^exponent, r² ${hierarchy.r2?.toFixed(3) ?? "–"}`,
		),
	];
	return [
		textTable([{ title: "measure" }, { title: "value", right: true }, { title: "" }], rows),
		...(left === "" ? [] : [`Degree, clustering and components leave out ${left}.`]),
		...(found.nodes > 0 ? [byDegreeTable(found)] : []),
	].join("\n\n");
}

const plain = (value: number) =>
	Number.isInteger(value) ? value.toLocaleString("en-US").replace("-", "−") : number(value);

const one = (name: string, value: number | undefined, note = "") =>
	value === undefined ? [] : [[name, plain(value), note]];

const spread = (name: string, found?: { min?: number; mean?: number; max?: number }) =>
	found?.min === undefined
		? []
		: [[`${name}, mean`, plain(found.mean ?? 0), `from ${plain(found.min)} to ${plain(found.max ?? 0)}`]];

const parts = (name: string, found?: { count: number; largest: number }) =>
	found ? [[name, plain(found.count), `the largest of ${counted(found.largest, "node")}`]] : [];

const mostRows = 20;

/** A row for each degree, or for each octave of degrees where there are many. */
function byDegreeTable({ degree, clustering }: Description): string {
	const all = Object.entries(degree.distribution).map(([k, count]) => ({ k: Number(k), count }));
	const octaves = all.length > mostRows;
	const from = (k: number) => (octaves && k > 0 ? 2 ** Math.floor(Math.log2(k)) : k);
	const sums = [...new Set(all.map(({ k }) => from(k)))].map((low) => {
		const members = all.filter(({ k }) => from(k) === low);
		const count = members.reduce((sum, { count }) => sum + count, 0);
		const c = members.reduce((sum, { k, count }) => sum + count * (clustering.byDegree[k] ?? 0), 0) / count;
		const high = octaves ? Math.max(low, 2 * low - 1) : low;
		return {
			name: low === high ? `${low}` : `${low}–${high}`,
			count,
			clustering: high < 2 ? "–" : c.toFixed(3),
		};
	});
	const most = Math.max(...sums.map(({ count }) => count));
	return textTable(
		[
			{ title: "degree", right: true },
			{ title: "clustering", right: true },
			{ title: "nodes", right: true },
			{ title: "" },
		],
		sums.map(({ name, count, clustering }) => [
			name,
			clustering,
			count.toLocaleString("en-US"),
			bar(count / most),
		]),
	);
}
