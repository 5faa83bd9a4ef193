// Hours and money that change hands in a tick: none appear, none are lost, none are lent by who has none.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { module } from "../../agents/module.js";
import { settings } from "../../agents/settings.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns, type World } from "../../engine/world/world.js";
import { few, go, outcome, resultOf, worldOf } from "./worlds.js";

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const short = ["customers.owners=9000", "economics.capacity=0.7"];

/** Sums of two columns by module. */
function byModule(
	world: World,
	column: "borrowedHours" | "lentHours" | "shortHours" | "idleHours",
): number[] {
	const own = columns(world, manufacturer);
	const sums = new Array<number>(own.module.length).fill(0);
	own.module.forEach((m, i) => {
		sums[m] += own[column][i];
	});
	return sums;
}

describe("lending", () => {
	it("inside modules moves min(Σ short, Σ idle) hours, whole ones, from who has them to who lacks them", () => {
		const world = worldOf("plain bulldozer", [...short, "modules.size=6"]);
		let moved = 0;
		for (let t = 0; t < 120; t++) {
			step(world, ecosystem);
			const own = columns(world, manufacturer);
			const got = byModule(world, "borrowedHours");
			const missing = byModule(world, "shortHours");
			const idle = byModule(world, "idleHours");
			expect(byModule(world, "lentHours")).toEqual(got);
			got.forEach((hours, m) => {
				expect(hours).toBe(Math.min(missing[m], idle[m]));
				moved += hours;
			});
			for (let i = 0; i < 22; i++) {
				expect(own.borrowedHours[i]).toBeLessThanOrEqual(own.shortHours[i]);
				expect(own.lentHours[i]).toBeLessThanOrEqual(own.idleHours[i]);
				expect(Number.isInteger(own.borrowedHours[i] + own.lentHours[i])).toBe(true);
			}
			expect(sum(own.hoursIn) + sum(own.hoursOut)).toBe(0);
		}
		expect(moved).toBeGreaterThan(1000);
	});

	it("beyond modules takes at most floor(b·idle), and is paid to the cent", () => {
		const world = worldOf("plain bulldozer", [
			"modules.size=2",
			"boundaries.on=true",
			"cloud.stage=pooledNetwork",
		]);
		let moved = 0;
		for (let t = 0; t < 120; t++) {
			step(world, ecosystem);
			const own = columns(world, manufacturer);
			expect(sum(own.hoursIn)).toBe(sum(own.hoursOut));
			moved += sum(own.hoursIn);
			for (let i = 0; i < 22; i++) {
				const left = own.idleHours[i] - own.lentHours[i];
				expect(own.hoursOut[i]).toBeLessThanOrEqual(Math.floor(own.bLabor[i] * left));
				expect(own.hoursIn[i] + own.borrowedHours[i]).toBeLessThanOrEqual(own.shortHours[i]);
			}
			expect(audit(world)).toEqual({ goods: 0, money: 0 });
		}
		expect(moved).toBeGreaterThan(100);
	});

	it("reaches as far as the cloud: no further than a cell of its stage", () => {
		const stages = (module: string) =>
			["A", "B", "C", "D"]
				.map(
					(name, k) =>
						`  - {name: ${name}, cost: 1000, cluster: ${k < 3 ? "east" : "west"}, module: ${k < 2 ? module : name}, demand: {meanPerDay: 2, sdPerDay: 2}}`,
				)
				.join("\n");
		const lent = (stage: string) => {
			const text = `
name: cells
demand: {kind: negativeBinomial}
economics: {capacity: 1.05}
boundaries: {on: true, labor: {low: 1, high: 1}}
cloud: {stage: ${stage}}
stages:
${stages("one")}
`;
			const world = worldOf(text);
			const hours = [0, 0, 0, 0];
			for (let t = 0; t < 100; t++) {
				step(world, ecosystem);
				columns(world, manufacturer).hoursOut.forEach((out, i) => {
					hours[i] += out;
				});
			}
			return hours.map((h) => h > 0);
		};
		expect(lent("connected")).toEqual([false, false, false, false]);
		expect(lent("pooledModule")).toEqual([true, true, false, false]);
		expect(lent("pooledCluster")).toEqual([true, true, true, false]);
		expect(lent("pooledNetwork")).toEqual([true, true, true, true]);
	});

	it("does nothing where each maker is a module of its own", () => {
		const world = go(worldOf("plain bulldozer", short), 60);
		expect(sum(columns(world, manufacturer).borrowedHours)).toBe(0);
	});

	it("raises the fill rate of a chain that is short of hours", () => {
		const fill = (size: number) =>
			outcome(resultOf("plain bulldozer", [`modules.size=${size}`], { ticks: 400 }), "fillRate");
		expect(fill(22)).toBeGreaterThan(fill(1));
	});
});

