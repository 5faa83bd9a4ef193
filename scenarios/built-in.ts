// The scenarios that come with the package, as the YAML a user may print, copy and change.

import { beerGame } from "./built-in/beer-game.js";
import { bulldozer } from "./built-in/bulldozer.js";
import { fractalCity } from "./built-in/fractal-city.js";
import { serialChain } from "./built-in/serial-chain.js";

/** Name → YAML; no prototype, so that only these names are in it. */
export const builtIn: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
	bulldozer,
	"fractal-city": fractalCity,
	"serial-chain": serialChain,
	"beer-game": beerGame,
});
