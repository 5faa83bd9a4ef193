// Every test but the long ones, compiled: worker entries are compiled files, and so is what users get.

import { defineConfig } from "vitest/config";

/** Closes the run with one plain line of counts, after the names of what was skipped. */
export class ClosingLine {
	onTestRunEnd(files, unhandledErrors) {
		const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
		const skipped = [];
		for (const file of files) {
			let tests = 0;
			for (const test of file.children.allTests()) {
				tests++;
				const { state } = test.result();
				// A test that never ran to its end (pending) has not passed.
				counts[state === "pending" ? "failed" : state]++;
				if (state === "skipped") skipped.push(`${file.relativeModuleId} > ${test.fullName}`);
			}
			// A file that cannot be loaded, or a hook that throws, is a failure beside its tests.
			if (!file.ok() && (tests === 0 || file.errors().length > 0)) counts.failed++;
		}
		for (const name of skipped) console.log(`skipped: ${name}`);
		console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
	}
}

export default defineConfig({
	test: {
		include: ["dist/test/**/*.test.js"],
		exclude: ["dist/test/long/**"],
		setupFiles: ["dist/test/seed.js"],
		pool: "forks",
		maxWorkers: 2,
		// Files of one process share the modules that they load, which Node itself loads: a fifth of the time otherwise.
		isolate: false,
		server: { deps: { external: [/\/dist\/(?!test\/).*\.js$/] } },
		testTimeout: 60_000,
		hookTimeout: 60_000,
		reporters: ["default", new ClosingLine()],
	},
});
