// A worker thread that knows the built-in models.

import { models } from "../registry.js";
import { serve } from "./serve.js";

serve(models);
