// What must hold between the parts of a scenario: names, the bill of materials, who asks for what, sizes.

import { buyersFirst, listStages, numberArcs, type WrittenStage } from "./bill-of-materials.js";
import { checkPath, checkPlaces, checkShocks } from "./check-change.js";
import { checkClasses } from "./check-classes.js";
import { checkPeers, checkSource } from "./check-links.js";
import { checkModules } from "./check-modules.js";
import { checkSizes } from "./check-sizes.js";
import { type Path, type Problem, quote } from "./fault.js";
import { nearestOf } from "./nearest.js";
import { isReserved } from "./read-yaml.js";
import type { Scenario } from "./schema.js";

const mostTicks = 5200;
const mostWait = 520;
const mostOffers = 1000;

/** The problems of a scenario whose parts are right each for itself. */
export function check(scenario: Scenario): Problem[] {
	const { stages, network, efficacy } = scenario;
	const amiss = checkSource(scenario);
	if (amiss) return [amiss];
	const chain = typeof stages === "number";
	const written = chain ? [] : listStages(scenario);
	const problems = chain || network ? checkTargets(scenario) : checkStages(scenario, written);
	checkLeadTimes(scenario, chain ? stages : written.length, problems);
	if (!chain && !network) checkStageTimes(scenario, written, problems);
	checkWaits(scenario, problems);
	checkGenome(scenario, problems);
	checkPeers(scenario, problems);
	checkPath(scenario, problems);
	checkShocks(scenario, problems);
	checkReturns(scenario, written, problems);
	checkSourcing(scenario, problems);
	const { recovered, recoveredByData } = scenario.lifecycle;
	if (recovered + recoveredByData > 1)
		problems.push({
			path: ["lifecycle", "recoveredByData"],
			message: `${recoveredByData} and lifecycle.recovered, ${recovered}, are more than all material together`,
			expected: "a sum of at most 1",
		});
	if (Object.values(efficacy.weights).every((weight) => weight === 0))
		problems.push({ path: ["efficacy", "weights"], message: "every weight is 0", expected: "one above 0" });
	// Flows only of a scenario that is right so far: their faults would follow from the others.
	if (problems.length > 0) return problems;
	const unlisted = checkModules(scenario);
	if (unlisted.length > 0) return unlisted;
	const flows = chain ? [] : checkFlows(scenario, written);
	const unfit = flows.length === 0 ? checkClasses(scenario) : [];
	if (unfit.length > 0) return unfit;
	if (flows.length === 0) flows.push(...checkSizes(scenario));
	if (flows.length === 0) return checkPlaces(scenario);
	return network ? flows.map((problem) => ({ ...problem, path: ["network"] })) : flows;
}

/** Stages that are not listed have no targets. */
function checkTargets({ ordering }: Scenario): Problem[] {
	if (ordering.kind !== "anchorAndAdjust") return [];
	const message = "anchorAndAdjust needs the target of each stage";
	return [{ path: ["ordering", "kind"], message, expected: "stages as a list, each with its target" }];
}

function checkLeadTimes({ leadTime }: Scenario, count: number, problems: Problem[]): void {
	if (!Array.isArray(leadTime) || leadTime.length === count) return;
	const message = `a list of ${leadTime.length} lead times for ${count} stages`;
	problems.push({ path: ["leadTime"], message, expected: `${count} of them, or one number` });
}

function checkStageTimes({ tick }: Scenario, stages: readonly WrittenStage[], problems: Problem[]): void {
	for (const [index, stage] of stages.entries())
		for (const key of ["leadDays", "transportDays"] as const) {
			const ticks = (stage[key] ?? 0) / tick.days;
			if (ticks <= mostTicks) continue;
			const message = `${stage[key]} days are ${Math.ceil(ticks)} ticks of ${tick.days} days`;
			problems.push({ path: ["stages", index, key], message, expected: `at most ${mostTicks} ticks` });
		}
}

/** What is counted in bits of a genome is no more than it has. */
function checkGenome({ innovation: { loci, epistasis, core } }: Scenario, problems: Problem[]): void {
	const bound = (key: string, value: number, most: number) => {
		const message = `${value} of a genome of ${loci} bits`;
		if (value > most) problems.push({ path: ["innovation", key], message, expected: `at most ${most}` });
	};
	bound("epistasis", epistasis, loci - 1);
	bound("core", core, loci);
}

/** Which options a unit had that is taken back, nobody knows. */
function checkReturns(
	{ returns, network }: Scenario,
	stages: readonly WrittenStage[],
	problems: Problem[],
): void {
	if (!returns) return;
	const optional = stages.findIndex(({ options }) => Object.keys(options ?? {}).length > 0);
	if (optional < 0 && (network?.options ?? 0) === 0) return;
	const path: Path = network ? ["network", "options"] : ["stages", optional, "options"];
	problems.push({
		path,
		message: "options cannot be taken back, and returns are allowed",
		expected: "none, or returns: false",
	});
}

/** Without a lag, end demand is shared by the bill of materials as written. */
function checkSourcing({ sourcing, sharing }: Scenario, problems: Problem[]): void {
	if (!sourcing.on || typeof sharing === "boolean" || sharing.delay === "tier") return;
	problems.push({
		path: ["sharing", "delay"],
		message: "end demand cannot be shared at once where contracts move",
		expected: "tier, or sourcing.on: false",
	});
}

