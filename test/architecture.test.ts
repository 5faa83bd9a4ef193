// What the compiler cannot see of the house: who imports whom, which words stand where, how a file begins.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource, type Source } from "./engine/source.js";
import { inProject } from "./shared.js";

/**
 * The rooms: which others they may import (ARCHITECTURE, "Who may import whom"), and which npm packages; "node"
 * stands for Node's own modules. Tests may import all.
 */
const rooms: Readonly<
	Record<string, { readonly imports: readonly string[]; readonly packages: readonly string[] }>
> = {
	engine: { imports: [], packages: ["comlink", "jstat", "seedrandom"] },
	agents: { imports: ["engine", "optimizers/linear"], packages: [] },
	optimizers: {
		imports: ["engine/analysis", "engine/math", "engine/network", "engine/random", "optimizers/linear"],
		packages: ["genetic-js", "seedrandom"],
	},
	"optimizers/linear": { imports: [], packages: ["highs", "javascript-lp-solver"] },
	scenarios: {
		imports: ["engine", "agents", "optimizers"],
		packages: ["csv-parse", "fastest-levenshtein", "saxes", "yaml", "zod"],
	},
	"scenarios/entry-node": {
		imports: ["engine", "agents", "optimizers", "scenarios"],
		packages: ["comlink", "node"],
	},
	"viz/charts": { imports: ["engine/record", "engine/analysis"], packages: [] },
	cli: {
		imports: ["engine", "agents", "optimizers", "scenarios", "scenarios/entry-node", "viz/charts"],
		packages: [
			"@duckdb/node-api",
			"cli-progress",
			"commander",
			"csv-parse",
			"fastest-levenshtein",
			"node",
			"plotly.js-cartesian-dist-min",
			"yaml",
		],
	},
};

/** After a run, from what it recorded: the same bits everywhere are not asked for. */
const afterRun = ["engine/analysis/", "agents/metrics/efficacy.ts", "agents/metrics/outcomes/"];
/** Arithmetic that is exact or correctly rounded everywhere, and constants. */
const exact =
	"abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2";
const byLocale = "localeCompare toLocaleLowerCase toLocaleString toLocaleUpperCase";
const platform =
	"Buffer Date Intl MessageChannel URL WebSocket Worker XMLHttpRequest __dirname clearInterval clearTimeout console crypto " +
	"document fetch global globalThis localStorage navigator performance process queueMicrotask require self setImmediate " +
	"setInterval setTimeout window";
const domain =
	"backlog bulldozer bullwhip buyer cash cents customer customers demand dollar ecosystem economy factory firm firms goods " +
	"inventory logistics machine machines maker makers manufacturer manufacturers market money owner owners price prices " +
	"production profit purchase sales scenario service stock supplier suppliers supply twin twins wage warehouse";

const list = (words: string) => new Set(words.split(" "));
const words = {
	exact: list(exact),
	byLocale: list(byLocale),
	platform: list(platform),
	domain: list(domain),
};

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const roomOf = (path: string) =>
	[...Object.keys(rooms), "test"].filter((room) => within(path, room)).sort((a, b) => b.length - a.length)[0];

function filesUnder(folder: string): string[] {
	return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (entry.isDirectory()) return /^(\..*|dist|node_modules|out)$/.test(entry.name) ? [] : filesUnder(path);
		return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
	});
}

const sources = filesUnder(".").map((path) => readSource(path, readFileSync(inProject(path), "utf8")));
const inRooms = sources.filter(({ path }) => roomOf(path) !== "test" && path.includes("/"));

const isRelative = (specifier: string) => specifier.startsWith(".");
const packageOf = (specifier: string) =>
	specifier.startsWith("node:") ? "node" : (specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier);

// A check gives one line for each fault of a source.

function strangeImports({ path, imports }: Source): string[] {
	const from = roomOf(path);
	if (from === "test" || !path.includes("/")) return [];
	const room = from && rooms[from];
	if (!room) return [`${path} stands in no room: add it to the table`];
	return imports.filter(isRelative).flatMap((specifier) => {
		const target = posix.join(posix.dirname(path), specifier);
		const to = roomOf(target);
		const entry = to !== from && posix.basename(to ?? "").startsWith("entry-");
		const may = (folder: string) => (entry ? folder === to : within(target, folder));
		const allowed = to === from || room.imports.some(may);
		return allowed ? [] : [`${path} imports ${target}`];
	});
}

function strangePackages({ path, imports }: Source): string[] {
	const packages = rooms[roomOf(path) ?? ""]?.packages;
	if (!packages) return [];
	return imports
		.filter((specifier) => !isRelative(specifier) && !packages.includes(packageOf(specifier)))
		.map((specifier) => `${path} imports ${specifier}`);
}

function lostImports({ path, imports }: Source): string[] {
	return imports.filter(isRelative).flatMap((specifier) => {
		const place = posix.join(posix.dirname(path), specifier);
		if (/\.mjs$/.test(specifier) && existsSync(inProject(place))) return [];
		if (!/\.js$/.test(specifier)) return [`${path} imports ${specifier}, which does not end in .js`];
		const found = [".ts", ".d.ts"].some((end) => existsSync(inProject(place.replace(/\.js$/, end))));
		return found ? [] : [`${path} imports ${specifier}, which is not there`];
	});
}

