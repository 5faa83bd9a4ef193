// Everything at once and in a hurry, as soon as the warm-up is over.

import { atOnce } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const bigBang: TransformationPath = {
	name: "bigBang",
	title: "twins and shared data, services, cloud, modules at once",
	steps: atOnce("twin", "service", "cloud", "modules"),
};
