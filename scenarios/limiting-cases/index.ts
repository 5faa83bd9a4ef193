// The limiting cases of the model, in the order in which `fractwin verify` prints them.

import { adoptions } from "./adoption.js";
import { beerGames } from "./beer-game.js";
import { bullwhips } from "./bullwhip.js";
import { conservation } from "./conservation.js";
import type { LimitingCase } from "./limiting-case.js";
import { markets } from "./market.js";
import { newsvendors } from "./newsvendor.js";
import { pooling } from "./pooling.js";
import { predictions } from "./prediction.js";
import { queues } from "./queue.js";
import { reproducibility } from "./reproducibility.js";
import { twins } from "./twin.js";
import { virtualWorlds } from "./virtual-world.js";

export const limitingCases: readonly LimitingCase[] = [
	...bullwhips,
	...beerGames,
	...newsvendors,
	...markets,
	...adoptions,
	...queues,
	...predictions,
	...twins,
	...virtualWorlds,
	...pooling,
	...conservation,
	...reproducibility,
];
