// What tests of several folders share: the project's root, and the data that lie beside it.

import { existsSync } from "node:fs";
import { sharedData as placeOf } from "./scenarios/text.js";

export { inProject } from "./scenarios/text.js";

/**
 * The path of real data, such as "willems2008/arcs.csv"; undefined where they are absent. A test then skips:
 * `test.skipIf(!path)("…")`.
 */
export function sharedData(relativePath: string): string | undefined {
	const path = placeOf(...relativePath.split("/"));
	return existsSync(path) ? path : undefined;
}
