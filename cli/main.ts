#!/usr/bin/env node
// The command `fractwin`.

import { explain } from "./failure.js";
import { program } from "./program.js";
import { acceptClosedPipe } from "./text/print.js";

process.on("uncaughtException", (error) => process.exit(explain(error)));
acceptClosedPipe();
try {
	await program().parseAsync();
} catch (error) {
	process.exitCode = explain(error);
}
