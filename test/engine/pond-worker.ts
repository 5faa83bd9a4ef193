// A worker thread that knows the pond, and the pond with its days in other orders.

import { serve } from "../../scenarios/entry-node/engine.js";
import { pondLife, ponds, rehearsingPond } from "./pond.js";

serve({ pondLife, rehearsingPond, ...ponds });
