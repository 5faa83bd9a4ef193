// A worker thread that knows the tiny model.

import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { serve } from "../../engine/experiment/serve.js";
import { tinyModel } from "./tiny-model.js";

serve({ tiny: tinyModel((code) => process.exit(code)) }, nodeEndpoint(parentPort));
