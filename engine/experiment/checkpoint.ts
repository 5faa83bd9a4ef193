// A checkpoint: the state of a run between two ticks, what was recorded up to it and what its controller did, as bytes that know
// their run.

import type { Recording } from "../record/recording.js";
import type { Intervention } from "../schedule/intervention.js";
import type { Model } from "../schedule/model.js";
import { restore, snapshot } from "../world/copy.js";
import { checksum } from "../world/hash.js";
import { tickOf, type World } from "../world/world.js";
import { checksumOf } from "./journal.js";
import type { RunSpec } from "./run-spec.js";

/** "FTCP" read as a little-endian word. */
const MAGIC = 0x50435446;
const VERSION = 3;
/** The checksum is over all but the world, itself 0; the world behind it has one of its own. */
const WORD = { magic: 0, version: 1, recorded: 2, tick: 3, run: 4, checksum: 5, log: 6 };
const HEADER_BYTES = 32;

export interface Checkpoint {
	readonly world: World;
	readonly recording: Recording;
	readonly log: readonly Intervention[];
	/** As `runWord` gives it. */
	readonly run: number;
}

/** A word that tells a run from others: of its spec and the version of its model. */
export function runWord(spec: RunSpec, { version }: Pick<Model, "version">): number {
	const { model, parameters, seed, replication, ticks, interventions = [] } = spec;
	return checksumOf(JSON.stringify([model, version, parameters, seed, replication, ticks, interventions]));
}

/**
 * Its bytes in two pieces, the second right behind the first, so that a large world is copied once: header and the
 * recorded numbers of the ticks done, series by series, and the log as text; then the world's snapshot.
 */
export function writeCheckpoint({ world, recording, log, run }: Checkpoint): readonly Uint8Array[] {
	const tick = tickOf(world);
	const parts = recording.series.map(({ values, labels }) => values.subarray(0, tick * labels.length));
	const recorded = parts.reduce((sum, { length }) => sum + length, 0);
	const text = JSON.stringify(log);
	const bytes = new Uint8Array(HEADER_BYTES + recorded * 8 + bytesOfText(text.length));
	const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
	header[WORD.magic] = MAGIC;
	header[WORD.version] = VERSION;
	header[WORD.recorded] = recorded;
	header[WORD.tick] = tick;
	header[WORD.run] = run;
	header[WORD.log] = text.length;
	const numbers = new Float64Array(bytes.buffer, HEADER_BYTES, recorded);
	let at = 0;
	for (const part of parts) {
		numbers.set(part, at);
		at += part.length;
	}
	const units = new Uint16Array(bytes.buffer, HEADER_BYTES + recorded * 8, text.length);
	for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
	header[WORD.checksum] = checksum(new Uint32Array(bytes.buffer));
	return [bytes, snapshot(world)];
}

/** Of so many code units; a checksum is over pairs of words. */
const bytesOfText = (units: number) => Math.ceil(units / 4) * 8;

/** What a run goes on from. */
export interface Saved {
	readonly world: World;
	/** What the controller had done. */
	readonly log: readonly Intervention[];
	/** Fill a recording of the same model with what had been recorded. @throws RangeError where other metrics did */
	recorded(recording: Recording): void;
}

/** @throws RangeError for bytes that are no checkpoint, are torn or altered, of another version or of another run. */
export function readCheckpoint(bytes: Uint8Array, run: number): Saved {
	if (bytes.length < HEADER_BYTES) throw new RangeError("no checkpoint: too short");
	// Copied by a constructor: a buffer of Node shares its memory with its slices.
	const header = new Uint32Array(new Uint8Array(bytes.subarray(0, HEADER_BYTES)).buffer);
	if (header[WORD.magic] !== MAGIC) throw new RangeError("no checkpoint: the first four bytes are not FTCP");
	if (header[WORD.version] !== VERSION)
		throw new RangeError(
			`a checkpoint of format ${header[WORD.version]}; this version reads format ${VERSION}`,
		);
	const behind = HEADER_BYTES + header[WORD.recorded] * 8;
	const end = behind + bytesOfText(header[WORD.log]);
	if (bytes.length <= end)
		throw new RangeError(`a torn checkpoint: ${bytes.length} bytes of more than ${end}`);
	const front = new Uint8Array(bytes.subarray(0, end));
	const words = new Uint32Array(front.buffer);
	words[WORD.checksum] = 0;
	if (checksum(words) !== header[WORD.checksum])
		throw new RangeError("an altered checkpoint: its bytes do not have the checksum they were saved with");
	if (header[WORD.run] !== run)
		throw new RangeError("a checkpoint of another run, or of another version of its model");
	const world = restore(bytes.subarray(end));
	const tick = header[WORD.tick];
	if (tickOf(world) !== tick)
		throw new RangeError(`an altered checkpoint: a world at tick ${tickOf(world)}, not ${tick}`);
	const numbers = new Float64Array(front.buffer, HEADER_BYTES, header[WORD.recorded]);
	let text = "";
	for (const unit of new Uint16Array(front.buffer, behind, header[WORD.log]))
		text += String.fromCharCode(unit);
	return {
		world,
		log: JSON.parse(text),
		recorded({ series }) {
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
