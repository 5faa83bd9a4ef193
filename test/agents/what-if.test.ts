// The virtual world: what it is made of is known or believed, and its future is not the truth's.

import { describe, expect, test } from "vitest";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { virtualColumns, whatIf } from "../../agents/what-if.js";
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
];

describe.each(scenarios)("a what-if of %s", (_, name, sets) => {
	const world = go(worldOf(name, sets), 60);

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
