// Metrics observe and never change; what they record is read back by name and label.

import { describe, expect, test } from "vitest";
import type { Metric } from "../../engine/record/metric.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import type { Model } from "../../engine/schedule/model.js";
import { run, step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { fliesInDozens, frog, type PondParameters, pond, pondLife, visits } from "./pond.js";

const parameters: PondParameters = {
	frogs: 5,
	ponds: 3,
	sources: [0, 0, 1, 2, 3, 4, 4],
	targets: [0, 1, 1, 2, 0, 0, 2],
	rain: 20,
	memory: 2,
};
const TICKS = 10;
const recorded = (metrics: readonly Metric[], more: Partial<Model<PondParameters>> = {}) =>
	run({
		model: { ...pondLife, metrics: () => metrics, ...more },
		parameters,
		seed: "record",
		ticks: TICKS,
	});

describe("metrics", () => {
	test("observe and never change: the trajectory is the same with all, one and none", () => {
		const { world: bare, recording: nothing } = recorded([]);
		expect(nothing.series).toEqual([]);
		for (const metrics of [
			[visits],
			[fliesInDozens],
			[visits, fliesInDozens],
			[fliesInDozens, visits, visits],
		])
			expect(hash(recorded(metrics).world)).toBe(hash(bare));
	});

	test("record the same whichever other metrics look too", () => {
		const alone = recorded([visits]).recording;
		const among = recorded([fliesInDozens, visits]).recording;
		expect(seriesOf(among, "visits")).toEqual(seriesOf(alone, "visits"));
	});

	test("see the world after each tick, and that tick's number", () => {
		const seen: [number, number, number][] = [];
		const watch: Metric = {
			...visits,
			observe(world, from, to, tick, out) {
				seen.push([from, to, tick]);
				visits.observe(world, from, to, tick, out);
			},
		};
		const series = seriesOf(recorded([watch]).recording, "visits");
		const world = pondLife.build(parameters, "record");
		for (let t = 0; t < TICKS; t++) {
			step(world, pondLife);
			const hops = columns(world, frog).hops.reduce((sum, n) => sum + n, 0);
			expect([...series.values.slice(2 * t, 2 * t + 2)]).toEqual([hops, parameters.frogs]);
		}
		expect(seen).toEqual(Array.from({ length: TICKS }, (_, t) => [0, parameters.frogs, t]));
	});

	test("that look every few ticks say what they saw last, divided once", () => {
		const each = seriesOf(recorded([{ ...visits, divisor: 4 }]).recording, "visits").values;
		const [rare, once] = [3, Number.POSITIVE_INFINITY].map(
			(every) => seriesOf(recorded([{ ...visits, divisor: 4, every }]).recording, "visits").values,
		);
		for (let t = 0; t < TICKS; t++) {
			const looked = t - (t % 3);
			expect(rare?.slice(2 * t, 2 * t + 2)).toEqual(each.slice(2 * looked, 2 * looked + 2));
			expect(once?.slice(2 * t, 2 * t + 2)).toEqual(each.slice(0, 2));
		}
	});

	test("are divided by their divisor once, after the sum", () => {
		const { world, recording } = recorded([fliesInDozens]);
		const total = columns(world, pond).flies.reduce((sum, n) => sum + n, 0);
		expect(seriesOf(recording, "flies").values[TICKS - 1]).toBe(total / 12);
		expect(seriesOf(recording, "flies").unit).toBe("dozen");
	});

	test("may be followed by derived series, computed once from what was recorded", () => {
		const { recording, world } = recorded([visits], {
			derive: (made, { ponds }) => [
				{
					...seriesOf(made, "visits"),
					name: "perPond",
					labels: [""],
					values: valuesOf(seriesOf(made, "visits")).map((v) => v / ponds),
				},
			],
		});
		expect(recording.series.map(({ name }) => name)).toEqual(["visits", "perPond"]);
		expect(valuesOf(seriesOf(recording, "perPond"))[3]).toBe(valuesOf(seriesOf(recording, "visits"))[3] / 3);
		expect(hash(world)).toBe(hash(recorded([]).world));
	});
});

describe("a recording", () => {
	const series = {
		name: "s",
		unit: "1",
		about: "",
		labels: ["a", "b"],
		values: Float64Array.of(1, 2, 3, 4, 5, 6),
	};

	test("gives one label's values from a tick on", () => {
		expect([...valuesOf(series)]).toEqual([1, 3, 5]);
		expect([...valuesOf(series, 1)]).toEqual([2, 4, 6]);
		expect([...valuesOf(series, 1, 2)]).toEqual([6]);
		expect([...valuesOf(series, 0, 3)]).toEqual([]);
		expect([...valuesOf(series, 0, 9)]).toEqual([]);
		valuesOf(series).fill(0);
		expect(series.values[0]).toBe(1);
	});

	test("says which series it does not have", () => {
		expect(seriesOf({ ticks: 3, series: [series] }, "s")).toBe(series);
		expect(() => seriesOf({ ticks: 3, series: [series] }, "t")).toThrow(RangeError);
		expect(() => seriesOf({ ticks: 3, series: [series] }, "t")).toThrow('no series "t" was recorded');
	});
});
