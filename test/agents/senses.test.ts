// What twins sense beside stocks (§4.4): hours at work, the macro factor, the condition of machines.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { conditionOf, trueAge } from "../../agents/condition.js";
import { customer } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { PUBLISHED } from "../../agents/sense-macro.js";
import { mean } from "../../engine/analysis/summary.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns } from "../../engine/world/world.js";
import { few, worldOf } from "./worlds.js";

const senses = ["capacity", "macro", "condition"].map((name) => `twin.senses.${name}=true`);
const squared = (values: readonly number[]) => mean(values.map((value) => value * value));
describe("hours at work", () => {
	it.each([
		["one tick late and noisy", ["twin.preset=standard", "twin.coverage=1"]],
		["exact, four ticks late", ["twin.preset=perfect", "twin.lag=4"]],
		["every third tick, half of them lost", ["twin.preset=perfect", "twin.period=3", "twin.loss=0.5"]],
		["without a twin", []],
	])("are off by as much as the estimate says: %s", (_, sets) => {
		const world = worldOf("plain bulldozer", [...few, ...senses, ...sets]);
		const { atWork, atWorkEstimate, atWorkVariance } = columns(world, manufacturer);
		const errors: number[] = [];
		const said: number[] = [];
		for (let t = 0; t < 400; t++) {
			step(world, ecosystem);
			if (t < 50) continue;
			errors.push(...atWork.map((x, i) => atWorkEstimate[i] - x));
			said.push(...atWorkVariance);
		}
		// The logistic function bends: its slope at the center is not that everywhere.
		expect(squared(errors) / mean(said)).toBeGreaterThan(0.8);
		expect(squared(errors) / mean(said)).toBeLessThan(1.3);
	});
});

describe("the macro factor", () => {
	it("as published, without what passes, is that of four ticks ago, faded", () => {
		const world = worldOf("plain bulldozer", [...few, ...senses, "macro.noise=0"]);
		const { macro, publishedMacro } = columns(world, accounts);
		const seen: number[] = [];
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			seen.push(macro[0]);
			if (t < PUBLISHED) expect(publishedMacro[0]).toBe(0);
			else
				expect(publishedMacro[0]).toBeCloseTo(0.9 ** PUBLISHED * ((seen[t - PUBLISHED] as number) - 1), 12);
		}
	});

	it("is off by as much as the estimates say, sooner known through twins than published", () => {
		const world = worldOf("plain bulldozer", [...few, ...senses, "twin.preset=standard"]);
		const { macroDeviation, publishedMacro, publishedVariance, sensedMacro, sensedVariance } = columns(
			world,
			accounts,
		);
		const off = { published: [] as number[], sensed: [] as number[] };
		for (let t = 0; t < 2000; t++) {
			step(world, ecosystem);
			off.published.push(publishedMacro[0] - macroDeviation[0]);
			off.sensed.push(sensedMacro[0] - macroDeviation[0]);
		}
		// Errors stay for about ten ticks: 200 independent ones, a standard deviation of a tenth.
		expect(Math.abs(squared(off.published) / publishedVariance[0] - 1)).toBeLessThan(0.3);
		expect(Math.abs(squared(off.sensed) / sensedVariance[0] - 1)).toBeLessThan(0.3);
		expect(squared(off.sensed)).toBeLessThan(0.8 * squared(off.published));
	});
});

describe("the condition of machines", () => {
	const AGE = 100;
	const condition = (...sets: string[]) =>
		conditionOf(worldOf("plain bulldozer", [...few, "twin.senses.condition=true", ...sets]), AGE);

	it("a perfect twin tells it, books tell the calendar, and coverage is the share of machines that have one", () => {
		const [perfect, none, some] = [
			["twin.preset=perfect"],
			["twin.preset=none"],
			["twin.preset=perfect", "twin.coverage=0.6"],
		].map((sets) => condition(...sets));
		let covered = 0;
		for (let id = 0; id < 2000; id++) {
			expect(trueAge(perfect, id, 3, 1.3)).toBe(AGE);
			expect(trueAge(none, id, 3, 1.3)).toBe(1.3 * AGE);
			if (trueAge(some, id, 3, 1.3) === AGE) covered++;
		}
		expect(Math.abs(covered / 2000 - 0.6)).toBeLessThan(0.04);
	});

	it("messages older than the machine, or all lost, tell what the calendar tells", () => {
		for (const sets of [["twin.lag=520"], ["twin.loss=1"], ["twin.authority=observe"]]) {
			const late = condition("twin.preset=perfect", ...sets);
			for (const rate of [0.6, 1, 1.5]) expect(trueAge(late, 7, 3, rate)).toBeCloseTo(rate * AGE, 10);
		}
	});

	it("is what the filter, run message by message, comes to in its steady state", () => {
		const [rate, sigma, spread] = [1.3, 0.05, 0.3];
		const sensed = condition("twin.preset=perfect", "twin.noise=0.05");
		const ages = Array.from({ length: 4000 }, (_, id) => trueAge(sensed, id, 1, rate));
		const center = mean(ages);
		// MODEL §4.4: v ← v + Q, K = v/(v + r), x^ ← (1 − K)(x^ + 1) + K y, v ← (1 − K) v; errors by the same linear rule.
		const r = (sigma * AGE) ** 2;
		let [v, off, variance] = [0, 0, 0];
		for (let k = 0; k < 2000; k++) {
			v += spread * spread;
			const gain = v / (v + r);
			v *= 1 - gain;
			off = (1 - gain) * (off + 1 - rate);
			variance = (1 - gain) ** 2 * variance + gain ** 2 * r;
		}
		const sd = Math.sqrt(variance);
		expect(Math.abs(center - (AGE - off))).toBeLessThan((4 * sd) / Math.sqrt(4000));
		expect(Math.abs(Math.sqrt(squared(ages.map((age) => age - center))) / sd - 1)).toBeLessThan(0.05);
	});

	it("machines that are used harder wait longer for maintenance by the calendar than by a twin", () => {
		const world = worldOf("plain bulldozer", [...few, "twin.senses.condition=true", "twin.preset=standard"]);
		const { useRate } = columns(world, customer);
		const [sensed, books] = [conditionOf(world, AGE), condition("twin.preset=none")];
		const errors = (of: typeof sensed) =>
			squared(Array.from(useRate, (rate, id) => trueAge(of, id, 1, rate) - AGE));
		expect(errors({ ...sensed, coverage: 1 })).toBeLessThan(0.1 * errors(books));
	});
});
