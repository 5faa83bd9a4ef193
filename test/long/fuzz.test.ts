// A thousand scenarios of a year or more, drawn from the schema: none loses a unit, a cent or a number.

import fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../scenarios/fault.js";
import { anyScenario } from "../scenarios/any-scenario.js";
import { faultsOfRun, readOrRefused } from "../scenarios/examine.js";

const DRAWN = 1500;
const RUN = 1000;

test("any scenario is refused in words, or runs and conserves, alike for any division of rows", () => {
	let refused = 0;
	const begun = Date.now();
	fc.assert(
		fc.property(anyScenario, fc.string({ maxLength: 8 }), (written, seed) => {
			const scenario = readOrRefused(written);
			if (scenario instanceof BadInput) refused++;
			else expect(faultsOfRun(scenario, seed)).toEqual([]);
		}),
		{ numRuns: DRAWN },
	);
	const seconds = Math.round((Date.now() - begun) / 1000);
	console.log(`${DRAWN - refused} scenarios run and ${refused} refused in ${seconds} s`);
	expect(DRAWN - refused).toBeGreaterThanOrEqual(RUN);
});
