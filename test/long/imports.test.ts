// Every real supply chain that can be imported runs, and conserves goods and money.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, fractwin, fractwinJson } from "../cli/command.js";
import { sharedData } from "../shared.js";

const willems = sharedData("willems2008/stages.csv");
const small = sharedData("gsm_small");
const files = small ? readdirSync(small).filter((name) => name.endsWith(".csv")) : [];

function runImported(importWords: readonly string[]): void {
	const folder = emptyFolder();
	const imported = fractwin(["import", ...importWords, "--as", "stages", "--out", "mine.yaml"], folder);
	expect(imported.code, imported.err).toBe(0);
	const found = fractwinJson(["run", "mine.yaml", "--ticks", "208"], folder);
	expect(found.conservation).toEqual({ goods: 0, money: 0 });
	expect(found.metrics.fillRate.mean).toBeGreaterThan(0.2);
	expect(found.metrics.bullwhip2.mean).toBeGreaterThan(found.metrics.bullwhip1.mean);
}

describe("imported chains", () => {
	it.skipIf(!willems).each([1, 2, 4, 6, 7, 9])("Willems (2008) chain %i runs", (chain) => {
		runImported([willems as string, "--chain", String(chain)]);
	});

	it.skipIf(files.length === 0).each(files)("%s runs", (name) => {
		runImported([join(small as string, name)]);
	});
});
