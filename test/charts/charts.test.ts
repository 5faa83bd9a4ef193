// The charts: what is drawn is what was recorded, and names are text.

import { describe, expect, test } from "vitest";
import type { Recording, Series } from "../../engine/record/recording.js";
import {
	byTier,
	type Chart,
	changesOf,
	chartsOf,
	pathsOf,
	stepFor,
	thinned,
} from "../../viz/charts/index.js";
import { columnsOf } from "../../viz/charts/network-order.js";
import type { Arm, Paths } from "../../viz/charts/picture.js";
import { pictureOf, recordingOf, series } from "./picture.js";

const asIs = (name: string) => name;
const hostile = ["<script>alert(1)</script>", "<b>bold</b> & <a href='javascript:x'>y</a>", "plain"];

/** Every text of a figure that Plotly would read tags in. */
function texts(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(texts);
	if (value && typeof value === "object") return Object.values(value).flatMap(texts);
	return [];
}

describe("series for drawing", () => {
	const recording: Recording = {
		ticks: 5,
		series: [
			series("orders", ["a", "b", "c"], 5, (t, l) => t + 10 * l),
			series("stock", ["a", "b", "c"], 5, (t, l) => t + 10 * l),
			series("profit", ["manufacturers"], 5, (t) => t),
		],
	};
	const tiers = new Map([
		["a", 1],
		["b", 2],
		["c", 2],
	]);

	test("stages gather into tiers: stock summed, orders averaged, other labels left alone", () => {
		const [orders, stock, profit] = byTier(recording, tiers).series as [Series, Series, Series];
		expect(orders.labels).toEqual(["tier 1", "tier 2"]);
		expect([...orders.values].slice(2, 4)).toEqual([1, 16]);
		expect([...stock.values].slice(2, 4)).toEqual([1, 32]);
		expect(profit).toBe(recording.series[2]);
	});

	test("a point is the mean of its ticks, also the last", () => {
		const { ticks, series } = thinned(recording, 2);
		expect(ticks).toBe(3);
		expect([...(series[2] as Series).values]).toEqual([0.5, 2.5, 4]);
		expect([stepFor(50), stepFor(1040) > 4]).toEqual([1, true]);
	});

	test("a path is mean and t interval over runs; one run has no interval", () => {
		const runs = [0, 1, 2].map((shift) => recordingOf(["a"], 3, shift));
		const path = pathsOf(runs, 1).series.find(({ name }) => name === "profit")?.paths[0];
		expect(path?.mean[0]).toBe(1000);
		// t(0.975, 2) = 4.302653, s = 1000, n = 3
		expect((path?.high[0] as number) - 1000).toBeCloseTo((4.302653 * 1000) / Math.sqrt(3), 2);
		const single = pathsOf(runs.slice(0, 1), 1).series[0]?.paths[0];
		expect([single?.low[0], single?.high[0]]).toEqual([Number.NaN, Number.NaN]);
	});

	test("changes are paired: what is common to both arms has no spread", () => {
		const runs = [0, 5, 9].map((shift) => recordingOf(["a"], 3, shift));
		const better = runs.map((_, i) => recordingOf(["a"], 3, ([0, 5, 9][i] as number) + 1));
		const change = changesOf(better, runs, "efficacy", "efficacy");
		expect(change?.mean[1]).toBeCloseTo(0.01, 12);
		expect((change?.high[1] as number) - (change?.low[1] as number)).toBeLessThan(1e-12);
		expect(changesOf(better, runs, "none", "")).toBeUndefined();
	});
});

