// Save, restore and fork: all three copy the block's bytes.

import { newBlock } from "./block.js";
import { readLayout } from "./header.js";
import { type Key, setKey, viewWorld, type World } from "./world.js";

/** The world's own bytes; its block may be longer. */
const bytesOf = ({ buffer, layout }: World) => new Uint8Array(buffer, 0, layout.byteLength);

/** The world's bytes, complete in themselves: layout, state, clock and key. */
export function snapshot(world: World): Uint8Array {
	return bytesOf(world).slice();
}

/**
 * A world from the bytes of `snapshot`; the bytes are copied.
 * @throws RangeError for foreign, torn or other-version bytes.
 */
export function restore(bytes: Uint8Array): World {
	const block = newBlock(bytes.byteLength);
	new Uint8Array(block.buffer).set(bytes);
	return viewWorld(block, readLayout(block.buffer, bytes.byteLength));
}

/** A copy that goes on identically; with `key` (two 32-bit words) its draws are others from here on. */
export function fork(world: World, options: { key?: Key } = {}): World {
	const { layout } = world;
	const copy = viewWorld(newBlock(layout.byteLength), layout);
	bytesOf(copy).set(bytesOf(world));
	if (options.key) setKey(copy, options.key);
	return copy;
}
