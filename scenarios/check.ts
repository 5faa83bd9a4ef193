// What must hold between the parts of a scenario: names, the bill of materials, who asks for what, sizes.

import { type Path, type Problem, quote } from "./fault.js";
import { nearestOf } from "./nearest.js";
import { isReserved } from "./read-yaml.js";
import type { Scenario } from "./schema.js";

type Stage = Exclude<Scenario["stages"], number>[number];

const mostUnits = 1e8;
const mostCents = Number.MAX_SAFE_INTEGER;
const mostTicks = 5200;

/** The problems of a scenario whose parts are right each for itself. */
export function check(scenario: Scenario): Problem[] {
	const { stages, efficacy } = scenario;
	const problems = typeof stages === "number" ? checkChain(scenario) : checkStages(scenario, stages);
	checkLeadTimes(scenario, problems);
	if (Object.values(efficacy.weights).every((weight) => weight === 0))
		problems.push({ path: ["efficacy", "weights"], message: "every weight is 0", expected: "one above 0" });
	return problems;
}

function checkChain({ ordering }: Scenario): Problem[] {
	if (ordering.kind !== "anchorAndAdjust") return [];
	const message = "anchorAndAdjust needs the target of each stage";
	return [{ path: ["ordering", "kind"], message, expected: "stages as a list, each with its target" }];
}

function checkLeadTimes({ stages, leadTime, tick }: Scenario, problems: Problem[]): void {
	const count = typeof stages === "number" ? stages : stages.length;
	if (Array.isArray(leadTime) && leadTime.length !== count) {
		const message = `a list of ${leadTime.length} lead times for ${count} stages`;
		problems.push({ path: ["leadTime"], message, expected: `${count} of them, or one number` });
	}
	if (typeof stages === "number") return;
	for (const [index, stage] of stages.entries())
		for (const key of ["leadDays", "transportDays"] as const) {
			const ticks = (stage[key] ?? 0) / tick.days;
			if (ticks <= mostTicks) continue;
			const message = `${stage[key]} days are ${Math.ceil(ticks)} ticks of ${tick.days} days`;
			problems.push({ path: ["stages", index, key], message, expected: `at most ${mostTicks} ticks` });
		}
}

function checkStages(scenario: Scenario, stages: readonly Stage[]): Problem[] {
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
	for (const [index, { upstream }] of stages.entries())
		for (const name of Object.keys(upstream))
			if (!indexOf.has(name))
				problems.push({
					path: ["stages", index, "upstream", name],
					key: true,
					message: `no stage is named ${quote(name)}`,
					nearest: nearestOf(name, indexOf.keys()),
				});
	if (problems.length > 0) return problems;
	return checkFlows(scenario, stages, indexOf);
}

/** Cycle, end stages, units and money per tick: all from one order of the stages, buyers before suppliers. */
function checkFlows(
	scenario: Scenario,
	stages: readonly Stage[],
	indexOf: ReadonlyMap<string, number>,
): Problem[] {
	const suppliers = stages.map(({ upstream }) =>
		Object.entries(upstream).map(([name, quantity]) => ({ index: indexOf.get(name) as number, quantity })),
	);
	const waiting = new Array<number>(stages.length).fill(0);
	for (const arcs of suppliers) for (const { index } of arcs) waiting[index] = (waiting[index] ?? 0) + 1;
	const ends = stages.flatMap((_, index) => (waiting[index] === 0 ? [index] : []));
	const order = [...ends];
	for (const index of order)
		for (const arc of suppliers[index] ?? []) {
			waiting[arc.index] = (waiting[arc.index] ?? 0) - 1;
			if (waiting[arc.index] === 0) order.push(arc.index);
		}
	if (order.length < stages.length) return [cycleAmong(stages, indexOf, waiting)];
	const problems = checkEnds(scenario, stages, ends);
	if (problems.length > 0) return problems;
	const units = unitsPerTick(scenario, stages, ends);
	for (const index of order)
		for (const arc of suppliers[index] ?? [])
			units[arc.index] = (units[arc.index] ?? 0) + (units[index] ?? 0) * arc.quantity;
	const tooMany = order.find((index) => !((units[index] ?? 0) <= mostUnits));
	if (tooMany !== undefined) {
		const message = `${quote(stages[tooMany]?.name ?? "")} would make ${units[tooMany]?.toPrecision(3)} units per tick`;
		return [{ path: ["stages", tooMany], message, expected: `at most ${mostUnits}` }];
	}
	return checkMoney(scenario, stages, units);
}

function cycleAmong(
	stages: readonly Stage[],
	indexOf: ReadonlyMap<string, number>,
	waiting: number[],
): Problem {
	const left = (index: number) => (waiting[index] ?? 0) > 0;
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

function checkEnds({ demand }: Scenario, stages: readonly Stage[], ends: readonly number[]): Problem[] {
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

/** Customers' demand of each stage, units per tick; suppliers' needs are not yet in it. */
function unitsPerTick(
	{ demand, customers, tick }: Scenario,
	stages: readonly Stage[],
	ends: readonly number[],
) {
	const units = stages.map((stage) => (stage.demand?.meanPerDay ?? 0) * tick.days);
	const total = units.reduce((sum, each) => sum + each, 0);
	const end = ends[0];
	if (total === 0 && end !== undefined) units[end] = Math.max(demand.mean, demand.stepTo);
	if (demand.kind === "step") return units.map((each) => (each > 0 ? Math.max(each, demand.stepTo) : 0));
	if (demand.kind !== "owners") return units;
	const dying = (customers.owners / customers.lifeWeeks) * (tick.days / 7);
	return units.map((each) => (dying * each) / total);
}

/** All money is exact only while it stays below 2^53 cents. */
function checkMoney(
	{ economics, ticks }: Scenario,
	stages: readonly Stage[],
	units: readonly number[],
): Problem[] {
	const perTick = stages.reduce((sum, { cost }, index) => sum + cost * (units[index] ?? 0), 0);
	if (stages.every(({ cost }) => cost === 0))
		return [
			{ path: ["stages"], message: "every stage costs 0", expected: "a cost above 0 in one stage at least" },
		];
	if (perTick * (1 + economics.markup) * 100 * ticks < mostCents) return [];
	const message = `sales of about ${perTick.toPrecision(3)} $ per tick over ${ticks} ticks exceed 2^53 cents`;
	return [{ path: ["stages"], message, expected: "smaller costs or demands" }];
}
