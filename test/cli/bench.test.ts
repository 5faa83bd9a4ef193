// fractwin bench: the documents that the contract names, the published checks, and earlier files.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, fractwinJson, inside, insideJson } from "./command.js";

describe("bench", () => {
	test("of a model prints what the contract names, and its published check holds", () => {
		const found = fractwinJson(["bench", "diffusion", "--threads", "2"]);
		expect(found).toMatchObject({ name: "diffusion", agents: 200_000, ticks: 100, threads: 2 });
		expect(found.seconds).toBeGreaterThan(0);
		expect(found.updatesPerSecond / (20_000_000 / found.seconds)).toBeCloseTo(1, 2);
		expect(found.hash).toMatch(/^[0-9a-f]{32}$/);
		expect(found.rssMB).toBeGreaterThan(50);
		expect(found.workers).toHaveLength(2);
		for (const { shards } of found.workers) expect(shards).toBeGreaterThan(0);
		expect(found.check).toEqual({
			"adopters after tick 30": {
				expected: 101_052,
				found: expect.any(Number),
				tolerance: 4600,
				pass: true,
			},
		});
		expect(found.yardstick).toBeUndefined();
	});

	test("of barriers says what one costs", () => {
		const { figures } = fractwinJson(["bench", "barrier", "--threads", "2"]);
		expect(figures.median).toMatchObject({ unit: "µs a barrier", better: "less" });
		expect(figures.best.value).toBeLessThanOrEqual(figures.median.value);
	});

	test("compares with an earlier measurement, and refuses what is none", async () => {
		const folder = emptyFolder();
		const file = join(folder, "before.json");
		const before = await insideJson(["bench", "rng"]);
		writeFileSync(file, JSON.stringify(before));
		const words = ["bench", "rng", "--against", file];
		expect((await inside(words)).out).toMatch(/word .* ns a draw .* (better|WORSE|as before)/);
		expect((await insideJson(words)).before).toEqual(before.figures);
		for (const [text, message] of [
			["{", "holds no measurement"],
			["null", "holds no measurement"],
			['{"name": "rng", "figures": {"word": null}}', "holds no measurement"],
			['{"name": "fork", "figures": {}}', "is of the bench fork"],
		] as const) {
			writeFileSync(file, text);
			expect(await inside(words)).toMatchObject({
				...{ code: 2, out: "" },
				err: expect.stringContaining(message),
			});
		}
		expect(await inside(["bench", "rng", "--against", join(folder, "no.json")])).toMatchObject({
			code: 2,
			out: "",
		});
		expect((await inside(["bench", "rnd"])).err).toContain("Allowed choices are");
	});
});
