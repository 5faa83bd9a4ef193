// `--set path.to.parameter=value`: changes to a scenario's plain data before it is checked.

import { BadInput, type Fault, locateFault, type Path, quote, unknownKey } from "./fault.js";
import { allowsMap, isKnown, nearestOf } from "./nearest.js";
import { isReserved, readYaml } from "./read-yaml.js";

type PlainMap = Record<string, unknown>;

/** Says which `--set`, as typed, wrote the value at a path; undefined: the file did. */
export type Owner = (path: Path) => string | undefined;

/**
 * Applies each setting in turn to `data`, which it changes. Path parts are separated by dots; an element of a list is
 * named by its index from 0 or, if it has one, by its name. What is no map yet becomes one (`sharing.delay=0`).
 * @throws BadInput for an unknown path, a reserved key, text without `=`, a value that is not YAML
 */
export function applySets(data: PlainMap, sets: readonly string[]): Owner {
	const written: { path: Path; file: string }[] = [];
	const faults: Fault[] = [];
	for (const set of sets) {
		const file = `--set ${set}`;
		try {
			written.push({ path: applySet(data, set, file), file });
		} catch (error) {
			if (!(error instanceof BadInput)) throw error;
			faults.push(...error.faults);
		}
	}
	if (faults.length > 0) throw new BadInput(faults);
	written.reverse();
	return (path) => written.find((each) => each.path.every((part, at) => path[at] === part))?.file;
}

/** Applies one setting; answers the path of what it wrote anew. */
function applySet(data: PlainMap, set: string, file: string): Path {
	const fail = (fault: Omit<Fault, "file">): never => {
		throw new BadInput([{ file, ...fault }]);
	};
	const equals = set.indexOf("=");
	if (equals < 0) fail({ message: 'no "="', expected: "path.to.parameter=value" });
	const parts = set.slice(0, equals).trim().split(".");
	if (parts.includes("")) fail({ message: "an empty path", expected: "path.to.parameter=value" });
	const value = readValue(set.slice(equals + 1), file);
	const path: (string | number)[] = [];
	let written: Path | undefined;
	let holder: unknown = data;
	for (const [step, part] of parts.entries()) {
		if (isReserved(part)) fail({ message: `the key ${quote(part)} is reserved` });
		let key: string | number = part;
		if (Array.isArray(holder)) key = elementOf(holder, part, path, fail);
		else if (!isKnown([...path, part])) throw new BadInput([locateFault(unknownKey(path, part), file)]);
		path.push(key);
		const below = holder as Record<string | number, unknown>;
		if (step === parts.length - 1) {
			below[key] = value;
			break;
		}
		if (typeof below[key] !== "object" || below[key] === null) {
			if (!allowsMap(path)) fail({ message: `nothing can be set below ${quote(path.join("."))} here` });
			below[key] = Object.create(null);
			written ??= [...path];
		}
		holder = below[key];
	}
	return written ?? path;
}

function elementOf(
	list: unknown[],
	part: string,
	path: Path,
	fail: (fault: Omit<Fault, "file">) => never,
): number {
	const names = list.map((element) => (element as { name?: unknown } | null)?.name);
	const index = /^\d{1,7}$/.test(part) && Number(part) < list.length ? Number(part) : names.indexOf(part);
	if (index >= 0) return index;
	return fail({
		message: `no element ${quote(part)} in ${quote(path.join("."))}`,
		expected: `an index from 0 to ${list.length - 1}${names.some(Boolean) ? " or a name" : ""}`,
		nearest: nearestOf(part, names),
	});
}

/** A value as YAML; what reads as a map or list without brackets (`a: b`) is text. */
function readValue(text: string, file: string): unknown {
	try {
		const { value, block } = readYaml(text, file);
		return block ? text : value;
	} catch (error) {
		if (!(error instanceof BadInput)) throw error;
		throw new BadInput(error.faults.map(({ message }) => ({ file, message })));
	}
}
