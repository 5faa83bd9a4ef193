// The models that workers can run, by name.

import { ecosystem } from "../agents/ecosystem.js";
import type { Registry } from "../engine/experiment/run-spec.js";
import { observed } from "./organization/observed.js";

export const models = { ecosystem, observed } satisfies Registry;