describe("credit", () => {
	const poor = [...few, "boundaries.on=true", "economics.startWeeks=1", "boundaries.funds.low=0.3"];

	it("comes back within 13 ticks: without new loans nobody owes anything, and all were paid", () => {
		const world = go(worldOf("plain bulldozer", poor), 60);
		expect(columns(world, accounts).loans[0]).toBeGreaterThan(0);
		columns(world, settings).boundariesOn[0] = 0;
		go(world, 13);
		const own = columns(world, manufacturer);
		expect(sum(own.loan)).toBe(0);
		expect(sum(own.credit)).toBe(0);
		expect([...own.repaidTotal]).toEqual([...own.borrowedTotal]);
		expect([...own.returnedTotal]).toEqual([...own.lentTotal]);
		expect(audit(world)).toEqual({ goods: 0, money: 0 });
	});

	it("goes as far as the bank would: without its trust to nobody but who has machines of its own", () => {
		const world = go(worldOf("plain bulldozer", [...poor, "economics.creditWeeks=0"]), 30);
		const { assets, borrowedTotal, need, cash } = columns(world, manufacturer);
		expect(sum(borrowedTotal)).toBe(0);
		const maker = need.findIndex((cents, i) => cents > cash[i] + 100);
		assets[maker] = 100;
		cash[maker === 0 ? 1 : 0] = 1e10;
		go(world, 1);
		// 60 % of what they are worth.
		expect(borrowedTotal[maker]).toBe(60);
		expect(sum(borrowedTotal)).toBe(60);
	});

	it("shows when a debt is forgotten", () => {
		const world = go(worldOf("plain bulldozer", poor), 60);
		const { loan } = columns(world, manufacturer);
		loan[loan.findIndex((cents) => cents > 0)] -= 1;
		expect(audit(world).money).toBeGreaterThanOrEqual(1);
	});
});

describe("modules", () => {
	it("are cut from the order of places, and each maker stands in the list of its own", () => {
		const world = go(worldOf("plain bulldozer", ["modules.size=5"]), 1);
		const { module: own, place } = columns(world, manufacturer);
		const { member, first, size } = columns(world, module);
		own.forEach((m, i) => {
			expect(m).toBe(Math.floor(place[i] / 5));
			expect(member.subarray(first[m], first[m] + size[m])).toContain(i);
		});
		expect([...size.subarray(0, 6)]).toEqual([5, 5, 5, 5, 2, 0]);
	});

	it("with a size of 0 are as interventions left them; one that there is not is refused", () => {
		const world = go(worldOf("plain bulldozer", ["modules.size=5"]), 3);
		columns(world, settings).moduleSize[0] = 0;
		columns(world, manufacturer).module.fill(7);
		go(world, 1);
		expect(columns(world, module).size[7]).toBe(22);
		columns(world, manufacturer).module[3] = 22;
		expect(() => go(world, 1)).toThrow(/module\[3\] is 22, not a module from 0 to 21/);
	});

	it("of kind leiden keep more of the flows' value inside than blocks of the same number", () => {
		const inside = (sets: readonly string[]) => {
			const world = go(worldOf("plain bulldozer", ["boundaries.on=true", ...sets]), 30);
			return {
				cost: sum(columns(world, manufacturer).crossingCost),
				modules: sum(columns(world, module).size.map((s) => (s > 0 ? 1 : 0))),
			};
		};
		const leiden = inside(["modules.kind=leiden"]);
		const blocks = inside([`modules.size=${Math.ceil(22 / leiden.modules)}`]);
		expect(blocks.modules).toBe(leiden.modules);
		expect(leiden.cost).toBeLessThan(blocks.cost);
	});

	it("pay kappa s^beta wage hours together, in equal parts", () => {
		const world = go(worldOf("plain bulldozer", ["modules.size=11", "modules.overhead=0.2"]), 1);
		const { overhead } = columns(world, module);
		// .2 h · 11² · 30 $ / 11
		expect([...overhead.subarray(0, 3)]).toEqual([6600, 6600, 0]);
	});
});
