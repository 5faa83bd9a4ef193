// Small changes of an organization: a maker moves, two modules join, one falls apart, a boundary parameter is drawn anew.

import type { EcosystemParameters } from "../../agents/parameters.js";
import type { Sequence } from "../../engine/random/sequence.js";
import { boundaryNames, type Organization } from "../organization/organization.js";
import { boundaryAt, type Limits, type Searched, withinLimits } from "./space.js";

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
	const changed = { ...boundaries, [name]: value };
	const channel = name.replace(/(Low|High)$/, "");
	const low = `${channel}Low` as const;
	const high = `${channel}High` as const;
	if (name.endsWith("Low") && value > (boundaries[high as typeof name] ?? 1))
		return { moduleOf, boundaries: { ...changed, [high]: value } };
	if (name.endsWith("High") && value < (boundaries[low as typeof name] ?? 0))
		return { moduleOf, boundaries: { ...changed, [low]: value } };
	return { moduleOf, boundaries: changed };
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
	return modules ? { ...made, moduleOf: withinLimits(made.moduleOf, parameters, limits) } : made;
}
