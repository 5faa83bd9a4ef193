// Every parameter of a scenario changes some built-in run: the test walks the schema (invariant 12).

import { describe, expect, it } from "vitest";
import type { EcosystemParameters } from "../../agents/parameters.js";
import type { Intervention } from "../../engine/schedule/intervention.js";
import { run } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { type SchemaNode, scenarioJsonSchema } from "../../scenarios/schema.js";
import { plain, rivals } from "../agents/worlds.js";

const small = ["customers.owners=2000", "ticks=60", "warmUp=10"];
/** Owners who are ready for services, with machines that end and fail often; firms of every kind. */
const servitized = [
	...plain,
	"customers.owners=600",
	"ticks=60",
	"warmUp=10",
	"customers.lifeWeeks=100",
	"customers.failureScaleWeeks=20",
	"customers.adoption.innovation=5",
	"customers.peers=4",
];
/** A track maker that serves two tiers of one chain: its orders have something to tell. */
const shared = `stages=${JSON.stringify([
	{
		name: "Final_Assembly",
		cost: 500,
		upstream: { Arm: 1, Track: 2 },
		demand: { meanPerDay: 5, sdPerDay: 3 },
	},
	{ name: "Arm", cost: 90, upstream: { Track: 3 } },
	{ name: "Track", cost: 10 },
])}`;
/** Runs in which one parameter or the other matters. */
const contexts: Record<string, [string, string[]]> = {
	bulldozer: ["bulldozer", small],
	twin: ["bulldozer", [...small, "twin.preset=standard", "macro.amplitude=0.2", "hidden.countEvery=20"]],
	dear: [
		"bulldozer",
		[...small, "economics.markup=0.4", "customers.referencePrice=90750", "stages.Final_Assembly.quality=0.7"],
	],
	drifting: ["bulldozer", [...small, "twin.preset=standard", "twin.lag=2", "twin.authority=act"]],
	changing: ["bulldozer", [...small, "twin.preset=standard", "twin.synchronization=onChange"]],
	scarce: ["bulldozer", [...small, "economics.capacity=0.8", "economics.startWeeks=1"]],
	drawn: ["bulldozer", [...small, "demand.kind=negativeBinomial", "sharing=false"]],
	chain: ["serial-chain", ["ticks=60", "warmUp=10", "stages=2", "forecast.kind=movingAverage"]],
	autoregressive: ["serial-chain", ["ticks=60", "warmUp=10", "demand.kind=ar1", "demand.rho=0.5"]],
	beer: ["beer-game", []],
	sellers: ["bulldozer", [...small, "market={kind: seller, variants: 4}"]],
	plain: ["bulldozer", [...plain, ...small]],
	modules: [
		"bulldozer",
		[
			...small,
			"twin.preset=standard",
			"modules={size: 2, overhead: 0.2}",
			"boundaries={on: true, labor: {low: 0.2, high: 0.9}, funds: {low: 0.1}, material: {low: 0.2}}",
			"cloud.stage=pooledNetwork",
			"planning.kind=lp",
			"economics.capacity=1.1",
			"economics.startWeeks=1",
			"stages.Fans.item=part",
			"stages.Case.item=part",
			"stages.Case.module=heavy",
			"stages.Case&Frame.module=heavy",
			"stages.Common_Subassembly.module=heavy",
			"stages.Transmission.module=heavy",
			"stages.Transmission.cluster=north",
			"stages.Common_Subassembly.cluster=north",
			"stages.Main_Assembly.cluster=north",
		],
	],
	addOn: ["bulldozer", [...servitized, "servitization.stage=1", "servitization.addOn.weeks=9"]],
	enhanced: [
		"bulldozer",
		[
			...servitized,
			...["stage=2", "enhanced.weeks=9"].map((set) => `servitization.${set}`),
			...["maintenance.capacity=0.03", "mode=onDemand"].map((set) => `services.${set}`),
			"twin.preset=standard",
		],
	],
	maintained: [
		"bulldozer",
		[
			...servitized,
			"servitization.stage=2",
			"twin.preset=standard",
			"applications.usePrediction=true",
			"applications.reviewEvery=4",
		],
	],
	embedded: [
		"bulldozer",
		[
			...servitized,
			...["stage=3", "graceWeeks=0", "assetCredit=0.1"].map((set) => `servitization.${set}`),
			...["design", "data", "recycling"].map((kind) => `services.${kind}.firms=1`),
			"twin.preset=standard",
			...["economics.loanInterestPerYear=0.1", "economics.creditWeeks=1", "economics.startWeeks=1"],
		],
	],
	found: ["bulldozer", [...servitized, "services.mode=serviceOriented", "services.spread=0.2"]],
	searching: ["bulldozer", [...small, "innovation.on=true", "innovation.budget=4", "sharing.weight=0.7"]],
	rivals: [rivals, ["ticks=80", "warmUp=10"]],
	shocked: ["bulldozer", [...small, "innovation.on=true"]],
	city: [
		"fractal-city",
		["network.branching=3", "network.levels=[cluster]", "customers.owners=900", "ticks=60", "warmUp=10"],
	],
	/** One item in a tier, hours for all that asks for it, and another source is soon better. */
	sourcing: [
		"fractal-city",
		[
			...["branching=3", "levels=[cluster, enterprise]", "kinds=1"].map((set) => `network.${set}`),
			...["every=4", "hysteresis=0.02", "load=3"].map((set) => `sourcing.${set}`),
			...["customers.owners=900", "ticks=60", "warmUp=10", "sharing.weight=0.7", "economics.capacity=1.1"],
		],
	],
	analyzed: [
		"bulldozer",
		[
			...small,
			"applications.usePrediction=true",
			"applications.useClustering=true",
			"applications.reviewEvery=4",
		],
	],
	associated: ["bulldozer", [...small, "applications.useAssociation=true", shared]],
	corrected: ["bulldozer", [...small, "forecast.closedLoop=true", "forecast.hysteresis=0.05"]],
	configured: [
		"bulldozer",
		[
			...small,
			"configuration.setUpPerWeek=100",
			"stages.Case.variantOf=frame",
			"stages.Fans.variantOf=frame",
		],
	],
	looped: [
		"bulldozer",
		[
			...["customers.owners=2000", "ticks=90", "warmUp=0", "twin.preset=standard"],
			"shocks=[{kind: supply, at: 30, weeks: 20, size: 0.2}]",
			"closedLoop={on: true, every: 40, horizon: 4, candidates: 3, threshold: 0.0001, alarm: 3, slack: 0.3, silence: 5}",
		],
	],
	blindLoop: [
		"bulldozer",
		["customers.owners=2000", "ticks=60", "closedLoop={on: true, every: 40, horizon: 4, threshold: 0.0001}"],
	],
	hit: ["bulldozer", [...small, "shocks=[{kind: supply, at: 9, weeks: 9, size: 0.3}]"]],
	struck: [
		"bulldozer",
		[...small, "twin.preset=standard", "shocks=[{kind: supply, at: 9, weeks: 9, size: 0.3, place: Engine}]"],
	],
	taxed: ["bulldozer", [...small, "shocks=[{kind: policy, at: 9, weeks: 9, size: 0.9, place: carbonPrice}]"]],
	onPath: [
		"bulldozer",
		[...small, "twin.preset=standard", "path=[{lever: coverage, to: 0.1, at: 5, over: 8}]"],
	],
	transformed: [
		"serial-chain",
		[
			"ticks=450",
			"warmUp=10",
			"stages=2",
			"returns=false",
			"hidden.finishedLoss=0.1",
			"hidden.countEvery=26",
		],
	],
};
/** What comes from outside in one of them. */
const { ecosystem } = models;
const interventions: Record<string, readonly Intervention[]> = {
	shocked: [{ tick: 20, target: "settings.technologyEpoch", value: 1 }],
};

