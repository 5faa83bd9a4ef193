// Who proposes organizations: J with small changes of the best; chance; genetic-js; Leiden. Each asks for generations and is told gains.

import type { EcosystemParameters } from "../../agents/parameters.js";
import { pow } from "../../engine/math/index.js";
import { sequence } from "../../engine/random/sequence.js";
import { purpose } from "../../engine/random/stream.js";
import { openMinimizer } from "../../optimizers/minimize.js";
import type { Edges } from "../../optimizers/partition/edges.js";
import type { Organization } from "../organization/organization.js";
import { EFFORT } from "./kappa-ladder.js";
import type { Limits } from "./limits.js";
import { changed } from "./moves.js";
import { RACE_KEYS, type Raced } from "./race.js";
import { guidedSpace, plainSpace, type Searched, type Space } from "./space.js";

/** Yields generations and goes on with what each of them gained; it ends when it has nothing more to propose. */
export type Proposals = AsyncGenerator<readonly Organization[], void, readonly Raced[]>;

export interface Searching {
	readonly parameters: EcosystemParameters;
	readonly graph: Required<Edges>;
	readonly searched: Searched;
	readonly limits: Limits;
	readonly seed: string;
	/** The scenario's own organization; where it breaks the limits, with modules made to keep to them. */
	readonly start: Organization;
}

/** Organizations in a generation; of a guided one, those that CMA-ES asks for and those near the best. */
export const GENERATION = 16;
const OF_STRATEGY = 10;
const NEAR_BEST = GENERATION - OF_STRATEGY;

const NEARBY = purpose("optimize: changes of the best");
const RANDOM = purpose("optimize: random search");

/** CMA-ES over kappa of J and the boundaries, beside small changes of the best that has run on every key. */
export async function* guided(searching: Searching): Proposals {
	const { parameters, graph, searched, limits, seed, start } = searching;
	const space = guidedSpace(parameters, graph, searched, limits);
	const strategy = openMinimizer({
		method: "cma-es",
		bounds: unitBox(space),
		initial: space.start,
		sigma: 0.3,
		seed,
		budget: Number.MAX_SAFE_INTEGER,
		populationSize: OF_STRATEGY,
	});
	const draws = sequence(seed, NEARBY);
	let best = { organization: start, gain: 0 };
	for (;;) {
		const points = await strategy.ask();
		const near = Array.from({ length: NEAR_BEST }, () =>
			changed(best.organization, parameters, draws, searched, limits),
		);
		const raced = yield [...points.map(space.organizationAt), ...near];
		strategy.tell(raced.slice(0, points.length).map(({ gain }) => -gain));
		for (const { candidate, gain, keys } of raced)
			if (keys === RACE_KEYS && gain > best.gain) best = { organization: candidate.organization, gain };
	}
}

/** Uniform in the box, without J. */
export async function* randomly({ parameters, searched, limits, seed }: Searching): Proposals {
	const space = plainSpace(parameters, searched, limits);
	const draws = sequence(seed, RANDOM);
	for (;;)
		yield Array.from({ length: GENERATION }, () =>
			space.organizationAt(Array.from({ length: space.dimension }, () => draws.uniform())),
		);
}

/** genetic-js alone, without J, on two islands. */
export async function* genetically({ parameters, searched, limits, seed }: Searching): Proposals {
	const space = plainSpace(parameters, searched, limits);
	const breeder = openMinimizer({
		method: "genetic",
		bounds: unitBox(space),
		seed,
		budget: Number.MAX_SAFE_INTEGER,
		populationSize: GENERATION / 2,
		islands: 2,
	});
	for (;;) {
		const points = await breeder.ask();
		if (points.length === 0) return;
		const raced = yield points.map(space.organizationAt);
		breeder.tell(raced.map(({ gain }) => -gain));
	}
}

/** Partitions of the flows by modularity, at resolutions from coarse to fine, each once; boundaries stay as they are. */
export async function* byModularity({ graph, limits, start }: Searching): Proposals {
	const undirected = { ...graph, directed: false };
	const resolutions = Array.from({ length: GENERATION }, (_, k) => pow(2, k / 3 - 2));
	yield resolutions.map((resolution) => ({
		moduleOf: limits.partition({ ...undirected, resolution, effort: EFFORT }),
		boundaries: start.boundaries,
	}));
}

const unitBox = ({ dimension }: Space) => Array.from({ length: dimension }, () => [0, 1] as const);
