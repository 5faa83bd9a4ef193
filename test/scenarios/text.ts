// What the tests of this folder share: faults as lines, and the data beside the project.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BadInput } from "../../scenarios/fault.js";

/** The lines of the faults that a call throws; a result of the call itself is a failure. */
export function faultsOf(call: () => unknown): string[] {
	try {
		call();
	} catch (error) {
		if (error instanceof BadInput) return error.message.split("\n");
		throw error;
	}
	throw new Error("nothing was thrown");
}

/** A path inside the project, from the sources as from the compiled tests. */
export function inProject(...parts: string[]): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
	return join(folder, ...parts);
}

/** Real data lie beside the project, not in it. */
export const sharedData = (...parts: string[]): string => inProject("..", "shared", "data", ...parts);
