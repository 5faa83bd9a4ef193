// Real stage files become scenarios; what is wrong in them is named by file, line and column.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtIn } from "../../scenarios/built-in.js";
import { importStages } from "../../scenarios/importers/stages.js";
import { parseScenario } from "../../scenarios/parse.js";
import { faultsOf, inProject, sharedData } from "./text.js";

const imported = (text: string) => {
	const yaml = importStages({ file: "f.csv", text, name: "x" });
	const scenario = parseScenario(yaml, "x.yaml");
	if (!Array.isArray(scenario.stages)) throw new Error("stages is a list");
	return { ...scenario, stages: scenario.stages, yaml };
};
const faults = (text: string, more = {}) =>
	faultsOf(() => importStages({ file: "f.csv", text, name: "x", ...more }));
const missing = !existsSync(sharedData());
if (missing) console.warn(`skipped: imports of real data, since ${sharedData()} is absent`);

describe.skipIf(missing)("real data", () => {
	const arcs = {
		file: "arcs.csv",
		text: missing ? "" : readFileSync(sharedData("willems2008", "arcs.csv"), "utf8"),
	};
	const text = missing ? "" : readFileSync(sharedData("willems2008", "stages.csv"), "utf8");
	const counts = [
		[1, 8, 10],
		[2, 13, 13],
		[4, 22, 39],
		[6, 28, 28],
		[7, 38, 78],
		[9, 49, 52],
	];

	test.each(counts)("chain %i of Willems (2008) has %i stages and %i arcs", (chain, stageCount, arcCount) => {
		const scenario = parseScenario(
			importStages({ file: "stages.csv", text, arcs, chain, name: `chain-${chain}` }),
			"f",
		);
		if (!Array.isArray(scenario.stages)) throw new Error("stages is a list");
		expect(scenario.stages).toHaveLength(stageCount);
		expect(scenario.stages.flatMap(({ upstream }) => Object.keys(upstream))).toHaveLength(arcCount);
		expect(scenario.demand.kind).toBe(chain === 2 || chain === 9 ? "negativeBinomial" : "normal");
	});

	test("a chain that is not there, or not named, is answered with those that are", () => {
		const listed = "expected --chain with one of 1, 2, 4, 6, 7, 9";
		expect(faults(text, { arcs })).toEqual([`f.csv: which chain?; ${listed}`]);
		expect(faults(text, { arcs, chain: 3 })).toEqual([`f.csv: no chain 3; ${listed}`]);
		expect(faults(text, { chain: 1 })).toEqual([
			"f.csv: its arcs are missing; expected a file arcs.csv beside it",
		]);
	});

	const files = missing ? [] : readdirSync(sharedData("gsm_small")).filter((name) => name.endsWith(".csv"));
	test.each(files)("the stage file %s", (file) => {
		const { stages, yaml } = imported(readFileSync(sharedData("gsm_small", file), "utf8"));
		expect(stages.length).toBe(
			readFileSync(sharedData("gsm_small", file), "utf8").trim().split("\n").length - 1,
		);
		expect(yaml).toMatch(/^# Imported by fractwin from f\.csv/);
	});

	test("the bulldozer as imported has the stages of the built-in one", () => {
		const { stages } = imported(readFileSync(sharedData("gsm_small", "bulldozer.csv"), "utf8"));
		// Options are an assumption of the built-in one.
		const builtInStages = parseScenario(builtIn.bulldozer ?? "", "f", ["stages.Final_Assembly.options={}"]);
		expect(stages).toEqual(builtInStages.stages);
	});
});

test("the template for one's own firm", () => {
	const { stages, demand } = imported(readFileSync(inProject("docs", "import-template.csv"), "utf8"));
	expect(stages).toHaveLength(6);
	expect(stages[4]).toEqual({
		name: "City_Bicycle",
		cost: 70,
		leadDays: 4,
		transportDays: 2,
		quality: 0.5,
		options: {},
		demand: { meanPerDay: 12, sdPerDay: 7 },
		upstream: { Frame: 1, Wheel: 2, Drive_Train: 1 },
	});
	expect(demand.kind).toBe("negativeBinomial");
});

test("names of any kind survive the way through YAML", () => {
	const names = ["yes", "12", "a: b #c", "<b>&amp</b>", "1e3", "null", "toString", "Ölpumpe", '"q', "- x"];
	const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const rows = names.map((name, at) => {
		const supplier = names[at + 1];
		const demand = at === 0 ? "5,1" : ",";
		return [cell(name), 1, 7, demand, supplier ? cell(`${supplier}:2`) : ""].join(",");
	});
	const { stages } = imported(
		["name,cost,lead_days,demand_mean_per_day,demand_sd_per_day,upstream", ...rows].join("\n"),
	);
	expect(stages.map(({ name }) => name)).toEqual(names);
	expect(stages.flatMap(({ upstream }) => Object.entries(upstream))).toEqual(
		names.slice(1).map((name) => [name, 2]),
	);
});

const head = "name,cost,lead_days,transport_days,demand_mean_per_day,demand_sd_per_day,upstream";
const gsm =
	"stage_id,lead_time,max_s_time,cost_rate,risk_pool,ext_demand_mean,ext_demand_std,ext_demand_thres,up_stages";
const wrong: [what: string, text: string, ...faults: string[]][] = [
	[
		"a negative lead time",
		`${head}\na,1,-2,,5,1,`,
		"f.csv:2 lead_days: -2 is too small; expected a number ≥ 0 and ≤ 3650",
	],
	[
		"one of the other format",
		`${gsm}\na,-2,,1,,5,1,,`,
		"f.csv:2 lead_time: -2 is too small; expected a number ≥ 0 and ≤ 3650",
	],
	["text for a number", `${head}\n\na,cheap,2,,5,1,`, 'f.csv:3 cost: got text "cheap"; expected a number'],
	["a blank cost", `${head}\na,,2,,5,1,`, "f.csv:2 cost: missing; expected a number"],
	[
		"an unknown stage",
		`${head}\na,1,2,,5,1,Whel:4\nWheel,1,1,,,,`,
		'f.csv:2 upstream: no stage is named "Whel"; did you mean "Wheel"?',
		"f.csv:3",
	],
	[
		"a stage twice",
		`${head}\na,1,2,,5,1,\na,1,2,,5,1,`,
		'f.csv:3 name: "a" is already the name of stages[0]',
	],
	["an arc twice", `${head}\na,1,2,,5,1,b; b:2\nb,1,1,,,,`, 'f.csv:2 "b" is listed twice upstream of "a"'],
	[
		"half a part",
		`${head}\na,1,2,,5,1,b:0.5\nb,1,1,,,,`,
		"f.csv:2 upstream: got 0.5; expected a whole number ≥ 1 and ≤ 100000",
	],
	[
		"a cycle",
		`${head}\na,1,2,,5,1,b\nb,1,1,,,,a`,
		"f.csv:3 upstream: a cycle in the bill of materials: a → b → a",
	],
	["a reserved name", `${gsm}\na,1,,1,,5,1,,__proto__,1`, 'f.csv:2 the name "__proto__" is reserved'],
	["a quantity missing", `${gsm}\na,1,,1,,5,1,,b\nb,1,,1`, "f.csv:2 up_stages: missing; expected a number"],
	[
		"no demand at all",
		`${head}\na,1,2,,,,`,
		"f.csv: no stage has a demand; expected one at least, of an end stage",
	],
	["a quotation mark left open", `${head}\n"a,1,2`, "f.csv:2 CSV syntax: Quote Not Closed"],
	["nothing", "", "f.csv:1 empty; expected a header and rows"],
	["a header only", head, "f.csv:1 no rows below the header"],
	[
		"a misspelt column",
		`${head.replace("transport_days", "transport_day")}\na,1,2,,5,1,`,
		'f.csv:1 unknown column "transport_day"; expected the header of',
	],
	["a column too few", "name,cost\na,1", 'f.csv:1 no column "lead_days"; expected the header of'],
	[
		"an unknown header",
		"foo,bar\n1,2",
		"the template for one's own firm (name,cost,lead_days…); the stage file with upstream pairs (stage_id,",
	],
];

test.each(wrong)("%s", (_what, text, first) => {
	const found = faults(text);
	expect(found).toHaveLength(1);
	expect(found[0]).toContain(first);
});

test("a misspelt column is offered the nearest", () => {
	expect(faults("nme,cost,lead_days\na,1,2")[0]).toMatch(
		/^f\.csv:1 unknown column "nme".*did you mean "name"\?$/,
	);
	expect(faults(gsm.replace("ext_demand_std", "ext_demand_sd"))).toHaveLength(1);
	expect(faults(`${gsm.replace("ext_demand_std", "ext_demand_sd")}\na,1`)[0]).toMatch(
		/did you mean "ext_demand_std"\?$/,
	);
});
