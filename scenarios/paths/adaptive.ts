// First see, and then let the system find its own way: twins, then the closed loop through the virtual world.

import { inHurry } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const adaptive: TransformationPath = {
	name: "adaptive",
	title: "twins and shared data, then the closed loop changes modules, borders and search",
	steps: inHurry("twin", "loop"),
};
