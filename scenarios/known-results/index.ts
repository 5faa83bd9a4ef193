// Known results of the methods, in the order in which docs/methods.md tells of them.

import type { KnownResult } from "./known-result.js";

export const knownResults: readonly KnownResult[] = [];
