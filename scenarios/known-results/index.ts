// Known results of the methods, in the order in which docs/methods.md tells of them.

import { graphs } from "./graphs.js";
import type { KnownResult } from "./known-result.js";

export const knownResults: readonly KnownResult[] = [...graphs];