/** The lines of the state that a run makes; settings and technology would show any number that was written. */
function fingerprint(name: string, sets: readonly string[], shocks: readonly Intervention[] = []): string {
	const scenario = parseScenario(builtIn[name] ?? name, name, sets);
	const spec = runSpec(scenario, { seed: "walk" });
	const parameters = spec.parameters as EcosystemParameters;
	const { ticks } = spec;
	const interventions = [...(spec.interventions ?? []), ...shocks];
	const { world, recording } = run({ model: ecosystem, parameters, seed: "walk", ticks, interventions });
	const outcomes = ecosystem.outcomes?.(recording, parameters, world).map(({ name, value }) => [name, value]);
	return JSON.stringify([spec.ticks, hash(world, ["hidden", "open", "twin"]), outcomes]);
}

const texts = new Set(["name", "title", "source"]);
/** Other values where a factor of 1.5 would say nothing or too much. */
const special: Record<string, string> = {
	stages: "3",
	"stages.cluster": "North",
	"stages.enterprise": "Acme",
	"stages.module": "Assembly",
	"network.levels": "[cluster, enterprise]",
	"network.branching": "4",
	"network.seed": "another",
	"network.falloff": "0.5",
	leadTime: "3",
	"stages.cost": "5000",
	"stages.leadDays": "28",
	"stages.transportDays": "14",
	"stages.demand.meanPerDay": "6",
	"stages.demand.sdPerDay": "9",
	"stages.upstream": "{Main_Assembly: 2, Track_Roller_Frame: 1, Suspension_Group: 1}",
	"stages.quality": "0.9",
	"stages.variantOf": "frame",
	"configuration.classes": "{Suspension_Group: {Final_Assembly: base}}",
	"configuration.delayDays": "14",
	"stages.initialStock": "3",
	"stages.target": "40",
	"tick.days": "3.5",
	ticks: "70",
	warmUp: "20",
	safetyFactor: "2",
	sharing: "{weight: 0.7, delay: 0}",
	"sharing.weight": "0.7",
	"sharing.delay": "0",
	"economics.holdingCost": "9",
	"economics.shortageCost": "3",
	"twin.coverage": "0.3",
	"twin.period": "3",
	"twin.lag": "5",
	"twin.noise": "0.2",
	"twin.loss": "0.3",
	"twin.drift": "1",
	"ordering.openingTicks": "9",
	"ordering.openingOrder": "9",
	"ordering.informationDelay": "3",
	"applications.leastSupport": "0.6",
	"demand.stepTo": "11",
	"demand.stepAt": "9",
	"demand.rho": "0.7",
	"economics.creditWeeks": "0",
	"economics.dividendWeeks": "1",
	"economics.latePayWeeks": "1",
	"stages.item": "part",
	"modules.members": "[[Main_Assembly, Engine, Case]]",
	"modules.overheadPower": "3",
	"servitization.renewAbove": "1",
	"dynamics.entryMargin": "9",
	"dynamics.capitalWeeks": "1",
	"innovation.core": "1",
	"innovation.loci": "9",
	"innovation.jumpShare": "0.9",
	"innovation.imitationShare": "0.9",
	"path.lever": "sharingWeight",
	"path.to": "0.9",
	"path.at": "15",
	"path.over": "20",
	"shocks.at": "15",
	"shocks.weeks": "3",
	"shocks.size": "0.9",
	"shocks.place": "Brake_Group",
	"lifecycle.storagePerGbMonth": "1000",
	"closedLoop.slack": "3",
};

