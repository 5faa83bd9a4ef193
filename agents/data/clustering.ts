// Cluster analysis: k-means from several well spread starts, and how many clusters there are.

import { type Sequence, sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";

const STARTS = purpose("clustering");

export type Point = ArrayLike<number>;

export interface Clusters {
	/** Centers, in order of their first coordinate, then the next. */
	readonly centers: readonly (readonly number[])[];
	/** Cluster of each point. */
	readonly labels: readonly number[];
	/** Weight of the points of each cluster. */
	readonly sizes: readonly number[];
	/** Σ weight · squared distance of the points from their centers. */
	readonly objective: number;
}

/** Squared Euclidean distance. */
function squared(a: Point, b: Point): number {
	let sum = 0;
	for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
	return sum;
}

function nearest(point: Point, centers: readonly Point[]): readonly [cluster: number, distance: number] {
	let cluster = 0;
	let least = squared(point, centers[0]);
	for (let c = 1; c < centers.length; c++) {
		const distance = squared(point, centers[c]);
		if (distance < least) [cluster, least] = [c, distance];
	}
	return [cluster, least];
}

/** Each point to its nearest center, of equal ones the first. */
export function assign(
	points: readonly Point[],
	weights: ArrayLike<number>,
	centers: Clusters["centers"],
): Clusters {
	const sizes = centers.map(() => 0);
	let objective = 0;
	const labels = points.map((point, i) => {
		const [cluster, distance] = nearest(point, centers);
		sizes[cluster] += weights[i];
		objective += weights[i] * distance;
		return cluster;
	});
	return { centers, labels, sizes, objective };
}

/** Each center to the weighted mean of its points, where it has any. */
export function recenter(
	points: readonly Point[],
	weights: ArrayLike<number>,
	{ centers, labels, sizes }: Clusters,
): Clusters["centers"] {
	const sums = centers.map((center) => center.map(() => 0));
	points.forEach((point, i) => {
		const sum = sums[labels[i]];
		for (let j = 0; j < sum.length; j++) sum[j] += weights[i] * point[j];
	});
	return centers.map((center, c) => (sizes[c] > 0 ? sums[c].map((sum) => sum / sizes[c]) : center));
}

/** Lloyd's algorithm (1982) from the given centers, until the objective falls no more: it never rises. */
export function lloyd(
	points: readonly Point[],
	weights: ArrayLike<number>,
	start: readonly Point[],
): Clusters {
	let found = assign(
		points,
		weights,
		start.map((center) => Array.from(center)),
	);
	for (;;) {
		const next = assign(points, weights, recenter(points, weights, found));
		if (!(next.objective < found.objective)) return inOrder(found);
		found = next;
	}
}

/** Clusters are told apart by where they are: numbered in order of their centers. */
function inOrder({ centers, labels, sizes, objective }: Clusters): Clusters {
	const before = (a: readonly number[], b: readonly number[]) => {
		const j = a.findIndex((value, at) => value !== b[at]);
		return j < 0 ? 0 : a[j] - b[j];
	};
	const order = [...centers.keys()].sort((a, b) => before(centers[a], centers[b]) || a - b);
	const place = order.map((_, c) => order.indexOf(c));
	return {
		centers: order.map((c) => centers[c]),
		labels: labels.map((c) => place[c]),
		sizes: order.map((c) => sizes[c]),
		objective,
	};
}

/** k-means++ (Arthur & Vassilvitskii 2007): each next center is a point drawn in proportion to its squared distance from those so far. */
function spreadCenters(points: readonly Point[], k: number, draws: Sequence): Point[] {
	const centers = [points[draws.below(points.length)]];
	const distances = points.map((point) => squared(point, centers[0]));
	while (centers.length < k) {
		let left = distances.reduce((sum, distance) => sum + distance, 0) * draws.uniform();
		let chosen = distances.findIndex((distance) => {
			left -= distance;
			return left < 0;
		});
		// All points lie on centers, or rounding left some over at the end.
		if (chosen < 0) chosen = distances.findLastIndex((distance) => distance > 0);
		const center = points[Math.max(0, chosen)];
		centers.push(center);
		points.forEach((point, i) => {
			distances[i] = Math.min(distances[i], squared(point, center));
		});
	}
	return centers;
}

/**
 * The best of `starts` runs of Lloyd's algorithm from k-means++ centers, 10 where left out. Deterministic by `seed`. Features should have
 * comparable scales: `standardized` gives them.
 * Throws RangeError for no points, or k not a whole number from 1 to their number.
 */
export function kMeans(
	points: readonly Point[],
	{ k, starts = 10, seed = "1" }: { readonly k: number; readonly starts?: number; readonly seed?: string },
): Clusters {
	if (!(Number.isInteger(k) && k >= 1 && k <= points.length))
		throw new RangeError(`kMeans: k must be a whole number from 1 to ${points.length}, got ${k}`);
	const draws = sequence(seed, STARTS);
	const weights = new Float64Array(points.length).fill(1);
	let best: Clusters | undefined;
	for (let run = 0; run < Math.max(1, starts); run++) {
		const found = lloyd(points, weights, spreadCenters(points, k, draws));
		if (!best || found.objective < best.objective) best = found;
	}
	return best as Clusters;
}

/** Points in units of each feature's standard deviation, centered; a constant feature is 0. */
export function standardized(points: readonly Point[]): number[][] {
	const width = points[0]?.length ?? 0;
	const columns = Array.from({ length: width }, (_, j) => {
		const center = points.reduce((sum, point) => sum + point[j], 0) / points.length;
		const squares = points.reduce((sum, point) => sum + (point[j] - center) * (point[j] - center), 0);
		return { center, spread: Math.sqrt(squares / points.length) || 1 };
	});
	return points.map((point) => columns.map(({ center, spread }, j) => (point[j] - center) / spread));
}

/**
 * Mean silhouette (Rousseeuw 1987) of labeled points: (b − a)/max(a, b), a the mean distance to the others of the own cluster, b the least
 * mean distance to another cluster's; 0 for a point alone. From −1 to 1. Time and the square of the number of points.
 */
export function silhouette(points: readonly Point[], labels: readonly number[]): number {
	const clusters = 1 + labels.reduce((most, label) => Math.max(most, label), 0);
	const sizes = new Float64Array(clusters);
	for (const label of labels) sizes[label]++;
	let sum = 0;
	points.forEach((point, i) => {
		if (sizes[labels[i]] < 2) return;
		const distances = new Float64Array(clusters);
		points.forEach((other, j) => {
			distances[labels[j]] += Math.sqrt(squared(point, other));
		});
		const own = distances[labels[i]] / (sizes[labels[i]] - 1);
		let other = Infinity;
		for (let c = 0; c < clusters; c++)
			if (c !== labels[i] && sizes[c] > 0) other = Math.min(other, distances[c] / sizes[c]);
		if (other < Infinity) sum += (other - own) / Math.max(other, own) || 0;
	});
	return sum / points.length;
}

/** The k from 2 to `most` with the largest mean silhouette, of equal ones the smallest, and its clusters. */
export function chooseClusters(
	points: readonly Point[],
	{ most, starts, seed }: { readonly most: number; readonly starts?: number; readonly seed?: string },
): Clusters & { readonly silhouette: number } {
	let best: (Clusters & { readonly silhouette: number }) | undefined;
	for (let k = 2; k <= Math.min(most, points.length - 1); k++) {
		const found = kMeans(points, { k, ...(starts && { starts }), ...(seed && { seed }) });
		const value = silhouette(points, found.labels);
		if (!best || value > best.silhouette) best = { ...found, silhouette: value };
	}
	if (!best)
		throw new RangeError(`chooseClusters: ${points.length} points cannot make 2 to ${most} clusters`);
	return best;
}
