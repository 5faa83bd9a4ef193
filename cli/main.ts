#!/usr/bin/env node
// The command `fractwin`.

import { explain } from "./failure.js";
import { answer } from "./program.js";
import { acceptClosedPipe } from "./text/print.js";

process.on("uncaughtException", (error) => process.exit(explain(error)));
acceptClosedPipe();
await answer(process.argv.slice(2));
