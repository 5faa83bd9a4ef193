// The models that workers can run, by name: the ecosystem with its system layer.

import { ecosystem } from "../agents/ecosystem.js";
import type { Registry } from "../engine/experiment/run-spec.js";
import { closedLoop } from "./closed-loop/controller.js";
import { observed } from "./organization/observed.js";

export const models = {
	ecosystem: { ...ecosystem, controller: closedLoop },
	observed: { ...observed, controller: closedLoop },
} satisfies Registry;
