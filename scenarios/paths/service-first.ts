// First sell: services, then the cloud, modules, and twins at last.

import { inTurn } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const serviceFirst: TransformationPath = {
	name: "serviceFirst",
	title: "services, then cloud, modules, twins and shared data",
	steps: inTurn("service", "cloud", "modules", "twin"),
};
