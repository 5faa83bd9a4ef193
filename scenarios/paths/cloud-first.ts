// First pool: capacity in the cloud, then modules, twins, and services at last.

import { inTurn } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const cloudFirst: TransformationPath = {
	name: "cloudFirst",
	title: "cloud, then modules, twins and shared data, services",
	steps: inTurn("cloud", "modules", "twin", "service"),
};
