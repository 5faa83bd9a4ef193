// The beer games as a hand-written loop: typed arrays, one thread, the same draws, no engine and no recording.

import { fillNormals } from "../../../engine/random/fill-normals.js";
import { keyFromText } from "../../../engine/random/seed.js";
import { purpose, streamKey } from "../../../engine/random/stream.js";

/** The games built; `run`, called once, plays them and gives the net stocks of all firms, the retailers' first. */
export function beerLoop(chains: number, ticks: number, seed: string): { run(): Float64Array } {
	const stream = streamKey(...keyFromText(seed), purpose("demand"));
	const firms = 4 * chains;
	// Net stocks, positions, orders of six ticks, shipments of three, customers' demands of five: all in one array, whose address
	// and length stay in registers. A dozen arrays take half as long again.
	const state = new Float64Array(11 * firms + 5 * chains)
		.fill(100)
		.fill(166, 0, firms)
		.fill(466, firms, 2 * firms);
	const order = (tick: number) => (2 + ((tick + 6) % 6)) * firms;
	const shipment = (tick: number) => (8 + ((tick + 3) % 3)) * firms;
	const demand = (tick: number) => 11 * firms + ((tick + 5) % 5) * chains;
	const net = state.subarray(0, firms);
	return {
		run() {
			for (let tick = 0; tick < ticks; tick++) {
				buy(state.subarray(demand(tick), demand(tick) + chains), stream, tick);
				for (let k = 0, at = 0; k < 4; k++, at += chains) {
					const arriving = k < 3 ? shipment(tick - 2) + at + chains : order(tick - 3) + at;
					const wanted = (ago: number) =>
						k === 0 ? demand(tick - ago) : order(tick - 1 - ago) + at - chains;
					const [now, sent] = [order(tick) + at, shipment(tick) + at];
					play(
						chains,
						state,
						at,
						firms + at,
						now,
						sent,
						arriving,
						wanted(0),
						wanted(1),
						wanted(2),
						wanted(3),
						wanted(4),
					);
				}
			}
			return net;
		},
	};
}

function buy(demands: Float64Array, stream: { k0: number; k1: number }, tick: number): void {
	const chains = demands.length;
	fillNormals(demands, stream, 0, chains, tick, 0);
	for (let c = 0; c < chains; c++) {
		const x = 100 + 20 * demands[c];
		demands[c] = (x + Math.abs(x)) * 0.5;
	}
}

/** One kind of firm in all chains; all numbers from `net` on say where in x theirs begin. */
function play(
	chains: number,
	x: Float64Array,
	net: number,
	position: number,
	now: number,
	sent: number,
	arriving: number,
	demands0: number,
	demands1: number,
	demands2: number,
	demands3: number,
	demands4: number,
): void {
	for (let c = 0; c < chains; c++) {
		const demand = x[demands0 + c];
		const before = x[net + c];
		const stock = (before + Math.abs(before)) * 0.5;
		const wanted = stock - before + demand;
		const left = stock + x[arriving + c] - wanted;
		const recent = demand + x[demands1 + c] + x[demands2 + c] + x[demands3 + c] + x[demands4 + c];
		const level = x[position + c] - demand;
		const gap = recent * 0.8 + 66 - level;
		const ordered = (gap + Math.abs(gap)) * 0.5;
		x[net + c] = left;
		x[position + c] = level + ordered;
		x[now + c] = ordered;
		x[sent + c] = wanted + (left - Math.abs(left)) * 0.5;
	}
}
