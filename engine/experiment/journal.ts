// A journal of whatever runs long, as text: a line for each thing that has happened, with a checksum of its own.

import { checksum } from "../world/hash.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What happened (`kind`), to what (`key`), and what there is to say of it. */
export interface Entry {
	readonly kind: string;
	readonly key: string;
	/** From who writes the journal: the engine has no clock. */
	readonly time: string;
	/** Numbers come back with the same bits, but for −0, which becomes 0; there is no NaN in JSON. */
	readonly data: Json;
}

/** Its line, with the line's end: JSON whose last member is the checksum of all before. */
export function encodeEntry({ kind, key, time, data }: Entry): string {
	const body = JSON.stringify({ kind, key, time, data }).slice(0, -1);
	return `${body},"sum":"${sumOf(body)}"}\n`;
}

/**
 * The entries of a journal, in order. Each stands for itself: a line that was torn or altered is left out and counted,
 * and what stands behind it counts none the less.
 */
export function decodeJournal(text: string): { readonly entries: Entry[]; readonly damaged: number } {
	const entries: Entry[] = [];
	let damaged = 0;
	for (const line of text.split("\n")) {
		if (line === "") continue;
		const [, body, sum] = /^(\{.*),"sum":"([0-9a-f]{8})"\}$/s.exec(line) ?? [];
		if (body === undefined || sum !== sumOf(body)) damaged++;
		else entries.push(JSON.parse(`${body}}`));
	}
	return { entries, damaged };
}

const sumOf = (text: string) => checksumOf(text).toString(16).padStart(8, "0");

/** The checksum of a text, a 32-bit word. */
export function checksumOf(text: string): number {
	// Two code units to a word; the length tells a text from the same with zeros behind it.
	const words = new Uint32Array(2 * Math.ceil((text.length + 2) / 4));
	words[0] = text.length;
	for (let i = 0; i < text.length; i++) words[1 + (i >> 1)] |= text.charCodeAt(i) << (16 * (i & 1));
	return checksum(words);
}
