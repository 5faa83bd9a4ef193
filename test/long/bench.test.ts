// Every bench runs through, and what it checks holds. How fast it was is for people to read: no test times anything.

import { expect, it } from "vitest";
import { benches } from "../../cli/bench/benches.js";
import { fractwinJson } from "../cli/command.js";

it.each(Object.keys(benches))("bench %s", (name) => {
	const found = fractwinJson(["bench", name, "--threads", "2", "--yardstick"]);
	expect(Object.keys(found.figures).length).toBeGreaterThan(0);
	for (const [what, { value, unit }] of Object.entries<{ value: number; unit: string }>(found.figures)) {
		expect(Number.isFinite(value), what).toBe(true);
		expect(unit, what).not.toBe("");
	}
	for (const [what, check] of Object.entries<{ pass: boolean }>(found.check))
		expect(check, what).toMatchObject({ pass: true });
	if ("yardstick" in found) expect(found.yardstick.updatesPerSecond).toBeGreaterThan(0);
	if (name === "ecosystem") {
		// With every mechanism on the world alone is 265 MB, where that of model 1 was 131.
		expect(found.rssMB).toBeLessThan(1000);
		for (const activity of ["choices", "orders", "services", "failures", "searches", "messages of twins"])
			expect(found.figures[activity].value, activity).toBeGreaterThan(100);
		for (const rarer of ["contracts moved", "exits", "entries"])
			expect(found.figures[rarer].value, rarer).toBeGreaterThan(0.05);
	}
});
