// What the compiler cannot see of the house: who imports whom, which words stand where, how files begin and end.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { builtIn, inTick, mathOf, portable, wordsOf } from "./source.js";
import { inProject } from "./shared.js";
