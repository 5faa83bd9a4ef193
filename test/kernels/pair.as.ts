// A kernel on a world's memory, for tests: counts visits to rows, and draws their weights together.

/** visits[i] += 1 and weight[i] = (weight[i] + pull) / 2 for the rows in [from, to); columns by their bytes' offsets. */
export function visit(visits: usize, weight: usize, from: i32, to: i32, pull: f64): void {
	for (let i = from; i < to; i++) {
		const count = visits + (<usize>i << 2);
		store<i32>(count, load<i32>(count) + 1);
		const place = weight + (<usize>i << 3);
		store<f64>(place, (load<f64>(place) + pull) / 2);
	}
}
