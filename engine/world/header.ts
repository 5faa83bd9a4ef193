// The block's first words: what it is, how long, and the description of its columns behind them.

import { describe, HEADER_BYTES, type Layout, parseLayout } from "./layout.js";

/** "FTWN" read as a little-endian word: a block written on a machine of the other order is refused. */
const MAGIC = 0x4e575446;
export const FORMAT_VERSION = 2;

/** The checksum is that of a snapshot; in a world that lives it is 0. */
export const WORD = {
	magic: 0,
	version: 1,
	byteLength: 2,
	description: 3,
	tick: 4,
	key0: 5,
	key1: 6,
	checksum: 7,
};

export const headerOf = (buffer: ArrayBufferLike) => new Uint32Array(buffer, 0, HEADER_BYTES / 4);

/** Header and description of a layout, into a block whose bytes are all zero. */
export function writeHeader(buffer: ArrayBufferLike, layout: Layout): void {
	const text = describe(layout.rows, layout.columns);
	const header = headerOf(buffer);
	header[WORD.magic] = MAGIC;
	header[WORD.version] = FORMAT_VERSION;
	header[WORD.byteLength] = layout.byteLength;
	header[WORD.description] = text.length;
	const bytes = new Uint8Array(buffer, HEADER_BYTES, text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
}

/**
 * The first words of a block. It may be longer than its world; `given` bytes of it, if told, are all that came.
 * @throws RangeError when the bytes are no world, of another version, or not whole.
 */
export function readHeader(buffer: ArrayBufferLike, given?: number): Uint32Array {
	const bytes = given ?? buffer.byteLength;
	if (bytes < HEADER_BYTES) throw new RangeError(`not a world: ${bytes} bytes are less than its header`);
	const header = headerOf(buffer);
	if (header[WORD.magic] !== MAGIC) throw new RangeError("not a world: the first four bytes are not FTWN");
	if (header[WORD.version] !== FORMAT_VERSION)
		throw new RangeError(
			`a world of format ${header[WORD.version]}; this version reads format ${FORMAT_VERSION}`,
		);
	const whole = header[WORD.byteLength];
	if (given === undefined ? bytes < whole : bytes !== whole)
		throw new RangeError(`a torn world: ${bytes} bytes of ${whole}`);
	return header;
}

/** The layout that a block carries behind its header. @throws RangeError when it cannot be read. */
export function readLayout(buffer: ArrayBufferLike): Layout {
	const header = headerOf(buffer);
	const rest = new Uint8Array(buffer, HEADER_BYTES);
	let text = "";
	for (const byte of rest.subarray(0, header[WORD.description])) text += String.fromCharCode(byte);
	const layout = parseLayout(text);
	const whole = header[WORD.byteLength];
	if (layout.byteLength !== whole)
		throw new RangeError(`a damaged world: its columns need ${layout.byteLength} bytes, not ${whole}`);
	return layout;
}
