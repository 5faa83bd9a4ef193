// A worker thread that knows the built-in models.

import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { serve } from "../../engine/experiment/serve.js";
import { models } from "../registry.js";

serve(models, nodeEndpoint(parentPort));
