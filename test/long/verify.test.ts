// fractwin verify: every limiting case of the model and every known result of the methods, as users ask for them.

import { expect, test } from "vitest";
import { fractwinJson } from "../cli/command.js";

test("finds every case of the model and of the methods, each within its tolerance, with its source", () => {
	const { cases } = fractwinJson(["verify"]);
	console.log(`${cases.length} cases`);
	expect(cases.length).toBeGreaterThanOrEqual(45);
	for (const { name, expected, found, tolerance, pass, source } of cases) {
		expect(pass, name).toBe(true);
		expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance);
		expect(source).not.toBe("");
	}
});
