// The models that workers can run, by name: the ecosystem with its system layer.

import { ecosystem } from "../agents/ecosystem.js";
import { ingredients } from "../agents/metrics/efficacy.js";
import type { Registry } from "../engine/experiment/run-spec.js";
import { closedLoop } from "./closed-loop/controller.js";
import { observed } from "./organization/observed.js";

const loop = { controller: closedLoop, rehearsed: ingredients };

export const models = {
	ecosystem: { ...ecosystem, ...loop },
	observed: { ...observed, ...loop },
} satisfies Registry;