/** Waits that are kept tick by tick, and lives, in ticks. */
function checkWaits({ efficacy, economics, customers, demand, tick }: Scenario, problems: Problem[]): void {
	const bound = (path: Path, inDays: number) => {
		const message = `${inDays} days are ${Math.ceil(inDays / tick.days)} ticks of ${tick.days} days`;
		if (inDays / tick.days > mostWait)
			problems.push({ path, message, expected: `at most ${mostWait} ticks` });
	};
	bound(["efficacy", "promiseDays"], efficacy.promiseDays);
	bound(["economics", "latePayWeeks"], economics.latePayWeeks * 7);
	if (demand.kind === "owners" && customers.lifeWeeks * 7 < tick.days)
		problems.push({
			path: ["customers", "lifeWeeks"],
			message: `${customers.lifeWeeks} weeks are less than a tick of ${tick.days} days`,
			expected: "a life of a tick or more",
		});
}

function checkStages(scenario: Scenario, stages: readonly WrittenStage[]): Problem[] {
	const problems: Problem[] = [];
	const indexOf = new Map<string, number>();
	for (const [index, { name, target }] of stages.entries()) {
		const path: Path = ["stages", index, "name"];
		const first = indexOf.get(name);
		if (isReserved(name)) problems.push({ path, message: `the name ${quote(name)} is reserved` });
		if (first === undefined) indexOf.set(name, index);
		else problems.push({ path, message: `${quote(name)} is already the name of stages[${first}]` });
		if (scenario.ordering.kind === "anchorAndAdjust" && target === undefined)
			problems.push({
				path: ["stages", index, "target"],
				message: "missing",
				expected: "the desired stock that ordering.kind anchorAndAdjust steers to, units",
			});
	}
	for (const [index, { upstream, options }] of stages.entries())
		for (const name of Object.keys(options))
			if (!Object.hasOwn(upstream, name))
				problems.push({
					path: ["stages", index, "options", name],
					key: true,
					message: `${quote(name)} is not in upstream`,
					expected: "a part that upstream names",
					nearest: nearestOf(name, Object.keys(upstream)),
				});
	for (const [index, { upstream }] of stages.entries())
		for (const name of Object.keys(upstream))
			if (!indexOf.has(name))
				problems.push({
					path: ["stages", index, "upstream", name],
					key: true,
					message: `no stage is named ${quote(name)}`,
					nearest: nearestOf(name, indexOf.keys()),
				});
	return problems;
}

/** Cycle and end stages. */
function checkFlows(scenario: Scenario, stages: readonly WrittenStage[]): Problem[] {
	const indexOf = new Map(stages.map(({ name }, index) => [name, index]));
	const arcs = numberArcs(stages);
	const order = buyersFirst(stages.length, arcs);
	if (order.length < stages.length) return [cycleAmong(stages, indexOf, new Set(order))];
	const bought = new Set(arcs.map(({ supplier }) => supplier));
	const ends = [...stages.keys()].filter((index) => !bought.has(index));
	return [...checkEnds(scenario, stages, ends), ...checkOffers(scenario, ends)];
}

function cycleAmong(
	stages: readonly WrittenStage[],
	indexOf: ReadonlyMap<string, number>,
	ordered: ReadonlySet<number>,
): Problem {
	const left = (index: number) => !ordered.has(index);
	const buyer = new Map<number, number>();
	for (const [index, { upstream }] of stages.entries())
		for (const name of Object.keys(upstream)) if (left(index)) buyer.set(indexOf.get(name) as number, index);
	let at = stages.findIndex((_, index) => left(index));
	const met = new Set<number>();
	for (; !met.has(at); at = buyer.get(at) as number) met.add(at);
	const circle = [...met].slice([...met].indexOf(at)).concat(at);
	const names = circle.map((index) => quote(stages[index]?.name ?? "").slice(1, -1));
	const shown = names.length > 14 ? [...names.slice(0, 7), "…", ...names.slice(-6)] : names;
	return {
		path: ["stages", circle[1] ?? at, "upstream", stages[at]?.name ?? ""],
		key: true,
		message: `a cycle in the bill of materials: ${shown.join(" → ")}`,
	};
}

function checkEnds(
	{ demand }: Scenario,
	stages: readonly WrittenStage[],
	ends: readonly number[],
): Problem[] {
	const lacking = ends.filter((index) => stages[index]?.demand === undefined);
	if (lacking.length === 0) return [];
	// In a list in which no stage says its own demand, `demand.mean` is that of the first, if all others serve it.
	if (
		demand.kind !== "owners" &&
		ends.length === 1 &&
		ends[0] === 0 &&
		stages.every((stage) => !stage.demand)
	)
		return [];
	return lacking.map((index) => ({
		path: ["stages", index],
		message: `nobody buys from ${quote(stages[index]?.name ?? "")} and it has no demand`,
		expected: "a demand, or a stage with it in upstream",
	}));
}

/** Every owner weighs the offer of every end stage, or of `customers.offers`: one draw each, of which a tick has so many. */
function checkOffers({ demand, customers }: Scenario, ends: readonly number[]): Problem[] {
	if (demand.kind !== "owners" || (customers.offers ?? ends.length) <= mostOffers) return [];
	const message = `owners choose among ${ends.length} end stages`;
	return [
		{
			path: ["stages"],
			message,
			expected: `at most ${mostOffers} end stages, customers.offers, or another demand.kind`,
		},
	];
}
