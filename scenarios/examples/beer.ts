// Many beer games at once, played by a base-stock rule on a moving average: real-valued, four firms a chain.

import { normal } from "../../engine/random/continuous.js";
import { keyFromText } from "../../engine/random/seed.js";
import { purpose, word } from "../../engine/random/stream.js";
import type { Metric } from "../../engine/record/metric.js";
import { draws } from "../../engine/schedule/draws.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { buildWorld } from "../../engine/world/build.js";
import { agentKind, column } from "../../engine/world/kind.js";
import { columns } from "../../engine/world/world.js";

const FIRMS = 4;
const WINDOW = 5;
/** Ticks of orders and shipments that are kept: the factory looks three back. */
const KEPT = 4;
const DEMAND = purpose("demand");
const USUAL = 100;
/** First tick that counts for the bullwhip ratio. */
const SETTLED = 50;

/** Row 4c + k is firm k of chain c, k = 0 the retailer. */
const firm = agentKind("firm", {
	state: {
		inventory: column("f64", "cases", "on hand"),
		backlog: column("f64", "cases", "owed to the downstream firm"),
		onOrder: column("f64", "cases", "ordered and not yet received"),
		orders: column("f64", "cases", "of the last ticks", KEPT),
		shipments: column("f64", "cases", "of the last ticks", KEPT),
		demands: column("f64", "cases", "of the last ticks", WINDOW),
		demandSum: column("f64", "cases", "demand less the usual, from SETTLED on"),
		demandSquares: column("f64", "cases²", "its squares"),
		orderSum: column("f64", "cases", "orders less the usual, from SETTLED on"),
		orderSquares: column("f64", "cases²", "their squares"),
	},
});

/** Reads what its neighbors did one tick ago or earlier, so all firms move at once. */
const play: Step = (world, from, to, tick) => {
	const own = columns(world, firm);
	const { inventory, backlog, onOrder, orders, shipments, demands } = own;
	const { demandSum, demandSquares, orderSum, orderSquares } = own;
	const counts = tick < SETTLED ? 0 : 1;
	const stream = draws(world, DEMAND);
	const now = tick % KEPT;
	const ago = (ticks: number) => (tick + KEPT - ticks) % KEPT;
	const [one, two, three] = [ago(1), ago(2), ago(3)];
	const place = tick % WINDOW;
	for (let i = from; i < to; i++) {
		const echelon = i % FIRMS;
		const received = echelon === FIRMS - 1 ? orders[i * KEPT + three] : shipments[(i + 1) * KEPT + two];
		const demand =
			echelon === 0
				? Math.max(0, USUAL + 20 * normal(word(stream, i, tick, 0)))
				: orders[(i - 1) * KEPT + one];
		const stock = inventory[i] + received;
		const wanted = backlog[i] + demand;
		const shipped = Math.min(stock, wanted);
		demands[i * WINDOW + place] = demand;
		let sum = 0;
		for (let k = 0; k < WINDOW; k++) sum += demands[i * WINDOW + k];
		const target = 4 * (sum / WINDOW) + 66;
		const position = stock - shipped + (onOrder[i] - received) - (wanted - shipped);
		const order = Math.max(0, target - position);
		inventory[i] = stock - shipped;
		backlog[i] = wanted - shipped;
		onOrder[i] += order - received;
		orders[i * KEPT + now] = order;
		shipments[i * KEPT + now] = shipped;
		const surplus = counts * (demand - USUAL);
		const excess = counts * (order - USUAL);
		demandSum[i] += surplus;
		demandSquares[i] += surplus * surplus;
		orderSum[i] += excess;
		orderSquares[i] += excess * excess;
	}
};

const echelons = ["retailer", "wholesaler", "distributor", "factory"];

/** Var(orders)/Var(demand) of each chain over its ticks from SETTLED on; mean over chains once all have two ticks. */
const bullwhip: Metric = {
	name: "bullwhip",
	unit: "1",
	about: "Var(orders)/Var(demand) so far, mean over chains",
	over: firm.name,
	labels: echelons,
	observe(world, from, to, tick, out) {
		const { orderSum, orderSquares, demandSum, demandSquares } = columns(world, firm);
		const ticks = tick + 1 - SETTLED;
		if (ticks < 2) return;
		const chains = orderSum.length / FIRMS;
		for (let i = from; i < to; i++) {
			const retailer = i - (i % FIRMS);
			const demand = demandSquares[retailer] - (demandSum[retailer] * demandSum[retailer]) / ticks;
			const orders = orderSquares[i] - (orderSum[i] * orderSum[i]) / ticks;
			out[i % FIRMS] += orders / demand / chains;
		}
	},
};

export const beer: Model<{ readonly chains: number }> = {
	name: "beer",
	version: "1",
	build({ chains }, seed) {
		const world = buildWorld([{ kind: firm, size: chains * FIRMS }], [], keyFromText(seed));
		const { inventory, onOrder, orders, shipments, demands } = columns(world, firm);
		inventory.fill(166);
		onOrder.fill(300);
		for (const history of [orders, shipments, demands]) history.fill(USUAL);
		return world;
	},
	phases: [{ name: "play", over: firm.name, steps: [play] }],
	metrics: () => [bullwhip],
	/** The bullwhip ratios at the end; none before two ticks count. */
	outcomes({ ticks, series }) {
		if (ticks < SETTLED + 2) return [];
		return echelons.map((name, k) => ({
			name: `bullwhip${k + 1}`,
			value: series[0].values[(ticks - 1) * FIRMS + k],
			unit: "1",
			about: `Var(orders)/Var(demand) of the ${name}, mean over chains`,
		}));
	},
};
