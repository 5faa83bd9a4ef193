// The virtual world: what it is made of is known or believed, and its future is not the truth's.

import { describe, expect, test } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { customer, STATE } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { settings } from "../../agents/settings.js";
import { virtualColumns, whatIf } from "../../agents/what-if.js";
import { mean, standardDeviation } from "../../engine/analysis/summary.js";
import { links } from "../../engine/network/network.js";
import { sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";
import { step } from "../../engine/schedule/simulate.js";
import { fork, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, keyOf, type World } from "../../engine/world/world.js";
import { few, go, rivals, worldOf } from "./worlds.js";

const unknown = (world: World) =>
	world.layout.columns.filter(({ group }) => group === "hidden" || group === "sensor");
/** To the last bit, keys too. */
const same = (one: World, other: World) => Buffer.from(snapshot(one)).equals(snapshot(other));
const scenarios: [string, string, string[]][] = [
	["the bulldozer", "bulldozer", [...few, "twin.preset=standard", "servitization.stage=2"]],
	["rivals", rivals, []],
	["a serial chain", "serial-chain", []],
	["the beer game", "beer-game", []],
	["autocorrelated demand", "serial-chain", ["demand.kind=ar1", "demand.rho=0.7", "macro.sd=0.1"]],
];

describe.each(scenarios)("a what-if of %s", (_, name, sets) => {
	const world = go(worldOf(name, sets), 60);

	test("leaves as they are all columns of which it is said who knows them, and erases the rest", () => {
		const groups = new Set(world.layout.columns.map(({ group }) => group));
		for (const group of groups)
			expect(["fixed", "open", "twin", "data", "links", "hidden", "sensor"]).toContain(group);
		const virtual = whatIf(world, 0, 0);
		const known = [...groups].filter((group) => group !== "hidden" && group !== "sensor");
		// But for the number of a machine's next draw and what it was maintained for, which a new machine has not been.
		const rest = (of: World) => {
			const copy = fork(of);
			const { events, younger } = columns(copy, customer);
			events.fill(0);
			younger.fill(0);
			return hash(copy, known);
		};
		expect(rest(virtual)).toBe(rest(world));
	});

	test("says of every column that is not known what stands in its place", () => {
		const names = unknown(world).map((column) => `${column.table}.${column.name}`);
		expect(Object.keys(virtualColumns).sort()).toEqual(names.sort());
	});

	test("is the same, bit for bit, of worlds that differ only in what is not known", () => {
		const noise = purpose("any truth");
		for (const seed of ["a", "b", "c"]) {
			const other = fork(world);
			const random = sequence(seed, noise);
			for (const { table, name } of unknown(world)) {
				const values = other.columns[table]?.[name] as Float64Array;
				for (let i = 0; i < values.length; i++) values[i] = random.below(1000);
			}
			expect(hash(other)).not.toBe(hash(world));
			expect(same(whatIf(other, 3, 1), whatIf(world, 3, 1))).toBe(true);
		}
	});

	test("keeps goods and money, and keeps them while it goes on", () => {
		const virtual = whatIf(world, 0, 0);
		for (let tick = 0; tick < 30; tick++) {
			expect(audit(virtual)).toEqual({ goods: 0, money: 0 });
			step(virtual, ecosystem);
		}
	});

	test("leaves the world as it was, and can lie in memory that was used before", () => {
		const before = fork(world);
		const virtual = whatIf(world, 1, 0);
		expect(same(whatIf(world, 1, 0, go(fork(world), 5)), virtual)).toBe(true);
		expect(same(world, before)).toBe(true);
	});

	test("has another future for every decision and every replication, and never the truth's", () => {
		const keys = [keyOf(world)];
		for (let decision = 0; decision < 4; decision++)
			for (let replication = 0; replication < 4; replication++)
				keys.push(keyOf(whatIf(world, decision, replication)));
		expect(new Set(keys.map(String)).size).toBe(keys.length);
	});
});

function correlation(one: readonly number[], other: readonly number[]): number {
	const [a, b] = [mean(one), mean(other)];
	const product = one.reduce((sum, x, i) => sum + (x - a) * ((other[i] as number) - b), 0);
	return product / ((one.length - 1) * standardDeviation(one) * standardDeviation(other));
}

describe("of its customers", () => {
	const AHEAD = 52;
	/** What comes to each customer in the ticks ahead: how often its machine fails or ends, and whether it adopts. */
	function fates(world: World) {
		const before = columns(world, customer).events.slice();
		go(world, AHEAD);
		const { events, adoptedAt } = columns(world, customer);
		return {
			turns: [...events].map((n, i) => n - (before[i] as number)),
			adopted: [...adoptedAt].map((at) => Number(at >= 0)),
		};
	}
	const sets = ["customers.owners=3000", "customers.useSpread=0.6", "customers.adoption.innovation=0.3"];
	const world = go(worldOf("plain bulldozer", sets), 60);
	const { state, adoptedAt } = columns(world, customer);
	const alike = [...state].map((now, i) => now === STATE.working && adoptedAt[i] < 0);
	const truth = fates(fork(world));
	const told = (of: typeof truth, what: keyof typeof truth) =>
		correlation(
			of[what].filter((_, i) => alike[i]),
			truth[what].filter((_, i) => alike[i]),
		);

	test("whose machines wear fast, and who will ask for services, it cannot tell", () => {
		const many = alike.filter((one) => one).length;
		expect(many).toBeGreaterThan(2000);
		for (const what of ["turns", "adopted"] as const) {
			expect(told(fates(fork(world)), what)).toBeCloseTo(1, 12);
			for (const decision of [0, 1])
				expect(Math.abs(told(fates(whatIf(world, decision, 0)), what))).toBeLessThan(3 / Math.sqrt(many));
		}
	});

	test("as many fail, end and adopt as in truth", () => {
		const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
		const virtual = fates(whatIf(world, 0, 0));
		for (const what of ["turns", "adopted"] as const) {
			const [found, expected] = [sum(virtual[what]), sum(truth[what])];
			// Either count is Poisson or less.
			expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(found + expected));
		}
	});
});

