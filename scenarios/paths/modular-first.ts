// First reorganize: modules and their boundaries, then twins, services, and the cloud at last.

import { inTurn } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const modularFirst: TransformationPath = {
	name: "modularFirst",
	title: "modules, then twins and shared data, services, cloud",
	steps: inTurn("modules", "twin", "service", "cloud"),
};
