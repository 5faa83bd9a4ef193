// First see: twins and shared data, then services, the cloud, modules.

import { inTurn } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const twinFirst: TransformationPath = {
	name: "twinFirst",
	title: "twins and shared data, then services, cloud, modules",
	steps: inTurn("twin", "service", "cloud", "modules"),
};
