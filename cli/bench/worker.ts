// A worker thread that knows the models of the benches.

import { serve } from "../../scenarios/entry-node/engine.js";
import { beer } from "../../scenarios/examples/beer.js";
import { diffusion } from "../../scenarios/examples/diffusion.js";
import { diffusionPush } from "../../scenarios/examples/diffusion-push.js";
import { models } from "../../scenarios/registry.js";
import { meetings } from "./barrier.js";

serve({ ...models, beer, diffusion, diffusionPush, meetings });
