// Each bad input gives one clear line: file, line, path, what was expected, the nearest name.

import { expect, test } from "vitest";
import { builtIn } from "../../scenarios/built-in.js";
import { BadInput, formatFault } from "../../scenarios/fault.js";
import { parseScenario } from "../../scenarios/parse.js";
import { faultsOf } from "./text.js";

const bulldozer = builtIn.bulldozer ?? "";
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
const faults = (text: string, ...sets: string[]) => faultsOf(() => parseScenario(text, "f.yaml", sets));

/** A part of bulldozer, what to put there, the fault, and the part in whose line it stands, if another. */
const changed: [what: string, from: string, to: string, fault: string, at?: string][] = [
	["an unknown key", "ticks: 1040", "tiks: 1040", '1 unknown key "tiks"; did you mean "ticks"?'],
	["an unknown key below", "wage: 30 ", "wag: 30 ", '3 economics: unknown key "wag"; did you mean "wage"?'],
	[
		"a wrong type",
		"wage: 30 ",
		'wage: "30" ',
		'9 economics.wage: got text "30"; expected a number ≥ 0 and ≤ 1000000',
	],
	[
		"zero ticks",
		"ticks: 1040",
		"ticks: 0",
		"8 ticks: 0 is too small; expected a whole number ≥ 1 and ≤ 1000000",
	],
	["half a tick", "ticks: 1040", "ticks: 0.5", "8 ticks: got 0.5; expected a whole number ≥ 1 and ≤ 1000000"],
	[
		"a negative lead time",
		"leadDays: 19",
		"leadDays: -3",
		"49 stages[13].leadDays: -3 is too small; expected a number ≥ 0 and ≤ 3650",
	],
	[
		"an unknown value",
		"preset: none",
		"preset: standart",
		'16 twin.preset: unknown value "standart"; expected one of none, standard, perfect; did you mean "standard"?',
	],
	["a number that is none", "markup: 0.25", "markup: .inf", "11 .inf is not a finite number"],
	["a wrong literal in a union", "delay: tier", "delay: 3", '31 sharing.delay: got 3; expected "tier" or 0'],
	[
		"a wrong name",
		"name: bulldozer",
		"name: Bull dozer",
		'7 name: got text "Bull dozer"; expected lower-case letters, digits and hyphens',
	],
	[
		"a stage named twice",
		"name: Final_Assembly",
		"name: Engine",
		'11 stages[11].name: "Engine" is already the name of stages[8]',
	],
	[
		"an arc to nowhere",
		"{Engine: 1, Fans: 1}",
		"{Engin: 1, Fans: 1}",
		'69 stages[6].upstream: no stage is named "Engin"; did you mean "Engine"?',
	],
	[
		"a cycle",
		"name: Engine, cost: 4500, leadDays: 7",
		"name: Engine, cost: 4500, leadDays: 7, upstream: {Main_Assembly: 1}",
		"56 stages[8].upstream: a cycle in the bill of materials: Main_Assembly → Engine → Dressed_Out_Engine → Main_Assembly",
	],
	[
		"a stage that feeds itself",
		"name: Fans, cost: 650",
		"name: Fans, upstream: {Fans: 1}, cost: 650",
		"29 stages[9].upstream: a cycle in the bill of materials: Fans → Fans",
	],
	[
		"no demand",
		"    demand: {meanPerDay: 5, sdPerDay: 3}\n",
		"",
		'5 stages[11]: nobody buys from "Final_Assembly" and it has no demand; expected a demand, or a stage with it in upstream',
		"name: Final_Assembly",
	],
	[
		"a half demand",
		"{meanPerDay: 5, sdPerDay: 3}",
		"{meanPerDay: 5}",
		"5 stages[11].demand.sdPerDay: missing; expected a number ≥ 0 and ≤ 100000000",
	],
	[
		"a module of a stage that is not there",
		"modules: {size: 8, ",
		"modules: {members: [[Engine, Fans], [Engin]], ",
		'38 modules.members[1][0]: no stage is named "Engin"; did you mean "Engine"?',
	],
	[
		"a stage in two modules",
		"modules: {size: 8, ",
		"modules: {members: [[Engine, Fans], [Engine]], ",
		'38 modules.members[1][0]: "Engine" is already in modules.members[0]',
	],
	[
		"modules listed and cut",
		"modules: {size: 8, ",
		"modules: {size: 8, members: [[Engine, Fans]], ",
		"20 modules: modules are listed, and cut by size 8; expected size 1 and kind blocks with members",
	],
	[
		"a prototype key",
		"{Engine: 1, Fans: 1}",
		"{__proto__: 1, Fans: 1}",
		'69 the key "__proto__" is reserved',
	],
	[
		"an absurd life",
		"lifeWeeks: 520 ",
		"lifeWeeks: 1e-9 ",
		"14 customers.lifeWeeks: 1e-9 weeks are less than a tick of 7 days; expected a life of a tick or more",
	],
];

test.each(changed)("%s in the file", (_what, from, to, fault, at = from) => {
	expect(bulldozer.split(from)).toHaveLength(2);
	const found = faults(bulldozer.replace(from, to));
	expect(found).toEqual([`f.yaml:${lineOf(bulldozer, at)}:${fault}`]);
});

