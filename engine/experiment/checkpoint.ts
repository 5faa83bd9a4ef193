// A checkpoint: the state of a run between two ticks and what was recorded up to it, as bytes.

import type { Recording } from "../record/recording.js";
import { restore, snapshot } from "../world/copy.js";
import { tickOf, type World } from "../world/world.js";

/** "FTCP" read as a little-endian word. */
const MAGIC = 0x50435446;
const VERSION = 1;
const WORD = { magic: 0, version: 1, recorded: 2, tick: 3 };
const HEADER_BYTES = 16;

export interface Checkpoint {
	readonly world: World;
	readonly recording: Recording;
}

/** Header, the recorded numbers of the ticks done, series by series, then the world's snapshot. */
export function writeCheckpoint({ world, recording }: Checkpoint): Uint8Array {
	const tick = tickOf(world);
	const parts = recording.series.map(({ values, labels }) => values.subarray(0, tick * labels.length));
	const recorded = parts.reduce((sum, { length }) => sum + length, 0);
	const state = snapshot(world);
	const bytes = new Uint8Array(HEADER_BYTES + recorded * 8 + state.length);
	const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
	header[WORD.magic] = MAGIC;
	header[WORD.version] = VERSION;
	header[WORD.recorded] = recorded;
	header[WORD.tick] = tick;
	const numbers = new Float64Array(bytes.buffer, HEADER_BYTES, recorded);
	let at = 0;
	for (const part of parts) {
		numbers.set(part, at);
		at += part.length;
	}
	bytes.set(state, HEADER_BYTES + recorded * 8);
	return bytes;
}

/**
 * The world, and how to fill a recording of the same model with what had been recorded.
 * @throws RangeError for bytes that are no checkpoint, are torn or altered, or were recorded by other metrics.
 */
export function readCheckpoint(bytes: Uint8Array): {
	readonly world: World;
	recorded(recording: Recording): void;
} {
	if (bytes.length < HEADER_BYTES) throw new RangeError("not a checkpoint: too short");
	const header = new Uint32Array(bytes.slice(0, HEADER_BYTES).buffer);
	if (header[WORD.magic] !== MAGIC)
		throw new RangeError("not a checkpoint: the first four bytes are not FTCP");
	if (header[WORD.version] !== VERSION)
		throw new RangeError(
			`a checkpoint of format ${header[WORD.version]}; this version reads format ${VERSION}`,
		);
	const end = HEADER_BYTES + header[WORD.recorded] * 8;
	if (bytes.length < end) throw new RangeError("a torn checkpoint");
	const numbers = new Float64Array(bytes.slice(HEADER_BYTES, end).buffer);
	const world = restore(bytes.subarray(end));
	if (tickOf(world) !== header[WORD.tick]) throw new RangeError("a damaged checkpoint");
	return {
		world,
		recorded({ series }) {
			const tick = tickOf(world);
			const wanted = series.reduce((sum, { labels }) => sum + tick * labels.length, 0);
			if (wanted !== numbers.length)
				throw new RangeError(`a checkpoint with ${numbers.length} recorded numbers, not ${wanted}`);
			let at = 0;
			for (const { values, labels } of series) {
				values.set(numbers.subarray(at, at + tick * labels.length));
				at += tick * labels.length;
			}
		},
	};
}
