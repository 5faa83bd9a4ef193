// Save, restore and fork: all three copy the block's bytes.

import { type Key, newBuffer, readLayout, setKey, viewWorld, type World } from "./world.js";

/** The world's bytes, complete in themselves: layout, state, clock and key. */
export function snapshot(world: World): Uint8Array {
	return new Uint8Array(world.buffer).slice();
}

/**
 * A world from the bytes of `snapshot`; the bytes are copied.
 * @throws RangeError for foreign, torn or other-version bytes.
 */
export function restore(bytes: Uint8Array): World {
	const buffer = newBuffer(bytes.byteLength);
	new Uint8Array(buffer).set(bytes);
	return viewWorld(buffer, readLayout(buffer));
}

/** A copy that goes on identically; with `key` (two 32-bit words) its draws are others from here on. */
export function fork(world: World, options: { key?: Key } = {}): World {
	const buffer = newBuffer(world.buffer.byteLength);
	new Uint8Array(buffer).set(new Uint8Array(world.buffer));
	const copy = viewWorld(buffer, world.layout);
	if (options.key) setKey(copy, options.key);
	return copy;
}
