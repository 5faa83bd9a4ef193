// Nothing changes.

import type { TransformationPath } from "./transformation-path.js";

export const statusQuo: TransformationPath = {
	name: "statusQuo",
	title: "nothing changes",
	steps: [],
};
