// The stream of a purpose in a world: what a step's draws are keyed by.

import { type Purpose, type StreamKey, streamKey } from "../random/stream.js";
import { keyOf, type World } from "../world/world.js";

/** Take it once at the head of a step; then `word(stream, agent, tick, index)` is a draw. */
export function draws(world: World, of: Purpose): StreamKey {
	const [key0, key1] = keyOf(world);
	return streamKey(key0, key1, of);
}
