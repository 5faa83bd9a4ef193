// `--set` reaches every parameter, and says clearly what it cannot reach.

import { expect, test } from "vitest";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { faultsOf } from "./text.js";

const bulldozer = builtIn.bulldozer ?? "";
const chain = builtIn["serial-chain"] ?? "";
const set = (text: string, ...sets: string[]) => parseScenario(text, "f.yaml", sets);
const stages = (text: string, ...sets: string[]) => {
	const list = set(text, ...sets).stages;
	return Array.isArray(list) ? list : [];
};

test("values are YAML; later settings win", () => {
	expect(set(chain, "stages=2", "leadTime=[1,2]", "leadTime.1=3").leadTime).toEqual([1, 3]);
	expect(set(chain, "demand={kind: ar1, rho: 0.5}", "demand.rho=.2").demand).toMatchObject({
		kind: "ar1",
		rho: 0.2,
	});
	expect(set(chain, "title=Costs: low").title).toBe("Costs: low");
	expect(set(chain, "ticks=1", "ticks=36").ticks).toBe(36);
	expect(set(bulldozer, "economics.capacity=null").economics.capacity).toBeNull();
});

test("a key below a boolean, a number or nothing makes a map of it", () => {
	expect(set(chain, "sharing.delay=0").sharing).toEqual({ weight: 1, delay: 0 });
	expect(set(chain, "sharing=true", "sharing.weight=0.5").sharing).toEqual({ weight: 0.5, delay: "tier" });
	expect(set(chain, "twin.cost.setUp=7").twin.cost.setUp).toBe(7);
});

test("a stage by its name or its index", () => {
	expect(stages(bulldozer, "stages.Case&Frame.cost=10")[3]?.cost).toBe(10);
	expect(stages(bulldozer, "stages.3.cost=11")[3]?.cost).toBe(11);
	expect(
		stages(bulldozer, "stages.Engine.upstream.Fans=2", "stages.Fans.transportDays=7")[8]?.upstream,
	).toEqual({ Fans: 2 });
});

const wrong: [set: string, fault: string][] = [
	["demnd.mean=3", 'unknown key "demnd"; did you mean "demand"?'],
	["demand.maen=3", 'demand: unknown key "maen"; did you mean "mean"?'],
	["window=4", 'unknown key "window"; did you mean "forecast.window"?'],
	["__proto__=1", 'the key "__proto__" is reserved'],
	["__proto__.polluted=1", 'the key "__proto__" is reserved'],
	["demand.constructor.prototype.x=1", 'the key "constructor" is reserved'],
	["demand={__proto__: {x: 1}}", 'the key "__proto__" is reserved'],
	["stages.Fans.upstream.__proto__=1", 'the key "__proto__" is reserved'],
	["ticks", 'no "="; expected path.to.parameter=value'],
	["=3", "an empty path; expected path.to.parameter=value"],
	["demand..mean=3", "an empty path; expected path.to.parameter=value"],
	["ticks=0", "0 is too small; expected a whole number ≥ 1 and ≤ 1000000"],
	["ticks=", "got nothing; expected a whole number ≥ 1 and ≤ 1000000"],
	["ticks=.nan", ".nan is not a finite number"],
	["ticks.days=1", 'nothing can be set below "ticks" here'],
	["demand={mean:3}", '"mean:3" is a key without a value; a space belongs after the colon'],
	["ticks=[1", "YAML syntax: Flow sequence must end with a ]"],
	[
		"stages.Engin.cost=1",
		'no element "Engin" in "stages"; expected an index from 0 to 21 or a name; did you mean "Engine"?',
	],
	["stages.22.cost=1", 'no element "22" in "stages"; expected an index from 0 to 21 or a name'],
	["stages.Engine.cost=-1", "stages[8].cost: -1 is too small; expected a number ≥ 0 and ≤ 1000000000"],
	[
		"stages.Fans.upstream={Enine: 1}",
		'stages[9].upstream: no stage is named "Enine"; did you mean "Engine"?',
	],
	["sharing=3", "got 3; expected true or false or a map"],
];

test.each(wrong)("--set %s is one fault that names the setting", (setting, fault) => {
	const found = faultsOf(() => set(bulldozer, setting));
	expect(found).toHaveLength(1);
	expect(found[0]?.startsWith(`--set ${setting}: `)).toBe(true);
	expect(found[0]).toContain(fault);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a fault that a setting causes elsewhere is told where it lies", () => {
	expect(faultsOf(() => set("name: x\nstages: 2\nleadTime: [1, 2]", "stages=3"))).toEqual([
		"f.yaml:3:1 leadTime: a list of 2 lead times for 3 stages; expected 3 of them, or one number",
	]);
});
