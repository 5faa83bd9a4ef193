// Many beer games at once, played by a base-stock rule on a moving average: real-valued, a customer and four firms to a chain.

import { fillNormals } from "../../engine/kernels/fills.js";
import { worldKernel } from "../../engine/kernels/kernel.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose } from "../../engine/random/stream.js";
import type { Metric } from "../../engine/record/metric.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns, type World } from "../../engine/world/world.js";
import { code } from "./beer.wasm.js";

/** Row k·chains + c is player k of chain c: the customer, then the firms from the retailer to the factory. */
const players = ["customer", "retailer", "wholesaler", "distributor", "factory"];
const FACTORY = players.length - 1;
const USUAL = 100;
/** First tick that counts for the bullwhip ratio. */
const SETTLED = 50;
const DEMAND = purpose("demand");

/** Orders of the last eight ticks and shipments of the last four, a column for each: that of tick t is number t mod 8, or 4. */
const order = (slot: number) => `order${slot & 7}` as "order0";
const shipment = (slot: number) => `shipment${slot & 3}` as "shipment0";
const past = (name: (slot: number) => string, slots: number) =>
	Object.fromEntries(
		Array.from({ length: slots }, (_, slot) => [name(slot), column("f64", "cases", "in the last ticks")]),
	);

const player = agentKind("player", {
	state: {
		net: column("f64", "cases", "on hand less owed to the downstream firm"),
		position: column("f64", "cases", "the same and what is on order"),
		...(past(order, 8) as { order0: ReturnType<typeof column<"f64">> }),
		...(past(shipment, 4) as { shipment0: ReturnType<typeof column<"f64">> }),
		sum: column("f64", "cases", "orders less the usual, from SETTLED on"),
		squares: column("f64", "cases²", "their squares"),
	},
});

/** The rows of [from, to) by player: `each(k, first, last)`. */
function byPlayer(
	chains: number,
	from: number,
	to: number,
	each: (k: number, first: number, last: number) => void,
): void {
	for (let k = 0; k < players.length; k++) {
		const first = Math.max(from, k * chains);
		const last = Math.min(to, (k + 1) * chains);
		if (first < last) each(k, first, last);
	}
}

/** All read what others did one tick ago or earlier, so all move at once; the customer orders for the next tick. */
const play: Step = (world, from, to, tick) => {
	const chains = chainsOf(world);
	byPlayer(chains, from, to, (k, first, last) => {
		if (k === 0) buy(world, first, last, tick);
		else sell(world, first, last, tick, chains, k === FACTORY);
	});
};

const chainsOf = (world: World) => world.rows[player.name] / players.length;
const normals = new Float64Array(8192);

/** Orders max(0, N(100, 20)), which the retailer reads in the next tick. */
function buy(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, player);
	const { sum, squares } = own;
	const now = own[order(tick)];
	const counts = tick + 1 < SETTLED ? 0 : 1;
	const stream = draws(world, DEMAND);
	for (let first = from; first < to; first += normals.length) {
		const last = Math.min(to, first + normals.length);
		fillNormals(normals, stream, first, last, tick + 1, 0);
		for (let i = first; i < last; i++) {
			const x = USUAL + 20 * normals[i - first];
			const demand = (x + Math.abs(x)) * 0.5;
			const surplus = counts * (demand - USUAL);
			now[i] = demand;
			sum[i] += surplus;
			squares[i] += surplus * surplus;
		}
	}
}

interface Kernel {
	sell(...rowsColumnsAndCounts: number[]): void;
}
const compiled = worldKernel<Kernel>(code);

