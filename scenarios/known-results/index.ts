// Known results of the methods, in the order in which docs/methods.md tells of them.

import { applications } from "./applications.js";
import { classResults } from "./classes.js";
import { graphs } from "./graphs.js";
import type { KnownResult } from "./known-result.js";
import { landscapes } from "./landscapes.js";
import { outputAnalysis } from "./output-analysis.js";
import { partitionResults } from "./partition.js";
import { programmes } from "./programmes.js";
import { search } from "./search.js";
import { sensitivity } from "./sensitivity.js";
import { survival } from "./survival.js";

export const knownResults: readonly KnownResult[] = [
	...search,
	...partitionResults,
	...graphs,
	...programmes,
	...classResults,
	...outputAnalysis,
	...sensitivity,
	...survival,
	...landscapes,
	...applications,
];