const whole: [what: string, text: string, fault: string][] = [
	["nothing", "", "f.yaml:1:1 empty; expected a map of a scenario's keys"],
	["only a comment", "# nothing\n", "f.yaml:1:1 empty; expected a map of a scenario's keys"],
	["a list", "- 1\n", "f.yaml:1:1 got a list; expected a map of a scenario's keys"],
	[
		"bad syntax",
		"name: x\nstages: [1, 2\nticks: 3\n",
		"f.yaml:3:1 YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]",
	],
	["a tab", "name: x\n\tstages: 1", "f.yaml:2:1 YAML syntax: Tabs are not allowed as indentation"],
	["a key twice", "name: x\nstages: 1\nname: y", 'f.yaml:3:1 the key "name" is written twice'],
	[
		"two documents",
		"name: x\nstages: 1\n---\nname: y",
		"f.yaml:3:1 a second document begins here; expected one document a file",
	],
	[
		"a missing key",
		"name: x\n",
		"f.yaml:1:1 stages: missing; expected a whole number ≥ 1 and ≤ 1000000 or a list of 1 to 100000 elements",
	],
	["an alias bomb", bomb(9, 9), "the aliases stand for more than 2000 values (an alias bomb?)"],
	["an alias in itself", "name: &a [*a]", 'f.yaml:1:11 the alias "*a" contains itself'],
	["an alias of nothing", "name: *a", 'f.yaml:1:7 the alias "*a" has no anchor before it'],
	[
		"a foreign tag",
		"name: !!binary eA==\nstages: 1",
		'f.yaml:1:16 the tag "tag:yaml.org,2002:binary" is not supported',
	],
	[
		"a merge key",
		"<<: {name: x}\nstages: 1",
		"f.yaml:1:1 merge keys (<<) are not supported; write the keys out",
	],
	["depth", `{a: ${"[".repeat(100_000)}`, "nested too deeply"],
	["some depth", `${'{"a":'.repeat(200)}1${"}".repeat(200)}`, "nested more than 64 levels deep"],
	[
		"a yes of YAML 1.1",
		"name: x\nstages: 1\nreturns: yes",
		'f.yaml:3:10 returns: got text "yes"; expected true or false',
	],
	[
		"too few lead times",
		"name: x\nstages: 3\nleadTime: [1, 2]",
		"f.yaml:3:1 leadTime: a list of 2 lead times for 3 stages; expected 3 of them, or one number",
	],
	[
		"targets without a list",
		"name: x\nstages: 3\nordering: {kind: anchorAndAdjust}",
		"f.yaml:3:18 ordering.kind: anchorAndAdjust needs the target of each stage; expected stages as a list, each with its target",
	],
	[
		"no weight",
		`name: x\nstages: 1\nefficacy:\n  weights: {customer: 0, economic: 0, winWin: 0, responsiveness: 0, sustainability: 0, resilience: 0}`,
		"f.yaml:4:3 efficacy.weights: every weight is 0; expected one above 0",
	],
	[
		"a chain that does not begin with its end stage",
		"name: x\ndemand: {kind: normal}\nstages:\n  - name: a\n  - {name: b, upstream: {a: 1}}",
		'f.yaml:5:5 stages[1]: nobody buys from "b" and it has no demand',
	],
	[
		"hours that make a lead time endless",
		"name: x\ntick: {days: 0.04}\nefficacy: {promiseDays: 0.1}\neconomics: {latePayWeeks: 0}\nstages:\n  - {name: a, leadDays: 600, demand: {meanPerDay: 1, sdPerDay: 1}}",
		"f.yaml:6:25 stages[0].leadDays: 600 days are 15000 ticks of 0.04 days; expected at most 5200 ticks",
	],
	[
		"money beyond exactness",
		"name: x\nstages:\n  - {name: a, cost: 1e9, demand: {meanPerDay: 1e5, sdPerDay: 1}}\ndemand: {kind: normal}",
		"f.yaml:2:1 stages: sales of about 8.75e+14 $ per tick over 1040 ticks exceed 2^53 cents; expected smaller costs or demands",
	],
];

test.each(whole)("a file with %s", (_what, text, fault) => {
	const found = faults(text);
	expect(found).toHaveLength(1);
	expect(found[0]).toContain(fault);
});

/** Lists of lists of … by aliases: width^depth values in a few lines. */
function bomb(width: number, depth: number): string {
	const line = (level: number) =>
		level === 0
			? "a0: &a0 x"
			: `a${level}: &a${level} [${Array(width)
					.fill(`*a${level - 1}`)
					.join(", ")}]`;
	return Array.from({ length: depth }, (_, level) => line(level)).join("\n");
}

test("several faults are several lines, in the order of the file, none twice", () => {
	const found = faults("name: x\nsharing: 7\nstages: no\nticks: -1\ntiks: 1\n");
	expect(found.map((line) => line.split(" ")[0])).toEqual([
		"f.yaml:2:10",
		"f.yaml:3:9",
		"f.yaml:4:8",
		"f.yaml:5:1",
	]);
	expect(
		new BadInput([
			{ file: "a", message: "b" },
			{ file: "a", message: "b" },
		]).faults,
	).toHaveLength(1);
});

test("names from outside are printed harmlessly and in one line", () => {
	const line = formatFault({ file: "a\u001b[31m\n", message: "x", nearest: "\u202egnp.exe" });
	expect(line).toBe('a\\u{1b}[31m\\u{a}: x; did you mean "\\u{202e}gnp.exe"?');
});