test("a step of demand is not foreseen, and known once it is there", () => {
	const world = worldOf("beer-game");
	const next = () => {
		const virtual = whatIf(world, 0, 0);
		step(virtual, ecosystem);
		return columns(virtual, manufacturer).marketOrders[0];
	};
	const found = Array.from({ length: 7 }, () => {
		const orders = next();
		step(world, ecosystem);
		return orders;
	});
	expect(found).toEqual([4, 4, 4, 4, 4, 8, 8]);
});

test("machines fail by the law that was found, and as upkeep is reckoned before", () => {
	const lawOf = (world: World) => {
		const { failureScale, failureShape } = columns(world, settings);
		return [failureScale[0], failureShape[0]];
	};
	const world = worldOf("bulldozer", few);
	const { lifeTicks, failureScale } = columns(world, settings);
	const inLife = (lifeTicks[0] / failureScale[0]) ** 2;
	const [scale, shape] = lawOf(whatIf(world, 0, 0)) as [number, number];
	expect(shape).toBe(1);
	expect(lifeTicks[0] / scale).toBeCloseTo(inLife, 2);
	go(world, 60);
	const { fittedScale, fittedShape } = columns(world, accounts);
	expect(lawOf(whatIf(world, 0, 0))).toEqual([fittedScale[0], fittedShape[0]]);
	expect(fittedShape[0]).not.toBe(columns(world, settings).failureShape[0]);
});

test("of a perfect twin it has the true stocks, of no twin the books'", () => {
	for (const preset of ["perfect", "none"]) {
		const world = go(worldOf("bulldozer", [...few, `twin.preset=${preset}`]), 60);
		const virtual = whatIf(world, 0, 0);
		const { finished, books } = columns(world, manufacturer);
		const { components, contract } = links(world, supply);
		const found = [...columns(virtual, manufacturer).finished];
		if (preset === "none") expect(found).toEqual([...books]);
		else {
			expect(found).toEqual([...finished]);
			expect([...links(virtual, supply).components]).toEqual([...components]);
			expect([...finished]).not.toEqual([...books]);
		}
		expect(contract.every((one) => one < 0)).toBe(true);
	}
});

test("work that is late is expected next, the rest when it is scheduled", () => {
	const world = go(worldOf("bulldozer", [...few, "hidden.lateRelease=0.5"]), 60);
	const { making: truth, inProgress } = columns(world, manufacturer);
	const { making } = columns(whatIf(world, 0, 0), manufacturer);
	const width = making.length / inProgress.length;
	const sums = (values: Int32Array) =>
		[...inProgress].map((_, i) => values.slice(i * width, (i + 1) * width).reduce((a, b) => a + b, 0));
	expect(sums(making)).toEqual([...inProgress]);
	expect([...making]).not.toEqual([...truth]);
	const punctual = go(worldOf("bulldozer", [...few, "hidden.lateRelease=0"]), 60);
	expect([...columns(whatIf(punctual, 0, 0), manufacturer).making]).toEqual([
		...columns(punctual, manufacturer).making,
	]);
});
