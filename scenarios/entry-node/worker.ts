// A worker thread that knows the built-in models.

import { models } from "../registry.js";
import { serve } from "./engine.js";

serve(models);