/** Every parameter of the schema as a path, with values to try. */
function leaves(node: SchemaNode, path: string): { path: string; values: string[] }[] {
	const inside = [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])].flatMap((one) =>
		leaves(one, path),
	);
	for (const [key, child] of Object.entries(node.properties ?? {}))
		inside.push(...leaves(child, path ? `${path}.${key}` : key));
	const deeper = inside.filter((leaf) => leaf.path !== path);
	const values = special[path] ? [special[path]] : valuesOf(node);
	const own = values ?? inside.find((leaf) => leaf.path === path)?.values;
	return own ? [{ path, values: own }, ...deeper] : deeper;
}

function valuesOf(node: SchemaNode): string[] | undefined {
	if (node.enum) return node.enum.map(String);
	if (node.type === "boolean") return ["true", "false"];
	if (node.type !== "number" && node.type !== "integer") return undefined;
	const base = typeof node.default === "number" ? node.default : 1;
	const more = base === 0 ? 1 : base * 1.5;
	return [String(node.type === "integer" ? Math.ceil(more) : more), String(base / 2)];
}

/** A parameter of a stage is tried on an end stage and on a supplier. */
const settings = (path: string, value: string) =>
	/^(path|shocks)\./.test(path)
		? [`${path.replace(".", ".0.")}=${value}`]
		: path.startsWith("stages.")
			? ["Final_Assembly", "Engine", "0"].map((stage) => `stages.${stage}.${path.slice(7)}=${value}`)
			: [`${path}=${value}`];

