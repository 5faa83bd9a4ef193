// What a mechanism is worth, by runs paired under common random numbers: too many for every day.

import { expect, test } from "vitest";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { outcome, resultOf } from "../agents/worlds.js";

/** Interval of an outcome with the first settings less that with the second, over so many runs of so many ticks. */
function paired(
	name: string,
	[scenario, ...common]: readonly string[],
	[a, b]: readonly (readonly string[])[],
	[runs, ticks]: readonly [number, number],
) {
	const arm = (sets: readonly string[] = []) =>
		Array.from({ length: runs }, (_, replication) =>
			outcome(resultOf(scenario as string, [...common, ...sets], { replication, ticks }), name),
		);
	const difference = pairedDifference(arm(a), arm(b), 0.95);
	console.log(`${name}: ${difference.mean} (${difference.low} to ${difference.high})`);
	return difference;
}

const modes = [["services.mode=onDemand"], ["services.mode=networked"]];

test("on demand nobody waits longer for repair than with partners, by more than a hundredth of a day", () => {
	expect(paired("repairWait", ["bulldozer", "warmUp=26"], modes, [20, 104]).high).toBeLessThan(0.01);
});

test("on demand people wait less where firms do not foresee what is to come", () => {
	const unforeseen = ["applications.usePrediction=false", "services.maintenance.capacity=1.05"];
	expect(paired("repairWait", ["bulldozer", "warmUp=26", ...unforeseen], modes, [8, 104]).high).toBeLessThan(
		0,
	);
});

test("hours at work that swing widely are worth sensing where a module's hours are planned by programme and not lent", () => {
	const swinging = ["hidden.availability={center: 0.9, sd: 1, rho: 0.95}", "twin.preset=perfect"];
	const planned = ["planning.kind=lp", "modules={size: 22, lending: false}"];
	const arms = [["twin.senses.capacity=true"], ["twin.senses.capacity=false"]];
	expect(
		paired("fillRate", ["plain bulldozer", ...swinging, ...planned], arms, [5, 312]).low,
	).toBeGreaterThan(0);
});

test("the macro factor known at once makes a better forecast where all of it lasts", () => {
	const slow = ["macro={sd: 0.151, rho: 0.9, noise: 0}", "twin.preset=perfect"];
	const arms = [["forecast.kind=macro", "twin.senses.macro=true"], ["forecast.kind=exponential"]];
	expect(paired("forecastError", ["plain bulldozer", ...slow], arms, [5, 416]).high).toBeLessThan(0);
});
