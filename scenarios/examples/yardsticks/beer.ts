// The beer games as a hand-written loop: typed arrays, one thread, the same draws, no engine and no recording.

import { fillNormals } from "../../../engine/random/fill-normals.js";
import { keyFromText } from "../../../engine/random/seed.js";
import { purpose, streamKey } from "../../../engine/random/stream.js";

/** The games built; `run`, to be called once, gives the net stocks of all firms at the end, the retailers' first. */
export function beerLoop(chains: number, ticks: number, seed: string): { run(): Float64Array } {
	const stream = streamKey(...keyFromText(seed), purpose("demand"));
	const array = (value: number) => new Float64Array(4 * chains).fill(value);
	const net = array(166);
	const position = array(466);
	const orders = Array.from({ length: 8 }, () => array(100));
	const shipments = Array.from({ length: 4 }, () => array(100));
	const demands = Array.from({ length: 5 }, () => new Float64Array(chains).fill(100));

	function retailers(tick: number): void {
		const now = demands[tick % 5];
		fillNormals(now, stream, 0, chains, tick, 0);
		for (let c = 0; c < chains; c++) {
			const x = 100 + 20 * now[c];
			now[c] = (x + Math.abs(x)) * 0.5;
		}
		const [ago1, ago2, ago3, ago4] = [1, 2, 3, 4].map((ago) => demands[(tick + 5 - ago) % 5]);
		const upstream = shipments[(tick - 2) & 3].subarray(chains);
		play(0, chains, now, ago1, ago2, ago3, ago4, 0, upstream, orders[tick & 7], shipments[tick & 3]);
	}

	function others(tick: number): void {
		const [ago1, ago2, ago3, ago4, ago5] = [1, 2, 3, 4, 5].map((ago) => orders[(tick - ago) & 7]);
		const made = ago3.subarray(chains);
		const arriving = shipments[(tick - 2) & 3].subarray(2 * chains);
		const [now, sent] = [orders[tick & 7], shipments[tick & 3]];
		play(chains, 3 * chains, ago1, ago2, ago3, ago4, ago5, -chains, arriving, now, sent);
		play(3 * chains, 4 * chains, ago1, ago2, ago3, ago4, ago5, -chains, made.subarray(2 * chains), now, sent);
	}

	/** Firms [from, to): demands stand `shift` before them, what arrives from element 0 on. */
	function play(
		from: number,
		to: number,
		demands0: Float64Array,
		demands1: Float64Array,
		demands2: Float64Array,
		demands3: Float64Array,
		demands4: Float64Array,
		shift: number,
		arriving: Float64Array,
		now: Float64Array,
		sent: Float64Array,
	): void {
		for (let i = from; i < to; i++) {
			const buyer = i + shift;
			const demand = demands0[buyer];
			const before = net[i];
			const stock = (before + Math.abs(before)) * 0.5;
			const wanted = stock - before + demand;
			const left = stock + arriving[i - from] - wanted;
			const recent = demand + demands1[buyer] + demands2[buyer] + demands3[buyer] + demands4[buyer];
			const level = position[i] - demand;
			const gap = recent * 0.8 + 66 - level;
			const ordered = (gap + Math.abs(gap)) * 0.5;
			net[i] = left;
			position[i] = level + ordered;
			now[i] = ordered;
			sent[i] = wanted + (left - Math.abs(left)) * 0.5;
		}
	}

	return {
		run() {
			for (let tick = 0; tick < ticks; tick++) {
				retailers(tick);
				others(tick);
			}
			return net;
		},
	};
}
