// Small changes of an organization: a maker moves, two modules join, one falls apart, a boundary parameter is drawn anew.

import type { EcosystemParameters } from "../../agents/parameters.js";
import type { Sequence } from "../../engine/random/sequence.js";
import { type BoundaryName, boundaryNames, type Organization } from "../organization/organization.js";
import type { Limits } from "./limits.js";
import { boundaryAt, type Searched } from "./space.js";

type Change = (organization: Organization, parameters: EcosystemParameters, draws: Sequence) => Organization;

const freeModule = (moduleOf: readonly number[]) => 1 + moduleOf.reduce((most, m) => Math.max(most, m), 0);

/** One maker goes over a supply link into the module at its other end, or leaves to be alone. */
const moveMaker: Change = ({ moduleOf, boundaries }, { arcs }, draws) => {
	const alone = arcs.length === 0 || draws.below(4) === 0;
	const { buyer, supplier } = alone ? { buyer: 0, supplier: 0 } : arcs[draws.below(arcs.length)];
	const [from, to] = draws.below(2) === 0 ? [buyer, supplier] : [supplier, buyer];
	const maker = alone ? draws.below(moduleOf.length) : from;
	return { moduleOf: moduleOf.with(maker, alone ? freeModule(moduleOf) : moduleOf[to]), boundaries };
};

const joinModules: Change = ({ moduleOf, boundaries }, _, draws) => {
	const [a, b] = [moduleOf[draws.below(moduleOf.length)], moduleOf[draws.below(moduleOf.length)]];
	return { moduleOf: moduleOf.map((m) => (m === a ? b : m)), boundaries };
};

/** About half of a module's makers leave it together. */
const splitModule: Change = ({ moduleOf, boundaries }, _, draws) => {
	const torn = moduleOf[draws.below(moduleOf.length)];
	const free = freeModule(moduleOf);
	return { moduleOf: moduleOf.map((m) => (m === torn && draws.below(2) === 0 ? free : m)), boundaries };
};

/** One parameter, and the other end of b where the two would change places. */
const drawBoundary: Change = ({ moduleOf, boundaries }, _, draws) => {
	const name = boundaryNames[draws.below(boundaryNames.length)];
	const value = boundaryAt(name, draws.uniform());
	const drawn = { ...boundaries, [name]: value };
	const [, channel, end] = /^(.*)(Low|High)$/.exec(name) ?? [];
	const other = `${channel}${end === "Low" ? "High" : "Low"}` as BoundaryName;
	const crossed =
		(end === "Low" && value > (boundaries[other] ?? 1)) ||
		(end === "High" && value < (boundaries[other] ?? 0));
	return { moduleOf, boundaries: crossed ? { ...drawn, [other]: value } : drawn };
};

/** One change, of a kind by chance, within the limits. */
export function changed(
	organization: Organization,
	parameters: EcosystemParameters,
	draws: Sequence,
	{ modules, boundaries }: Searched,
	limits: Limits,
): Organization {
	const kinds = [
		...(modules ? [moveMaker, moveMaker, joinModules, splitModule] : []),
		...(boundaries ? [drawBoundary, drawBoundary, drawBoundary] : []),
	];
	const made = kinds[draws.below(kinds.length)](organization, parameters, draws);
	return modules ? { ...made, moduleOf: limits.within(made.moduleOf) } : made;
}
