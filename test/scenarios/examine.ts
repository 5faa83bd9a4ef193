// A scenario at random, put to the proof: refused in words, or run without a cent, a unit or a number lost.

import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { agendaOf, intervene } from "../../engine/schedule/intervention.js";
import { run } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import type { World } from "../../engine/world/world.js";
import { runSpec } from "../../scenarios/build.js";
import { BadInput } from "../../scenarios/fault.js";
import { parseScenario } from "../../scenarios/parse.js";
import type { Scenario } from "../../scenarios/schema.js";
import { dividedStep, randomDivision } from "../engine/divisions.js";
import type { Written } from "./any-scenario.js";

/** The scenario, or the faults for which it is refused. @throws if these do not say where, and what is wrong. */
export function readOrRefused(written: Written): Scenario | BadInput {
	try {
		return parseScenario(JSON.stringify(written), "any.yaml");
	} catch (error) {
		if (!(error instanceof BadInput)) throw error;
		for (const { path, message } of error.faults)
			if (!path || message === "") throw new Error(`a fault without a place or a message: ${error.message}`);
		return error;
	}
}

/** Where Infinity means never. */
const never = new Set(["customer.threshold"]);

/** The columns that hold what is no number. */
function unsoundColumns({ columns, layout }: World): string[] {
	return layout.columns
		.filter(({ table, name, type }) => {
			const values = columns[table]?.[name];
			const sound = never.has(`${table}.${name}`) ? (x: number) => !Number.isNaN(x) : Number.isFinite;
			return (type === "f32" || type === "f64") && !values?.every(sound);
		})
		.map(({ table, name }) => `${table}.${name}`);
}

/**
 * Runs it twice, over rows in one piece and in pieces at random.
 * @returns what is wrong, in words; nothing if all is well
 */
export function faultsOfRun(scenario: Scenario, seed: string): string[] {
	const { ticks, interventions = [], parameters: given } = runSpec(scenario, { seed });
	const parameters = given as EcosystemParameters;
	const world = ecosystem.build(parameters, seed);
	const agenda = agendaOf(interventions);
	const divide = randomDivision(seed.length + ticks);
	for (let tick = 0; tick < ticks; tick++) {
		intervene(world, agenda, tick);
		dividedStep(world, ecosystem.phases, divide);
		const { goods, money } = audit(world);
		if (goods !== 0 || money !== 0) return [`tick ${tick}: ${goods} units and ${money} cents are lost`];
		const unsound = unsoundColumns(world);
		if (unsound.length > 0) return [`tick ${tick}: no numbers in ${unsound.join(", ")}`];
	}
	const whole = run({ model: ecosystem, parameters, seed, ticks, interventions });
	if (hash(whole.world) !== hash(world)) return ["another division of rows, another hash"];
	const { recording } = whole;
	const series = recording.series
		.filter(({ values }) => !values.every(Number.isFinite))
		.map(({ name }) => name);
	if (series.length > 0) return [`no numbers in the series ${series.join(", ")}`];
	return (ecosystem.outcomes?.(recording, parameters, whole.world) ?? []).flatMap(
		({ name, value, range }) => {
			const [, least = range === "any" ? -Infinity : 0, most = Infinity] =
				/^(-?[\d.]+)\.\.([\d.]+)$/.exec(range ?? "") ?? [];
			const within = value >= Number(least) - 1e-9 && value <= Number(most) + 1e-9 && Number.isFinite(value);
			return within ? [] : [`the outcome ${name} is ${value}, not ${range}`];
		},
	);
}