const attempts = new Map<string, string | undefined>();
function attempt(key: string, setting: string): string | undefined {
	const what = `${key} ${setting}`;
	if (!attempts.has(what)) attempts.set(what, tried(key, setting));
	return attempts.get(what);
}

function tried(key: string, setting: string): string | undefined {
	const [name, sets] = contexts[key] as [string, string[]];
	try {
		return fingerprint(name, [...sets, setting], interventions[key]);
	} catch {
		return undefined; // this value is not allowed in this scenario
	}
}

describe("every parameter", () => {
	const found = leaves(scenarioJsonSchema(), "").filter(
		({ path }) => !texts.has(path) && path !== "stages.name",
	);
	const base = Object.fromEntries(
		Object.entries(contexts).map(([key, [name, sets]]) => [key, fingerprint(name, sets, interventions[key])]),
	);

	/** Runs in the order in which they are tried: those that speak of the parameter first, then as in `inTurn`. */
	const inTurn = Object.keys(contexts);
	const spoken = (key: string, path: string) => {
		const text = String(contexts[key]);
		return path.split(".").filter((word) => new RegExp(`\\b${word}\\b`).test(text)).length;
	};
	const runsFor = (path: string) => inTurn.toSorted((a, b) => spoken(b, path) - spoken(a, path));
	/** The run that showed the last parameter goes first: neighbors in the schema matter in the same runs. */
	const first = (key: string) => {
		inTurn.splice(inTurn.indexOf(key), 1);
		inTurn.unshift(key);
	};

	it("is found by the walk", () => expect(found.length).toBeGreaterThan(80));

	it.each(found.map(({ path, values }) => [path, values] as const))(
		"%s changes some built-in run",
		(path, values) => {
			const changed = runsFor(path).find((key) =>
				values.some((value) =>
					settings(path, value).some((setting) => {
						const print = attempt(key, setting);
						return print !== undefined && print !== base[key];
					}),
				),
			);
			expect(changed).toBeDefined();
			first(changed as string);
		},
	);

	// An enum's every value is a rule of its own: no two of them run alike everywhere.
	// Kinds of shocks have places of their own; test/scenarios/shocks.test.ts tries each.
	const choices = found.filter(
		({ path, values }) => values.length > 1 && Number.isNaN(Number(values[0])) && path !== "shocks.kind",
	);
	it.each(choices.map(({ path, values }) => [path, values] as const))(
		"each value of %s runs differently",
		(path, values) => {
			const prints = values.map(() => "");
			const differ = () => new Set(prints).size === values.length;
			for (const key of runsFor(path)) {
				if (differ()) break;
				values.forEach((value, v) => {
					prints[v] += JSON.stringify(settings(path, value).map((setting) => attempt(key, setting)));
				});
				if (differ()) first(key);
			}
			expect(differ()).toBe(true);
		},
	);
});
