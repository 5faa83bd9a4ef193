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
const orders = Array.from({ length: 8 }, (_, slot) => `order${slot}` as "order0");
const shipments = Array.from({ length: 4 }, (_, slot) => `shipment${slot}` as "shipment0");
const order = (tick: number) => orders[tick & 7];
const shipment = (tick: number) => shipments[tick & 3];
const past = <N extends string>(names: readonly N[]) =>
	Object.fromEntries(
		names.map((name) => [name, column("f64", "cases", "in one of the last ticks")]),
	) as Record<N, ReturnType<typeof column<"f64">>>;

const player = agentKind("player", {
	state: {
		net: column("f64", "cases", "on hand less owed to the downstream firm"),
		position: column("f64", "cases", "the same and what is on order"),
		...past(orders),
		...past(shipments),
		sum: column("f64", "cases", "orders less the usual, from SETTLED on"),
		squares: column("f64", "cases²", "their squares"),
	},
});

/** All read what others did one tick ago or earlier, so all move at once; the customer orders for the next tick. */
const play: Step = (world, from, to, tick) => {
	const chains = chainsOf(world);
	for (let k = 0; k < players.length; k++) {
		const first = Math.max(from, k * chains);
		const last = Math.min(to, (k + 1) * chains);
		if (first >= last) continue;
		if (k === 0) buy(world, first, last, tick);
		else sell(world, first, last, tick, chains, k === FACTORY);
	}
};

const chainsOf = (world: World) => world.rows[player.name] / players.length;

interface Kernel {
	buy(rows: number, now: number, sum: number, squares: number, counts: number): void;
	sell(...rowsColumnsAndCounts: number[]): void;
}
const compiled = worldKernel<Kernel>(code);
/** The offset of a row, for the kernel. */
const at = (values: Float64Array, row: number) => values.byteOffset + 8 * row;
/** How many of so many rows it works on: two chains at a time; what is left over is done here. */
const paired = (rows: number) => rows - (rows & 1);

/** Orders max(0, N(100, 20)), which the retailer reads in the next tick. */
function buy(world: World, from: number, to: number, tick: number): void {
	const own = columns(world, player);
	const { sum, squares } = own;
	const now = own[order(tick)];
	const counts = tick + 1 < SETTLED ? 0 : 1;
	fillNormals(now.subarray(from, to), draws(world, DEMAND), from, to, tick + 1, 0);
	const kernel = compiled(world);
	const done = kernel ? paired(to - from) : 0;
	kernel?.buy(done, at(now, from), at(sum, from), at(squares, from), counts);
	for (let i = from + done; i < to; i++) {
		const x = USUAL + 20 * now[i];
		const demand = (x + Math.abs(x)) * 0.5;
		const surplus = counts * (demand - USUAL);
		now[i] = demand;
		sum[i] += surplus;
		squares[i] += surplus * surplus;
	}
}

/** Receive, ship what there is of what is owed, forecast by the mean of five demands, order up to four of them and 66. */
function sell(world: World, from: number, to: number, tick: number, chains: number, makes: boolean): void {
	const own = columns(world, player);
	const { net, position, sum, squares } = own;
	const now = own[order(tick)];
	const ago1 = own[order(tick - 1)];
	const ago2 = own[order(tick - 2)];
	const ago3 = own[order(tick - 3)];
	const ago4 = own[order(tick - 4)];
	const ago5 = own[order(tick - 5)];
	const sent = own[shipment(tick)];
	// The factory makes what it ordered three ticks ago; others receive what the upstream firm sent two ticks ago.
	const source = makes ? ago3 : own[shipment(tick - 2)];
	const upstream = makes ? 0 : chains;
	const counts = tick < SETTLED ? 0 : 1;
	const kernel = compiled(world);
	const done = kernel ? paired(to - from) : 0;
	kernel?.sell(
		done,
		at(net, from),
		at(position, from),
		at(now, from),
		at(sent, from),
		at(sum, from),
		at(squares, from),
		at(source, from + upstream),
		at(ago1, from - chains),
		at(ago2, from - chains),
		at(ago3, from - chains),
		at(ago4, from - chains),
		at(ago5, from - chains),
		counts,
	);
	for (let i = from + done; i < to; i++) {
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

/** 0 where there is no row. Four sums at once, since each addition waits for the one before; | 0 tells V8 that the bounds are whole. */
function total(values: Float64Array, from: number, to: number): number {
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	let i = from | 0;
	for (const end = (to | 0) - 3; i < end; i += 4) {
		a += values[i];
		b += values[i + 1];
		c += values[i + 2];
		d += values[i + 3];
	}
	for (; i < to; i++) a += values[i];
	return a + b + c + d;
}

const meanOrders = (chains: number): Metric => ({
	name: "orders",
	unit: "cases/tick",
	about: "mean order over chains; the customer's is for the next tick",
	over: player.name,
	after: "play",
	labels: players,
	divisor: chains,
	observe(world, from, to, tick, out) {
		const now = columns(world, player)[order(tick)];
		for (let k = 0; k < players.length; k++)
			out[k] += total(now, Math.max(from, k * chains), Math.min(to, (k + 1) * chains));
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
		for (const name of [...orders, ...shipments]) own[name].fill(USUAL);
		// The demand of tick 0.
		buy(world, 0, chains, -1);
		return world;
	},
	phases: [{ name: "play", over: player.name, steps: [play] }],
	metrics: ({ chains }) => [meanOrders(chains)],
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