const wordFaults = (found: ReadonlySet<string>, banned: ReadonlySet<string>, path: string) =>
	[...found].filter((word) => banned.has(word)).map((word) => `${path}: ${word}`);
const domainWords = (source: Source) => wordFaults(source.words, words.domain, source.path);
const platformWords = (source: Source) => [
	...wordFaults(source.names, words.platform, source.path),
	...source.imports.filter((one) => one.startsWith("node:")).map((one) => `${source.path}: ${one}`),
];

function unportable({ path, members, names, powers, bareMath }: Source): string[] {
	return [
		...(powers ? [`${path}: **`] : []),
		...(bareMath ? [`${path}: Math without a dot`] : []),
		...members.flatMap(({ of, name }) => {
			const strange = (of === "Math" && !words.exact.has(name)) || words.byLocale.has(name);
			return strange ? [`${path}: ${of}.${name}`] : [];
		}),
		...["Date", "Intl"].filter((name) => names.has(name)).map((name) => `${path}: ${name}`),
	];
}

const chance = ({ path, members, bareMath }: Source) =>
	bareMath || members.some(({ of, name }) => of === "Math" && name === "random")
		? [`${path}: Math.random`]
		: [];

function headless({ path, text }: Source): string[] {
	const [first = "", second = ""] = text.split("\n");
	const head = first.startsWith("#!") ? second : first;
	return /^\/\/ \S.{11,}/.test(head) ? [] : [`${path} begins with: ${head}`];
}

const LONGEST = 400;
const tooLong = ({ path, text }: Source) => {
	const lines = text.trimEnd().split("\n").length;
	return lines > LONGEST ? [`${path} has ${lines} lines`] : [];
};

/** genetic-js draws from Math.random: one file seeds it for that and puts it back, and one tests that. */
const lent = ["optimizers/seeded-start.ts", "test/optimizers/genetic.test.ts"];
const inTick = ({ path }: Source) =>
	["engine", "agents", "optimizers", "scenarios"].includes(roomOf(path) ?? "") &&
	!afterRun.some((place) => path.startsWith(place)) &&
	!lent.includes(path);
const kernel = ({ path }: Source) => within(path, "engine");

const checks: [what: string, check: (source: Source) => string[], of: readonly Source[]][] = [
	["rooms import only the rooms they may", strangeImports, sources],
	["rooms use only the packages they may", strangePackages, inRooms],
	["relative imports end in .js and lead to a source", lostImports, sources],
	["the kernel has no domain word", domainWords, sources.filter(kernel)],
	["the kernel has no platform word", platformWords, sources.filter(kernel)],
	[
		"what is computed in a tick, or before it, has the same bits everywhere",
		unportable,
		sources.filter(inTick),
	],
	["nothing draws from Math.random", chance, sources.filter(({ path }) => !lent.includes(path))],
	["every source begins by saying what it is", headless, sources],
	["no source is longer than 400 lines", tooLong, sources],
];

describe("architecture", () => {
	test.each(checks)("%s", (_what, check, of) => {
		expect(of.length).toBeGreaterThan(10);
		expect(of.flatMap(check)).toEqual([]);
	});

	test("a run of the real model touches no file that may differ in its bits but the metrics derived after it", () => {
		for (const place of afterRun)
			expect(
				sources.some(({ path }) => path.startsWith(place)),
				place,
			).toBe(true);
		for (const path of [
			"agents/ship.ts",
			"agents/metrics/money.ts",
			"engine/math/exp.ts",
			"scenarios/build.ts",
		])
			expect(sources.filter(inTick).map((source) => source.path)).toContain(path);
	});
});

describe("configuration", () => {
	const json = (path: string) => JSON.parse(readFileSync(inProject(path), "utf8"));
	const referencesOf = (folder: string): string[] =>
		json(posix.join(folder, "tsconfig.json")).references?.map(({ path }: { path: string }) =>
			posix.join(folder, path),
		) ?? [];

	test("each room is a project that refers to none but those it may import; only tests refer to cli", () => {
		for (const [room, { imports }] of Object.entries(rooms)) {
			for (const other of referencesOf(room))
				expect(
					imports.some((folder) => within(folder, other) || within(other, folder)),
					`${room} → ${other}`,
				).toBe(true);
			expect(room === "cli" || !referencesOf(room).includes("cli")).toBe(true);
		}
		expect(referencesOf(".").sort()).toEqual([...Object.keys(rooms), "test"].sort());
	});

	test("rooms that run anywhere are compiled without the platform's types", () => {
		const base = json("tsconfig.base.json").compilerOptions;
		expect(base).toMatchObject({ types: [], lib: ["ES2023"] });
		for (const [room, { packages }] of Object.entries(rooms)) {
			const { types = base.types, lib = base.lib } = json(`${room}/tsconfig.json`).compilerOptions;
			expect({ room, types, lib }).toEqual({
				room,
				types: packages.includes("node") ? ["node"] : [],
				lib: ["ES2023"],
			});
		}
	});

	test("what rooms import is installed with the package, and nothing else is", () => {
		const used = new Set(Object.values(rooms).flatMap(({ packages }) => packages));
		used.delete("node");
		expect([...used].sort()).toEqual(Object.keys(json("package.json").dependencies).sort());
	});
});

