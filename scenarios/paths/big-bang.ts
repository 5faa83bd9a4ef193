// Everything at once, as soon as the warm-up is over.

import { atOnce } from "./dimensions.js";
import type { TransformationPath } from "./transformation-path.js";

export const bigBang: TransformationPath = {
	name: "bigBang",
	title: "twins, services, cloud and modules at once",
	steps: atOnce("twin", "service", "cloud", "modules"),
};
