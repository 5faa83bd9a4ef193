// The chart of trade-offs: a panel for each pair of objectives, every organization in each, names as text.

import { describe, expect, test } from "vitest";
import { pareto } from "../../viz/charts/pareto.js";

const point = (name: string, ...values: number[]) => ({
	name,
	values: values.map((value, m) => ({ name: `o${m}`, value })),
});
const points = [point("before", 1, 2, 3), point("<b>after</b>", 4, 5, 6)];

describe("trade-offs", () => {
	test("of n objectives are drawn in n − 1 panels, each against the first", () => {
		const figure = pareto(points, (name) => `in words ${name}`)?.figure;
		expect(figure?.data).toHaveLength(4);
		expect(figure?.data.map(({ x, y }) => [x, y])).toEqual([
			[[1], [2]],
			[[4], [5]],
			[[1], [3]],
			[[4], [6]],
		]);
		const axes = Object.keys(figure?.layout ?? {}).filter((key) => /^[xy]axis/.test(key));
		expect(axes.sort()).toEqual(["xaxis", "xaxis2", "yaxis", "yaxis2"]);
		expect(JSON.stringify(figure?.layout)).toContain("in words o2");
	});

	test("show names as text, never as tags", () => {
		const figure = pareto(points, (name) => name)?.figure;
		expect(JSON.stringify(figure?.data.map(({ name, text }) => [name, text]))).not.toContain("<b>");
	});

	test("of one objective, or of nothing, are no chart", () => {
		expect(pareto([], String)).toBeUndefined();
		expect(pareto([point("before", 1)], String)).toBeUndefined();
	});
});
