// Drives an optimizer with an objective, which may answer at once or later.

import type { Optimizer, Point } from "./optimizer.js";

/** The objective; it may change the x that it gets. */
export type Objective<V> = (x: number[]) => V | Promise<V>;

/** Until it has stopped, and then its threads are ended. Of a batch at most `atOnce` points are evaluated at the same time. What the objective throws is thrown. */
export async function drive<V, B>(
	optimizer: Optimizer<V, B>,
	objective: Objective<V>,
	atOnce = Infinity,
): Promise<void> {
	try {
		for (;;) {
			const points = await optimizer.ask();
			if (points.length === 0) return;
			optimizer.tell(await evaluate(points, objective, atOnce));
		}
	} finally {
		await optimizer.close();
	}
}

async function evaluate<V>(points: readonly Point[], objective: Objective<V>, atOnce: number): Promise<V[]> {
	const values = new Array<V>(points.length);
	let next = 0;
	async function takeTurns(): Promise<void> {
		while (next < points.length) {
			const i = next++;
			try {
				const value = objective([...points[i]]);
				values[i] = value instanceof Promise ? await value : value;
			} catch (error) {
				// Nobody begins another.
				next = points.length;
				throw error;
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(atOnce, points.length) }, takeTurns));
	return values;
}
