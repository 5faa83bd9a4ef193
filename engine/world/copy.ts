// Save, restore and fork: all three copy the block's bytes.

import { newBlock } from "./block.js";
import { checksum } from "./hash.js";
import { headerOf, readHeader, readLayout, WORD } from "./header.js";
import { describe } from "./layout.js";
import { type Key, setKey, viewWorld, type World } from "./world.js";

/** The world's own bytes; its block may be longer. */
const bytesOf = ({ buffer, layout }: World) => new Uint8Array(buffer, 0, layout.byteLength);

const wordsOf = (buffer: ArrayBufferLike, byteLength: number) => new Uint32Array(buffer, 0, byteLength >>> 2);

/** The world's bytes, complete in themselves: layout, state, clock, key, and a checksum over all of them. */
export function snapshot(world: World): Uint8Array {
	const bytes = bytesOf(world).slice();
	headerOf(bytes.buffer)[WORD.checksum] = checksum(wordsOf(bytes.buffer, bytes.length));
	return bytes;
}

/**
 * A world from the bytes of `snapshot`; the bytes are copied.
 * @throws RangeError for foreign, other-version, torn or altered bytes.
 */
export function restore(bytes: Uint8Array): World {
	const block = newBlock(bytes.length);
	new Uint8Array(block.buffer).set(bytes);
	const header = readHeader(block.buffer, bytes.length);
	const saved = header[WORD.checksum];
	header[WORD.checksum] = 0;
	if (checksum(wordsOf(block.buffer, bytes.length)) !== saved)
		throw new RangeError("an altered world: its bytes do not have the checksum they were saved with");
	return viewWorld(block, readLayout(block.buffer));
}

/**
 * A copy that goes on identically; with `key` (two 32-bit words) its draws are others from here on. Into a world of the
 * same layout, if given, which is then the copy, at the speed of copying memory: a pool of what-if branches, or the way back to a kept state.
 * @throws RangeError where `into` is the world itself or has another layout.
 */
export function fork(world: World, { key, into }: { key?: Key; into?: World } = {}): World {
	const { layout } = world;
	if (into) refuseStrange(world, into);
	const copy = into ?? viewWorld(newBlock(layout.byteLength), layout);
	bytesOf(copy).set(bytesOf(world));
	if (key) setKey(copy, key);
	return copy;
}

function refuseStrange(world: World, into: World): void {
	if (into.buffer === world.buffer) throw new RangeError("a world cannot be forked into itself");
	const [mine, other] = [world.layout, into.layout];
	// Forks have their original's layout object; a restored world has one of its own.
	if (mine !== other && describe(mine.rows, mine.columns) !== describe(other.rows, other.columns))
		throw new RangeError("a world cannot be forked into one of other tables, columns or sizes");
}
