// A worker thread that knows the tiny model.

import { serve } from "../../scenarios/entry-node/engine.js";
import { tinyModel } from "./tiny-model.js";

serve({ tiny: tinyModel((code) => process.exit(code)) });
