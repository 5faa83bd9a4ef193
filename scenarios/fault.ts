// What can be wrong with input, in words: one line per fault, with file, line, path, what was expected, the nearest name.

import type { core } from "zod";
import { keysAt, nearestKey, nearestOf, wordsAt } from "./nearest.js";
import type { SchemaNode } from "./schema.js";

/** A place in a scenario: keys and list indexes from the top. */
export type Path = readonly (string | number)[];

/** One thing wrong with an input, and where. Lines and columns count from 1. */
export interface Fault {
	file: string;
	line?: number;
	column?: number;
	path?: string;
	message: string;
	expected?: string;
	nearest?: string;
}

/** A fault in plain data, before file and line are known. `key`: the fault is the last key of the path itself. */
export interface Problem {
	path: Path;
	message: string;
	expected?: string;
	nearest?: string;
	key?: boolean;
}

const mostShown = 30;

/** Thrown for input that cannot be used; never for a bug. The message is all faults, one line each. */
export class BadInput extends Error {
	override name = "BadInput";
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		const unique = [...new Map(faults.map((fault) => [formatFault(fault), fault]))];
		const lines = unique.slice(0, mostShown).map(([line]) => line);
		if (unique.length > mostShown) lines.push(`and ${unique.length - mostShown} more faults`);
		super(lines.join("\n"));
		this.faults = unique.map(([, fault]) => fault);
	}
}

/** Text made safe to print: control and direction characters as escapes, at most `length` characters. */
export function printable(text: string, length = 160): string {
	const safe = text.replace(
		/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
		(character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
	);
	return safe.length > length ? `${safe.slice(0, length)}…` : safe;
}

/** A name in quotation marks, safe to print. */
export const quote = (text: string): string => `"${printable(text, 60)}"`;

/** `stages[2].leadDays`; keys that are not plain words in brackets: `upstream["a b"]`. */
export const formatPath = (path: Path): string =>
	path.reduce<string>((text, part) => {
		if (typeof part === "number") return `${text}[${part}]`;
		if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(part)) return `${text}[${quote(part)}]`;
		return text === "" ? printable(part, 60) : `${text}.${printable(part, 60)}`;
	}, "");

/** One line: `bulldozer.yaml:14:3 stages[2].leadDays: -3 is too small; expected a number ≥ 0`. */
export function formatFault({ file, line, column, path, message, expected, nearest }: Fault): string {
	const place = [printable(file), line, column].filter((part) => part !== undefined).join(":");
	const named = !path || file.startsWith(`--set ${path}=`) ? "" : `${path}: `;
	const wanted = expected ? `; expected ${expected}` : "";
	const meant = nearest ? `; did you mean ${quote(nearest)}?` : "";
	return `${place}${line === undefined ? ":" : ""} ${named}${message}${wanted}${meant}`;
}

/** The fault of a problem in a file; `position` is where its path stands there. */
export function locateFault(
	{ path, message, expected, nearest, key }: Problem,
	file: string,
	position?: { line: number; column?: number },
): Fault {
	return { file, ...position, path: formatPath(key ? path.slice(0, -1) : path), message, expected, nearest };
}

/** A value in words: `text "abc"`, `-3`, `a map`. */
export function valueInWords(value: unknown): string {
	if (value === null) return "nothing";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return `text ${quote(value)}`;
	return typeof value === "object" ? "a map" : String(value);
}

const valueAt = (data: unknown, path: Path): unknown =>
	path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | null)?.[part], data);

/** What zod found, in words. `data` is what was checked, `schema` against what: a scenario's unless told. */
export const problemsOf = (
	issues: readonly core.$ZodIssue[],
	data: unknown,
	schema?: SchemaNode,
	root: Path = [],
): Problem[] =>
	issues.flatMap((issue) => problemsOfIssue(issue, data, [...root, ...(issue.path as Path)], schema));

function problemsOfIssue(issue: core.$ZodIssue, data: unknown, path: Path, schema?: SchemaNode): Problem[] {
	const value = valueAt(data, path);
	const expected = wordsAt(path, schema);
	switch (issue.code) {
		case "unrecognized_keys":
			return issue.keys.map((key) => unknownKey(path, key, schema));
		case "invalid_union": {
			const branch = fittingBranch(issue.errors);
			if (branch) return problemsOf(branch, data, schema, path);
			const names = issue.errors.flat().flatMap((one) => (one.code === "invalid_value" ? one.values : []));
			if (typeof value !== "string" || names.length === 0) break;
			return [{ path, message: `unknown value ${quote(value)}`, expected, nearest: nearestOf(value, names) }];
		}
		case "invalid_value":
			if (typeof value !== "string") break;
			return [
				{ path, message: `unknown value ${quote(value)}`, expected, nearest: nearestOf(value, issue.values) },
			];
		case "too_small":
		case "too_big": {
			const size = issue.code === "too_small" ? "small" : "large";
			if (typeof value === "number") return [{ path, message: `${value} is too ${size}`, expected }];
			const kind = Array.isArray(value) ? "the list" : "the text";
			return [{ path, message: `${kind} is too ${size === "small" ? "short" : "long"}`, expected }];
		}
		case "invalid_format":
			return [{ path, message: `got ${valueInWords(value)}`, expected: issue.message }];
		case "invalid_key":
			return [{ path, message: `the name ${quote(String(path.at(-1)))} is empty or too long`, key: true }];
	}
	return [{ path, message: value === undefined ? "missing" : `got ${valueInWords(value)}`, expected }];
}

/** An unknown key, with the nearest known one, or the known ones where they are few. */
export function unknownKey(path: Path, key: string, schema?: SchemaNode): Problem {
	const keys = keysAt(path, schema);
	const nearest = nearestKey(path, key, schema);
	const expected =
		nearest === undefined && keys.length > 0 && keys.length <= 12 ? keys.join(", ") : undefined;
	return { path: [...path, key], key: true, message: `unknown key ${quote(key)}`, nearest, expected };
}

/** Of a union's branches the one that the written type fits: its faults lie deeper than the type itself. */
function fittingBranch(branches: readonly (readonly core.$ZodIssue[])[]) {
	const fits = (issue: core.$ZodIssue) =>
		issue.path.length > 0 || !["invalid_type", "invalid_value", "invalid_union"].includes(issue.code);
	return branches.filter((issues) => issues.every(fits)).sort((a, b) => a.length - b.length)[0];
}
