// What a twin is worth in the bulldozer's chain, with intervals of the paired differences (pattern P5).

import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { outcome, resultOf } from "./worlds.js";

const replications = 6;
const fill = (...sets: string[]) =>
	Array.from({ length: replications }, (_, replication) =>
		outcome(resultOf("plain bulldozer", sets, { replication, ticks: 520 }), "fillRate"),
	);

describe("the twin's worth", () => {
	const none = fill("twin.preset=none");
	const standard = fill("twin.preset=standard");
	const perfect = fill("twin.preset=perfect");

	it("fill rate: no twin < standard < perfect, each 95 % interval of the difference above zero", () => {
		expect(pairedDifference(standard, none, 0.95).low).toBeGreaterThan(0);
		expect(pairedDifference(perfect, standard, 0.95).low).toBeGreaterThan(0);
	});

	it("a twin 26 ticks late that is obeyed blindly is worse than none", () => {
		const blind = fill("twin.preset=standard", "twin.lag=26", "twin.authority=act");
		expect(pairedDifference(blind, none, 0.95).high).toBeLessThan(0);
	});

	it("the same late twin, weighted by its variance, hardly harms: less than a point of fill rate", () => {
		const advised = fill("twin.preset=standard", "twin.lag=26");
		expect(pairedDifference(advised, none, 0.95).low).toBeGreaterThan(-0.01);
	});

	it("obeyed blindly, lateness costs what counts every 26 ticks cost at a lag near (26 − 1)/2", () => {
		const act = (lag: number) =>
			fill("twin.preset=standard", "twin.authority=act", "twin.coverage=1", `twin.lag=${lag}`);
		expect(pairedDifference(act(7), none, 0.95).low).toBeGreaterThan(0);
		expect(pairedDifference(act(18), none, 0.95).high).toBeLessThan(0);
	});

	it("common random numbers make the difference less variable than independent runs would", () => {
		expect(pairedDifference(perfect, none, 0.95).varianceRatio).toBeGreaterThan(1.5);
	});
});
