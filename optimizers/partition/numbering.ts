// Numbers of modules, 0 … by first appearance.

/** Renumbers modules in place, 0 … by first appearance, and gives how many there are. */
export function renumber(moduleOf: Uint32Array): number {
	let highest = 0;
	for (let v = 0; v < moduleOf.length; v++) if (moduleOf[v] > highest) highest = moduleOf[v];
	const numbers = new Int32Array(highest + 1).fill(-1);
	let count = 0;
	for (let v = 0; v < moduleOf.length; v++) {
		const m = moduleOf[v];
		if (numbers[m] < 0) numbers[m] = count++;
		moduleOf[v] = numbers[m];
	}
	return count;
}

/** Modules of which the nodes are together in both partitions: their overlaps, numbered by first appearance. */
export function overlaps(first: ArrayLike<number>, second: ArrayLike<number>): Uint32Array {
	const nodes = first.length;
	// By first module, then a mark for each second one.
	const begins = new Uint32Array(nodes + 1);
	for (let v = 0; v < nodes; v++) begins[first[v] + 1]++;
	for (let m = 0; m < nodes; m++) begins[m + 1] += begins[m];
	const members = new Uint32Array(nodes);
	const next = begins.slice();
	for (let v = 0; v < nodes; v++) members[next[first[v]]++] = v;
	const number = new Int32Array(nodes).fill(-1);
	const result = new Uint32Array(nodes);
	let count = 0;
	for (let m = 0; m < nodes; m++) {
		const begin = count;
		for (let i = begins[m]; i < begins[m + 1]; i++) {
			const v = members[i];
			if (number[second[v]] < begin) number[second[v]] = count++;
			result[v] = number[second[v]];
		}
	}
	renumber(result);
	return result;
}

/** Names of modules, whatever they are, as numbers 0 … by first appearance. */
export function numbered(names: ArrayLike<unknown>): Uint32Array {
	const numbers = new Map<unknown, number>();
	return Uint32Array.from(names, (name) => {
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
	});
}

/** The module of each set, of which all nodes are in one module. */
export function moduleOfSets(moduleOf: Uint32Array, setOf: Uint32Array, count: number): Uint32Array {
	const result = new Uint32Array(count);
	for (let v = 0; v < setOf.length; v++) result[setOf[v]] = moduleOf[v];
	renumber(result);
	return result;
}
