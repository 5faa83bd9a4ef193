// The long tests, compiled: kills, coverage studies, fuzz. An hour in all at most.

import { defineConfig } from "vitest/config";
import { ClosingLine } from "./vitest.config.mjs";

export default defineConfig({
	test: {
		include: ["dist/test/long/**/*.test.js"],
		setupFiles: ["dist/test/seed.js"],
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 30 * 60_000,
		hookTimeout: 5 * 60_000,
		passWithNoTests: true,
		reporters: ["default", new ClosingLine()],
	},
});
