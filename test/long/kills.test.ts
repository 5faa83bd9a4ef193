// A study killed at random moments loses nothing that had finished, and what is left is what an unbroken run gives.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { begin, emptyFolder, fractwin, fractwinJson } from "../cli/command.js";

const words = ["run", "bulldozer", "--replications", "20", "--ticks", "400", "--quiet", "--out", "a"];

describe("kill -9", () => {
	it.each(Array.from({ length: 12 }, (_, k) => 300 + k * 450))("after %i ms", async (delay) => {
		const folder = emptyFolder();
		const { child, ended } = begin(words, folder);
		await new Promise((resolve) => setTimeout(resolve, delay));
		child.kill("SIGKILL");
		await ended;
		if (!existsSync(join(folder, "a", "manifest.json"))) return; // killed before anything was begun
		const parts = join(folder, "a", "parts");
		const finished = existsSync(parts)
			? readdirSync(parts).filter((name) => /^runs-.*parquet$/.test(name)).length
			: 20;
		const report = fractwin(["report", "a"], folder);
		if (finished > 0) expect(report.out).toContain(`${finished} of 20 runs finished`);
		if (finished > 0)
			expect(fractwinJson(["verify", "a"], folder)).toMatchObject({ runs: finished, pass: true });
	});
});
