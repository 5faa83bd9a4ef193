#!/usr/bin/env node
// The command `fractwin`.

import { explain } from "./failure.js";
import { acceptClosedPipe } from "./print.js";
import { program } from "./program.js";

acceptClosedPipe();
try {
	await program().parseAsync();
} catch (error) {
	process.exitCode = explain(error);
}
