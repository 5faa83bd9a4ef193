// drawListed: the draws of some agents of a range, however many of them draw.

import { fillWords } from "./fill-words.js";
import { type StreamKey, word } from "./stream.js";

/** Agents that one call may span. */
export const SEGMENT = 1024;
const words = new Uint32Array(SEGMENT);
/** A draw alone takes so much longer than one of a whole segment. */
const ALONE = 3;

/**
 * words[a − from] = word(stream, a, tick, index) for the first `count` agents a of the list, all of them in [from, to) and to − from ≤ SEGMENT;
 * the other words are any. Valid until the next call.
 */
export function drawListed(
	stream: StreamKey,
	from: number,
	to: number,
	agents: Int32Array,
	count: number,
	tick: number,
	index: number,
): Uint32Array {
	if (count * ALONE > to - from) fillWords(words, stream, from, to, tick, index);
	else for (let k = 0; k < count; k++) words[agents[k] - from] = word(stream, agents[k], tick, index);
	return words;
}
