// The industry of any size is a living economy, and the same per customer whatever its size.

import { describe, expect, it } from "vitest";
import { customer, market } from "../../agents/customer.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { supply } from "../../agents/manufacturer.js";
import { links } from "../../engine/network/network.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { run } from "../../engine/schedule/simulate.js";
import { builtIn } from "../../scenarios/built-in.js";
import { industry, industryScenario } from "../../scenarios/industry.js";
import { parseScenario } from "../../scenarios/parse.js";
import { scenarioSchema } from "../../scenarios/schema.js";

const ticks = 160;
const warmUp = 60;

/** The values of a scenario by the path to them; of lists, none. */
function switches(of: object, path = ""): Map<string, unknown> {
	return new Map(
		Object.entries(of).flatMap(([key, value]) =>
			value !== null && typeof value === "object"
				? Array.isArray(value)
					? []
					: [...switches(value, `${path}${key}.`)]
				: [[`${path}${key}`, value] as const],
		),
	);
}

/** What happens per tick and customer, after the first ticks. */
function activity(owners: number) {
	const parameters = industry(owners, ticks);
	const { recording, world } = run({ model: ecosystem, parameters, seed: "living", ticks });
	const perTick = (name: string, label: string) => {
		const series = seriesOf(recording, name);
		const values = valuesOf(series, series.labels.indexOf(label), warmUp);
		return values.reduce((sum, value) => sum + value, 0) / values.length / owners;
	};
	return {
		audit: ecosystem.audit?.(world),
		ordered: perTick("demand", ""),
		shipped: perTick("delivery", "shipped"),
		filled: perTick("delivery", "filled"),
		cancelled: perTick("delivery", "cancelled"),
		waiting: perTick("delivery", "waiting"),
		repaired: perTick("services", "maintenanceServed"),
		delivered: perTick("services", "logisticsServed"),
		down: perTick("machines", "down"),
		profit: perTick("profit", "manufacturers"),
	};
}

describe("an industry in which everything goes on", () => {
	const parameters = industry(10_000, ticks, true);
	const { recording, world } = run({ model: ecosystem, parameters, seed: "living", ticks });
	const total = (name: string, label: string) => {
		const series = seriesOf(recording, name);
		return valuesOf(series, series.labels.indexOf(label), warmUp).reduce((sum, value) => sum + value, 0);
	};

	it("makes, sells, searches, lends, serves under contract, and leaks nothing", () => {
		expect(ecosystem.audit?.(world)).toEqual({ goods: 0, money: 0 });
		expect(total("delivery", "filled") / total("demand", "")).toBeGreaterThan(0.65);
		for (const [name, label] of [
			["innovation", "localSearches"],
			["lending", "inside"],
			["contracts", "addOn"],
			["material", "recovered"],
			["data", "design"],
			["reSourced", ""],
			["sensing", "messages"],
			["levelErrors", "capacity"],
			["levelErrors", "macro"],
			["options", "mounted"],
		] as const)
			expect(total(name, label), name).toBeGreaterThan(0);
	});

	it("has on whatever is off by default and on in a flagship", () => {
		const OFF = [0, false, null, "none", "off", "runOn", "local", undefined];
		const byDefault = switches(scenarioSchema.parse({ name: "bare" }));
		const own = switches(industryScenario(10_000, ticks, true));
		const flagships = ["bulldozer", "fractal-city"].map((name) =>
			switches(parseScenario(builtIn[name] ?? "", name)),
		);
		const on = [...own.keys()].filter(
			(key) =>
				OFF.includes(byDefault.get(key) as never) &&
				flagships.some((one) => !OFF.includes(one.get(key) as never)),
		);
		for (const key of ["sourcing.on", "twin.senses.condition", "economics.hiringPerWeek", "planning.kind"])
			expect(on).toContain(key);
		for (const key of on) expect(OFF, key).not.toContain(own.get(key));
	});
});

describe("an industry", () => {
	const small = activity(10_000);
	const large = activity(40_000);

	it("neither starves nor stands still, and leaks nothing", () => {
		for (const found of [small, large]) {
			expect(found.audit).toEqual({ goods: 0, money: 0 });
			// Machines live 520 weeks of use and fail nine times in them.
			expect(found.ordered * 520).toBeGreaterThan(0.85);
			expect(found.ordered * 520).toBeLessThan(1.15);
			expect(found.repaired * 520).toBeGreaterThan(7.5);
			expect(found.repaired * 520).toBeLessThan(10.5);
			// Most orders are filled at once, some wait, few give up; what is ordered is shipped and delivered.
			expect(found.filled / found.ordered).toBeGreaterThan(0.65);
			expect(found.filled / found.ordered).toBeLessThan(0.98);
			expect(found.cancelled / found.ordered).toBeLessThan(0.15);
			expect(found.waiting / found.ordered).toBeLessThan(1);
			expect(Math.abs(found.delivered / found.shipped - 1)).toBeLessThan(0.02);
			expect(found.down).toBeLessThan(0.02);
			expect(found.profit).toBeGreaterThan(0);
		}
	});

	it("is as busy per customer at any size", () => {
		// The macro factor is the same; what is left are chances of single machines.
		for (const what of ["ordered", "shipped", "repaired", "delivered"] as const)
			expect(Math.abs(small[what] / large[what] - 1)).toBeLessThan(0.06);
		expect(Math.abs(small.filled / small.ordered - large.filled / large.ordered)).toBeLessThan(0.08);
	});

	it("has 20 makers, 35 links and 2 service firms to a thousand customers, who compare 4 offers each", () => {
		const world = ecosystem.build(industry(15_000, ticks), "size");
		expect(world.rows).toMatchObject({ customer: 15_000, manufacturer: 300, serviceFirm: 30 });
		expect(world.rows[supply.name]).toBe(525);
		const { offsets, targets } = links(world, market);
		for (let i = 0; i < world.rows[customer.name]; i++)
			expect(new Set(targets.subarray(offsets[i], offsets[i + 1])).size).toBe(4);
	});
});
