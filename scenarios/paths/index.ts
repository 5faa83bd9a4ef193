// The built-in transformation paths (MODEL §5). Each dimension of change stands once in each place of the four orders; `adaptive` sees
// first, and then finds its own way.

import { adaptive } from "./adaptive.js";
import { bigBang } from "./big-bang.js";
import { cloudFirst } from "./cloud-first.js";
import { modularFirst } from "./modular-first.js";
import { serviceFirst } from "./service-first.js";
import { statusQuo } from "./status-quo.js";
import type { TransformationPath } from "./transformation-path.js";
import { twinFirst } from "./twin-first.js";

export const paths: readonly TransformationPath[] = [
	statusQuo,
	twinFirst,
	serviceFirst,
	cloudFirst,
	modularFirst,
	bigBang,
	adaptive,
];

export const pathNames = paths.map(({ name }) => name);
