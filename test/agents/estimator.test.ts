// The twin's estimator (§4.4): what lag, loss, drift, counts and authority do to what is believed.

import { describe, expect, it } from "vitest";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { step } from "../../engine/schedule/simulate.js";
import { columns } from "../../engine/world/world.js";
import { go, outcome, resultOf, worldOf } from "./worlds.js";

const everywhere = ["twin.preset=perfect", "customers.owners=4000"];
const lossless = ["hidden.finishedLoss=0", "hidden.componentLoss=0"];

describe("the estimator", () => {
	it.each([0, 1, 7, 26])("with a lag of %i ticks and no hidden loss, dead reckoning is exact", (lag) => {
		const world = worldOf("bulldozer", [...everywhere, ...lossless, `twin.lag=${lag}`, "twin.authority=act"]);
		const { believed, finished } = columns(world, manufacturer);
		for (let t = 0; t < 60; t++) {
			step(world, ecosystem);
			expect([...believed]).toEqual([...finished]);
		}
	});

	it("a count makes books and estimate true, stage by stage, once in countEvery ticks", () => {
		const world = worldOf("bulldozer", ["customers.owners=4000", "hidden.countEvery=10"]);
		const { books, finished, countedAt } = columns(world, manufacturer);
		go(world, 50);
		for (let t = 50; t < 60; t++) {
			step(world, ecosystem);
			countedAt.forEach((tick, i) => {
				if (tick === t) expect(books[i]).toBe(finished[i]);
			});
		}
		for (const tick of countedAt) expect(tick).toBeGreaterThanOrEqual(50);
	});

	it("books only err by losses they did not see: upwards, and never more than was lost since the count", () => {
		const world = worldOf("bulldozer", ["customers.owners=4000"]);
		const { books, finished, lost, countedAt } = columns(world, manufacturer);
		const lostAtCount = new Float64Array(lost.length);
		for (let t = 0; t < 100; t++) {
			step(world, ecosystem);
			for (let i = 0; i < lost.length; i++) {
				if (countedAt[i] === t) lostAtCount[i] = lost[i];
				expect(books[i] - finished[i]).toBe(lost[i] - lostAtCount[i]);
			}
		}
	});

	it("drift of a reading moves what is believed by drift times the ticks since the count, when obeyed", () => {
		const world = worldOf("bulldozer", [...everywhere, ...lossless, "twin.drift=2", "twin.authority=act"]);
		go(world, 11);
		const { believed, finished, countedAt } = columns(world, manufacturer);
		believed.forEach((value, i) => {
			expect(value - finished[i]).toBe(2 * (10 - countedAt[i]));
		});
	});

	it("instruments the share of stages that coverage says, dearest first, nested", () => {
		const sending = (coverage: number) => {
			const world = go(worldOf("bulldozer", [...everywhere, `twin.coverage=${coverage}`]), 1);
			const { sent, unitCost } = columns(world, manufacturer);
			const costs = [...unitCost].map((cost, i) => ({ cost, sent: sent[i] === 1 }));
			return costs;
		};
		expect(sending(0.6).filter(({ sent }) => sent)).toHaveLength(Math.ceil(0.6 * 22));
		const dearestSilent = Math.max(
			...sending(0.6)
				.filter(({ sent }) => !sent)
				.map(({ cost }) => cost),
		);
		for (const { sent, cost } of sending(0.6)) if (sent) expect(cost).toBeGreaterThanOrEqual(dearestSilent);
		sending(0.3).forEach(({ sent }, i) => {
			if (sent) expect(sending(0.6)[i].sent).toBe(true);
		});
	});

	it("a better contract errs less: state error falls as lag, noise and loss fall", () => {
		const error = (...sets: string[]) =>
			outcome(resultOf("bulldozer", [...everywhere, ...sets], { ticks: 260 }), "stateError");
		const good = error();
		expect(good).toBe(0);
		expect(error("twin.lag=2")).toBeGreaterThan(good);
		expect(error("twin.lag=12")).toBeGreaterThan(error("twin.lag=2"));
		expect(error("twin.noise=0.3")).toBeGreaterThan(error("twin.noise=0.03"));
		expect(error("twin.loss=0.9")).toBeGreaterThan(error("twin.loss=0.1"));
		expect(error("twin.period=13")).toBeGreaterThan(error("twin.period=2"));
	});
});
