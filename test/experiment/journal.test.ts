// The journal: what is written comes back, and damage costs only the lines that it struck.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	checksumOf,
	decodeJournal,
	type Entry,
	encodeEntry,
	type Json,
} from "../../engine/experiment/journal.js";

const text = fc.string({ unit: "binary", maxLength: 12 });
const entry: fc.Arbitrary<Entry> = fc.record({
	kind: text,
	key: text,
	time: text,
	data: fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 8 });
const journalOf = (written: readonly Entry[]) => written.map(encodeEntry).join("");

describe("a journal", () => {
	test("gives back what was written, in order, whatever the texts", () => {
		fc.assert(
			fc.property(entries, (written) => {
				expect(decodeJournal(journalOf(written))).toEqual({ entries: written, damaged: 0 });
			}),
		);
	});

	test("has one line for each entry, each of them JSON that a person can read", () => {
		fc.assert(
			fc.property(entries, (written) => {
				const lines = journalOf(written).split("\n");
				expect(lines.pop()).toBe("");
				expect(lines.map((line) => JSON.parse(line))).toEqual(
					written.map((one) => ({ ...one, sum: expect.stringMatching(/^[0-9a-f]{8}$/) })),
				);
			}),
		);
	});

	test("keeps every bit of a number", () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (data) => {
				const [found] = decodeJournal(encodeEntry({ kind: "", key: "", time: "", data })).entries;
				expect(found?.data).toBe(data + 0);
			}),
		);
	});

	test("torn anywhere, tells all that stands before", () => {
		fc.assert(
			fc.property(entries, fc.nat(), (written, at) => {
				const whole = journalOf(written);
				const left = whole.slice(0, at % whole.length);
				const { entries: found, damaged } = decodeJournal(left);
				const sound = left.split("\n").length - 1;
				expect(found.slice(0, sound)).toEqual(written.slice(0, sound));
				// A last line that lacks its end alone is sound.
				expect(found.length + damaged).toBe(sound + (left.endsWith("\n") || left === "" ? 0 : 1));
			}),
		);
	});

	test("loses the line in which a character was changed, and no other", () => {
		fc.assert(
			fc.property(entries, fc.nat(), fc.integer({ min: 32, max: 126 }), (written, at, code) => {
				const lines = written.map(encodeEntry);
				const struck = at % lines.length;
				const line = lines[struck] as string;
				const place = Math.floor(at / lines.length) % (line.length - 1);
				fc.pre(line.charCodeAt(place) !== code);
				lines[struck] = line.slice(0, place) + String.fromCharCode(code) + line.slice(place + 1);
				expect(decodeJournal(lines.join(""))).toEqual({
					entries: written.filter((_, i) => i !== struck),
					damaged: 1,
				});
			}),
		);
	});

	test("goes on behind a torn line once that was ended", () => {
		const [a, b] = ["a", "b"].map((kind) => ({ kind, key: "", time: "", data: null })) as [Entry, Entry];
		const torn = encodeEntry(a).slice(0, 20);
		expect(decodeJournal(`${encodeEntry(a)}${torn}\n${encodeEntry(b)}`)).toEqual({
			entries: [a, b],
			damaged: 1,
		});
	});
});

describe("a checksum of a text", () => {
	test("tells texts apart that differ in their length alone", () => {
		const zeros = Array.from({ length: 40 }, (_, length) => checksumOf("\0".repeat(length)));
		expect(new Set(zeros).size).toBe(zeros.length);
	});
});