test.each<[what: string, check: (source: Source) => string[], path: string, code: string]>([
	["engine imports agents", strangeImports, "engine/world/x.ts", 'import { a } from "../../agents/a.js"'],
	["by type", strangeImports, "engine/world/x.ts", 'import type { a } from "../../agents/a.js"'],
	["by type, inline", strangeImports, "engine/x.ts", 'let x: import("../agents/a.js").A'],
	["when it runs", strangeImports, "engine/x.ts", 'await import("../agents/a.js")'],
	["a module known only when it runs", strangePackages, "engine/x.ts", "await import(name)"],
	["by handing it on", strangeImports, "engine/x.ts", 'export * from "../agents/a.js"'],
	["agents import the command line", strangeImports, "agents/x.ts", 'import "../cli/x.js"'],
	["charts import the world", strangeImports, "viz/charts/x.ts", 'import "../../engine/world/world.js"'],
	["scenarios import an entry", strangeImports, "scenarios/x.ts", 'import "./entry-node/worker.js"'],
	["a room that nobody knows", strangeImports, "attic/x.ts", ""],
	["a package in the agents", strangePackages, "agents/x.ts", 'import "zod"'],
	["Node in the scenarios", strangePackages, "scenarios/x.ts", 'import { a } from "node:fs"'],
	["the package itself", strangePackages, "cli/x.ts", 'import { hash } from "fractwin/engine"'],
	["a .ts ending", lostImports, "engine/index.ts", 'import "./world/world.ts"'],
	["no ending", lostImports, "engine/index.ts", 'import "./world/world"'],
	["a file that is not there", lostImports, "engine/index.ts", 'import "./world/globe.js"'],
	["a domain name", domainWords, "engine/x.ts", "const manufacturerCount = 1"],
	["a domain word in a text", domainWords, "engine/x.ts", "throw new Error(`no $" + "{x} in stock`)"],
	["a domain word as a key", domainWords, "engine/x.ts", "x.price"],
	["a clock", platformWords, "engine/x.ts", "Date.now()"],
	["a clock by its type", platformWords, "engine/x.ts", "let x: Date"],
	["the console", platformWords, "engine/x.ts", "console.log(1)"],
	["a timer", platformWords, "engine/x.ts", "setTimeout(f, 1)"],
	["a platform module", platformWords, "engine/x.ts", 'import "node:fs"'],
	["the platform handed on", platformWords, "engine/x.ts", "const x = { process }"],
	["Math.exp", unportable, "agents/x.ts", "Math.exp(1)"],
	["Math['exp']", unportable, "agents/x.ts", "Math['exp'](1)"],
	["Math[max]", unportable, "agents/x.ts", "Math[max](1)"],
	["Math?.exp", unportable, "agents/x.ts", "Math?.exp(1)"],
	["Math taken apart", unportable, "agents/x.ts", "const { exp } = Math"],
	["Math.hypot", unportable, "agents/x.ts", "Math.hypot(1, 2)"],
	["a power", unportable, "agents/x.ts", "x ** 2"],
	["a power assigned", unportable, "agents/x.ts", "x **= 2"],
	["order by locale", unportable, "agents/x.ts", "a.localeCompare(b)"],
	["Math.random", chance, "cli/x.ts", "Math.random()"],
	["Math.random under another name", chance, "cli/x.ts", "const M = Math; M.random()"],
	["no head", headless, "cli/x.ts", "export const a = 1;\n"],
	["a head that is no line", headless, "cli/x.ts", "/* What it is, in a block. */\n"],
	["an import before the head", headless, "cli/x.ts", '#!/usr/bin/env node\nimport "x";\n// What it is.'],
	["401 lines", tooLong, "cli/x.ts", `// Long.\n${"x;\n".repeat(400)}`],
])("a fault shows: %s", (_what, check, path, code) => {
	expect(check(readSource(path, code))).toHaveLength(1);
});

test.each<[what: string, check: (source: Source) => string[], path: string, code: string]>([
	[
		"comments have any word",
		domainWords,
		"engine/x.ts",
		"// The price of stock.\nconst x = 1; /* manufacturer */",
	],
	[
		"a member may be called like a global",
		platformWords,
		"engine/x.ts",
		"a.window = { process: 1, Date: 2 }",
	],
	["exact arithmetic", unportable, "agents/x.ts", "Math.sqrt(Math.max(1, Math.floor(Math.PI)))"],
	["400 lines", tooLong, "cli/x.ts", `// Long.\n${"x;\n".repeat(399)}`],
	["the head after a shebang", headless, "cli/x.ts", "#!/usr/bin/env node\n// The command.\n"],
])("no fault: %s", (_what, check, path, code) => {
	expect(check(readSource(path, code))).toEqual([]);
});