describe("charts", () => {
	test("draw what is there, for one arm and for three", () => {
		const names = (titles: string[]) =>
			chartsOf(pictureOf(["a", "b", "c"], titles), asIs).map(({ name }) => name);
		const always = [
			"efficacy",
			"efficacy-components",
			"demand-and-orders",
			"bullwhip",
			"inventories",
			"profit",
		];
		expect(names(["base"])).toEqual([...always, "supply-network"]);
		expect(names(["no twin", "standard", "perfect"])).toEqual(["differences", ...always, "supply-network"]);
	});

	test("a recording without customers and a network of one stage still have charts", () => {
		const { arms, ...rest } = pictureOf(["a"], ["base"]);
		const [arm] = arms;
		const bare = arm && { ...arm, paths: { step: 4, series: [] }, sample: { ticks: 0, series: [] } };
		expect(chartsOf({ ...rest, arms: bare ? [bare] : [] }, asIs).map(({ name }) => name)).toEqual([
			"bullwhip",
		]);
	});

	test("are plain JSON, without NaN", () => {
		for (const { figure } of chartsOf(pictureOf(["a", "b"], ["x", "y"]), asIs)) {
			expect(JSON.stringify(figure)).not.toMatch(/NaN|Infinity|undefined/);
			expect(JSON.parse(JSON.stringify(figure)).layout.height).toBeGreaterThan(100);
		}
	});

	test("show names as they are written, whatever they hold", () => {
		const charts = chartsOf(pictureOf(hostile, hostile), (name) => `<i>${name}</i>`);
		const all = charts.flatMap(({ figure }) => texts(figure));
		expect(all.some((text) => text.includes("&lt;script&gt;alert(1)&lt;/script&gt;"))).toBe(true);
		for (const text of all) expect(text.replaceAll(/<\/?b>|<br>|<extra><\/extra>/g, "")).not.toMatch(/[<>]/);
		for (const text of all) expect(text).not.toMatch(/<b>bold/);
	});

	test("no panel has more than eight lines, and no chart more than eight panels", () => {
		const many = Array.from({ length: 40 }, (_, i) => `stage ${i}`);
		for (const { figure, name } of chartsOf(pictureOf(many, ["none", "standard", "perfect"]), asIs)) {
			const lines = new Map<unknown, number>();
			for (const { yaxis, hoverinfo } of figure.data)
				if (hoverinfo !== "skip") lines.set(yaxis, 1 + (lines.get(yaxis) ?? 0));
			expect(lines.size, name).toBeLessThanOrEqual(8);
			expect(Math.max(...lines.values()), name).toBeLessThanOrEqual(8);
		}
	});

	test("the band of a share ends at 0 and 1, that of an amount does not", () => {
		const picture = pictureOf(["a"], ["x"]);
		const wide = (from: Paths): Paths => ({
			...from,
			series: from.series.map((one) => ({
				...one,
				paths: one.paths.map((path) => ({
					...path,
					low: path.mean.map(() => -9),
					high: path.mean.map(() => 9),
				})),
			})),
		});
		const arms = picture.arms.map((arm) => ({ ...arm, paths: wide(arm.paths) }));
		const bands = (name: string) =>
			chartsOf({ ...picture, arms }, asIs)
				.filter((chart) => chart.name === name)
				.flatMap(({ figure }) => figure.data.filter(({ hoverinfo }) => hoverinfo === "skip"))
				.flatMap(({ y }) => y as number[]);
		expect(new Set(bands("efficacy"))).toEqual(new Set([0, 1]));
		expect(new Set(bands("profit"))).toEqual(new Set([-9, 9]));
	});

	test("bullwhip draws the intervals of the outcomes", () => {
		const chart = chartsOf(pictureOf(["a"], ["base"]), asIs).find(({ name }) => name === "bullwhip");
		const trace = chart?.figure.data[0] as { y: number[]; error_y: { array: number[] } };
		expect(trace.y).toEqual([1.5, 3]);
		expect(trace.error_y.array[0]).toBeCloseTo(0.1, 12);
		expect(trace.error_y.array[1]).toBe(0);
	});
});

describe("axes and captions", () => {
	const chart = (name: string, picture = pictureOf(["a", "b"], ["base"])): Chart => {
		const found = chartsOf(picture, asIs).find((one) => one.name === name);
		if (!found) throw new Error(`no chart ${name}`);
		return found;
	};

	test("a narrow range keeps its course: rounding is by the range and not by the level", () => {
		const picture = pictureOf(["a"], ["base"]);
		const [arm] = picture.arms as [Arm];
		const mean = Float64Array.from([-13000.4, -13000.2, -13000.3]);
		const paths: Paths = {
			step: 1,
			series: [
				{ name: "cash", unit: "$", about: "", paths: [{ label: "bank", mean, low: mean, high: mean }] },
			],
		};
		const drawn = chart("cash", { ...picture, arms: [{ ...arm, paths }] });
		expect((drawn.figure.data.at(-1) as { y: number[] }).y).toEqual([-13000.4, -13000.2, -13000.3]);
	});

	test("bullwhip ratios that lie close together have numbers at their axis, and the line at 1 is inside", () => {
		const picture = pictureOf(["a", "b"], ["base"]);
		const [arm] = picture.arms as [Arm];
		const outcomes = [1.34, 1.29, 1.26, 1.35].map((mean, i) => ({
			...{ name: `bullwhip${i + 1}`, unit: "1", about: "", mean, low: null, high: null, n: 1 },
		}));
		const close = chart("bullwhip", { ...picture, arms: [{ ...arm, outcomes }] });
		const { tickvals, range } = close.figure.layout.yaxis as { tickvals: number[]; range: [number, number] };
		expect(tickvals).toEqual([1, 1.2, 1.4]);
		expect(range[0]).toBeLessThan(0);
		expect(10 ** range[1]).toBeGreaterThan(1.35);
		expect(chart("bullwhip").figure.layout.yaxis).toHaveProperty("tickvals");
	});

	test("the area of a disc is the stage's cost", () => {
		const discs = chart("supply-network").figure.data[1] as { marker: { size: number[] } };
		const [first, second] = discs.marker.size as [number, number];
		expect((second / first) ** 2).toBeCloseTo(2, 12);
	});

	test("one run has no intervals to speak of", () => {
		const picture = pictureOf(["a", "b"], ["base"]);
		const single = picture.arms.map((arm) => ({
			...arm,
			outcomes: arm.outcomes.map((one) => ({ ...one, low: null, high: null, n: 1 })),
		}));
		for (const { caption, name } of chartsOf({ ...picture, arms: single }, asIs))
			expect(caption, name).not.toMatch(/interval|band|replication/);
		expect(chart("profit").caption).toMatch(/bands/);
	});
});

describe("the drawn network", () => {
	test("untangles what can be drawn without crossings", () => {
		const nodes = ["a", "b", "x", "y"].map((name, i) => ({ name, tier: i < 2 ? 1 : 2, cost: 1, about: "" }));
		const edges = [
			{ from: 3, to: 0, quantity: 1 },
			{ from: 2, to: 1, quantity: 1 },
		];
		const [buyers, suppliers] = columnsOf({ nodes, edges });
		expect(buyers?.map((buyer) => edges.find(({ to }) => to === buyer)?.from)).toEqual(suppliers);
	});
});