/** Receive, ship what there is of what is owed, forecast by the mean of five demands, order up to four of them and 66. */
function sell(world: World, from: number, to: number, tick: number, chains: number, makes: boolean): void {
	const own = columns(world, player);
	const { net, position, sum, squares } = own;
	const [now, ago1, ago2, ago3, ago4, ago5] = [0, 1, 2, 3, 4, 5].map((ago) => own[order(tick - ago)]) as [
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array,
	];
	const sent = own[shipment(tick)];
	// The factory makes what it ordered three ticks ago; others receive what the upstream firm sent two ticks ago.
	const source = makes ? ago3 : own[shipment(tick - 2)];
	const upstream = makes ? 0 : chains;
	const counts = tick < SETTLED ? 0 : 1;
	const kernel = compiled(world);
	let first = from;
	if (kernel) {
		first = to - ((to - from) & 1);
		const at = (values: Float64Array, row: number) => values.byteOffset + 8 * row;
		const buyer = from - chains;
		kernel.sell(
			first - from,
			...[net, position, now, sent, sum, squares].map((values) => at(values, from)),
			at(source, from + upstream),
			...[ago1, ago2, ago3, ago4, ago5].map((values) => at(values, buyer)),
			counts,
		);
	}
	// Two chains at a time if compiled; here all, or the one that is left over.
	for (let i = first; i < to; i++) {
		const buyer = i - chains;
		const demand = ago1[buyer];
		const before = net[i];
		const stock = (before + Math.abs(before)) * 0.5;
		const wanted = stock - before + demand;
		const left = stock + source[i + upstream] - wanted;
		const recent = demand + ago2[buyer] + ago3[buyer] + ago4[buyer] + ago5[buyer];
		const level = position[i] - demand;
		const gap = recent * 0.8 + 66 - level;
		const ordered = (gap + Math.abs(gap)) * 0.5;
		const surplus = counts * (ordered - USUAL);
		net[i] = left;
		position[i] = level + ordered;
		now[i] = ordered;
		sent[i] = wanted + (left - Math.abs(left)) * 0.5;
		sum[i] += surplus;
		squares[i] += surplus * surplus;
	}
}

const orders = (chains: number): Metric => ({
	name: "orders",
	unit: "cases/tick",
	about: "mean order over chains; the customer's is for the next tick",
	over: player.name,
	after: "play",
	labels: players,
	divisor: chains,
	observe(world, from, to, tick, out) {
		const now = columns(world, player)[order(tick)];
		byPlayer(chains, from, to, (k, first, last) => {
			let total = 0;
			for (let i = first; i < last; i++) total += now[i];
			out[k] += total;
		});
	},
});

/** Var(orders)/Var(demand) of each chain over its ticks from SETTLED on, mean over chains: by firm. */
function bullwhip(world: World, ticks: number): number[] {
	const { sum, squares } = columns(world, player);
	const chains = chainsOf(world);
	const variance = (i: number, n: number) => (squares[i] - (sum[i] * sum[i]) / n) / (n - 1);
	return players.slice(1).map((_, k) => {
		let ratios = 0;
		for (let c = 0; c < chains; c++)
			ratios += variance((k + 1) * chains + c, ticks - SETTLED) / variance(c, ticks - SETTLED + 1);
		return ratios / chains;
	});
}

export const beer: Model<{ readonly chains: number }> = {
	name: "beer",
	version: "2",
	build({ chains }, seed) {
		const world = buildWorld([{ kind: player, size: chains * players.length }], [], keyFromText(seed));
		const own = columns(world, player);
		own.net.fill(166);
		own.position.fill(466);
		for (let slot = 0; slot < 8; slot++) own[order(slot)].fill(USUAL);
		for (let slot = 0; slot < 4; slot++) own[shipment(slot)].fill(USUAL);
		// The demand of tick 0.
		buy(world, 0, chains, -1);
		return world;
	},
	phases: [{ name: "play", over: player.name, steps: [play] }],
	metrics: ({ chains }) => [orders(chains)],
	/** The bullwhip ratios at the end; none before two ticks count. */
	outcomes({ ticks }, _, world) {
		if (ticks < SETTLED + 2) return [];
		return bullwhip(world, ticks).map((value, k) => ({
			name: `bullwhip${k + 1}`,
			value,
			unit: "1",
			about: `Var(orders)/Var(demand) of the ${players[k + 1]}, mean over chains`,
		}));
	},
};
