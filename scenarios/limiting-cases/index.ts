// The limiting cases of the model, in the order in which `fractwin verify` prints them.

import { adoptions } from "./adoption.js";
import { beerGames } from "./beer-game.js";
import { bullwhips } from "./bullwhip.js";
import { commonRandomNumbers } from "./common-random-numbers.js";
import { conservation } from "./conservation.js";
import { lateForecasts } from "./late-forecast.js";
import { lifetimes } from "./lifetimes.js";
import type { LimitingCase } from "./limiting-case.js";
import { markets } from "./market.js";
import { newsvendors } from "./newsvendor.js";
import { perfectInformation } from "./perfect-information.js";
import { pooling } from "./pooling.js";
import { predictions } from "./prediction.js";
import { queues } from "./queue.js";
import { reproducibility } from "./reproducibility.js";
import { serialInventory } from "./serial-inventory.js";
import { sourcings } from "./sourcing.js";
import { twins } from "./twin.js";
import { virtualWorlds } from "./virtual-world.js";

export const limitingCases: readonly LimitingCase[] = [
	...bullwhips,
	...lateForecasts,
	...beerGames,
	...newsvendors,
	...serialInventory,
	...markets,
	...adoptions,
	...lifetimes,
	...queues,
	...predictions,
	...perfectInformation,
	...twins,
	...virtualWorlds,
	...pooling,
	...sourcings,
	...conservation,
	...commonRandomNumbers,
	...reproducibility,
];
