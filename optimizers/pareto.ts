// Pareto dominance: fronts, crowding, and who stays when there are too many. Less is better in each objective.

export type Objectives = readonly number[];

/** Nowhere worse and somewhere better. */
export function dominates(a: Objectives, b: Objectives): boolean {
	let better = false;
	for (let m = 0; m < a.length; m++) {
		if (a[m] > b[m]) return false;
		if (a[m] < b[m]) better = true;
	}
	return better;
}

/** Fronts, the undominated first, each as indices (fast non-dominated sort, Deb et al. 2002). */
export function fronts(values: readonly Objectives[]): number[][] {
	const above = new Int32Array(values.length);
	const below: number[][] = values.map(() => []);
	for (let i = 0; i < values.length; i++)
		for (let j = i + 1; j < values.length; j++) {
			const [better, worse] = dominates(values[i], values[j])
				? [i, j]
				: dominates(values[j], values[i])
					? [j, i]
					: [-1, -1];
			if (better < 0) continue;
			below[better].push(worse);
			above[worse]++;
		}
	const sorted: number[][] = [];
	let front = values.flatMap((_, i) => (above[i] === 0 ? [i] : []));
	while (front.length > 0) {
		sorted.push(front);
		front = front.flatMap((i) => below[i].filter((j) => --above[j] === 0));
	}
	return sorted;
}

/** Crowding distance of each in a front: the sum over objectives of the gap between its neighbors, in units of the range; Infinity at the ends (Deb et al. 2002). */
export function crowding(front: readonly Objectives[]): number[] {
	const distance = new Array<number>(front.length).fill(0);
	for (let m = 0; m < (front[0]?.length ?? 0); m++) {
		const order = front.map((_, i) => i).sort((a, b) => compare(front[a][m], front[b][m]) || a - b);
		const first = order[0];
		const last = order[order.length - 1];
		const range = front[last][m] - front[first][m];
		for (let k = 1; k < order.length - 1; k++)
			if (range > 0 && range < Infinity)
				distance[order[k]] += (front[order[k + 1]][m] - front[order[k - 1]][m]) / range;
		distance[first] = Infinity;
		distance[last] = Infinity;
	}
	return distance;
}

/** One that stays: its place in the list, the number of its front, and its crowding distance there. */
export interface Survivor {
	readonly index: number;
	readonly rank: number;
	readonly distance: number;
}

/** Front by front until `size` are chosen; of the last front the least crowded. */
export function survivors(values: readonly Objectives[], size: number): Survivor[] {
	const chosen: Survivor[] = [];
	for (const [rank, front] of fronts(values).entries()) {
		if (chosen.length >= size) break;
		const distances = crowding(front.map((i) => values[i]));
		const ranked = front.map((index, k) => ({ index, rank, distance: distances[k] }));
		const room = size - chosen.length;
		if (room < front.length) ranked.sort((a, b) => compare(b.distance, a.distance) || a.index - b.index);
		chosen.push(...ranked.slice(0, room));
	}
	return chosen;
}

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
