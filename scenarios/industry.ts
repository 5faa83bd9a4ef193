// An industry of any size: families of makers in five tiers, the owners of their machines and the firms that serve
// them. Everything grows with the number of customers alike: 20 makers, 35 supply links and 2 service firms per thousand.

import type { EcosystemParameters } from "../agents/parameters.js";
import { ecosystemParameters } from "./build.js";
import { type Scenario, type ScenarioInput, scenarioSchema } from "./schema.js";

/** Customers to a family of makers. */
const CUSTOMERS = 5000;
/** The tiers of a family from the customer up: makers, what each adds to a unit in $, and how many suppliers each has. */
const tiers = [
	{ makers: 5, cost: 8000, suppliers: 4 },
	{ makers: 15, cost: 4000, suppliers: 3 },
	{ makers: 25, cost: 1500, suppliers: 2 },
	{ makers: 30, cost: 600, suppliers: 2 },
	{ makers: 25, cost: 200, suppliers: 0 },
] as const;
/** Sellers whose offers a customer compares. */
const OFFERS = 4;
/** Items of a tier of a family; makers of the same can take each other's place. */
const ITEMS = 4;

type StageInput = Exclude<NonNullable<ScenarioInput["stages"]>, number>[number];

const nameOf = (family: number, tier: number, maker: number) => `F${family} T${tier + 1} M${maker}`;

/**
 * The makers of a family. Suppliers have several buyers, since they are dealt round; the last tier also works for the
 * family before, which makes one network of all. Costs and lead times vary from maker to maker.
 */
function stagesOf(family: number, families: number, all: boolean): StageInput[] {
	return tiers.flatMap(({ makers, cost, suppliers }, tier) =>
		Array.from({ length: makers }, (_, maker): StageInput => {
			const choice = tiers[tier + 1]?.makers ?? 1;
			const upstream = Array.from({ length: suppliers }, (_, k): [string, number] => {
				const abroad = tier === tiers.length - 2 && k === 1 ? 1 : 0;
				const supplier = (maker * suppliers + k) % choice;
				const quantity = (maker + k) % 5 === 4 ? 2 : 1;
				return [nameOf((family + abroad) % families, tier + 1, supplier), quantity];
			});
			return {
				name: nameOf(family, tier, maker),
				cost: cost * (0.9 + 0.05 * ((maker + family) % 5)),
				leadDays: 7 * (1 + (maker % 3)),
				quality: 0.4 + 0.05 * ((2 * maker + family) % 5),
				upstream: Object.fromEntries(upstream),
				...(all && itemOf(family, tier, maker, upstream)),
				// Owners make the mean; deviation² = mean, as Poisson demand has it.
				...(tier === 0 && { demand: { meanPerDay: 1, sdPerDay: 1 } }),
			};
		}),
	);
}

/** What a maker makes, and which of its parts half of the variants have: the last of an end product's. */
function itemOf(
	family: number,
	tier: number,
	maker: number,
	upstream: readonly [string, number][],
): Partial<StageInput> {
	if (tier > 0) return { item: `F${family} T${tier + 1} I${maker % ITEMS}` };
	return { options: Object.fromEntries(upstream.slice(-1).map(([part]) => [part, 0.5])) };
}

/** Everything that can go on beside making and selling, as in the flagships. */
const everything = (families: number): Partial<ScenarioInput> => ({
	economics: { capacity: 1.6, hiringPerWeek: 0.05 },
	twin: { preset: "standard", senses: { capacity: true, macro: true, condition: true } },
	// Another maker for each contract.
	sourcing: { on: true, others: 1 },
	market: { kind: "buyer", variants: 4 },
	forecast: { kind: "exponential", alpha: 0.1, closedLoop: true },
	modules: { size: 5, overhead: 0.1 },
	cloud: { stage: "pooledModule" },
	planning: { kind: "greedy" },
	boundaries: { on: true },
	innovation: { on: true },
	// Who founds a firm looks for an empty place for two years.
	dynamics: { insolvency: "exit", entryPerYear: 0.5 },
	servitization: { stage: 1.5 },
	applications: { useAssociation: true, usePrediction: true, useClustering: true },
	services: {
		mode: "customerOriented",
		maintenance: { firms: 6 * families },
		logistics: { firms: 2 * families },
		design: { firms: families, hoursPerJob: 20, price: 0.05, capacity: 0.1 },
		data: { firms: families },
		recycling: { firms: families },
	},
});

/**
 * An industry with so many customers; makers and service firms come in whole families of 5,000 customers, at least one.
 * Machines, wages, losses and the macro factor are those of the bulldozer; its stocks are seen by the standard twin. With `all`,
 * so are all mechanisms of the model on that are so in a flagship, and twins sense all they can.
 */
export function industryScenario(owners: number, ticks: number, all: boolean): Scenario {
	const families = Math.max(1, Math.floor(owners / CUSTOMERS));
	return scenarioSchema.parse({
		name: "industry",
		ticks,
		stages: Array.from({ length: families }, (_, family) => stagesOf(family, families, all)).flat(),
		demand: { kind: "owners" },
		customers: { owners, offers: OFFERS, ...(all && { peers: 6, renownWeight: 0.9 }) },
		macro: { sd: 0.1, rho: 0.9, noise: 0.135 },
		forecast: { kind: "exponential", alpha: 0.1 },
		sharing: { weight: 0.1, delay: "tier" },
		twin: { preset: "standard" },
		services: { maintenance: { firms: 8 * families }, logistics: { firms: 2 * families } },
		...(all && everything(families)),
	} satisfies ScenarioInput);
}

/** Its parameters for the model. */
export const industry = (owners: number, ticks: number, all = false): EcosystemParameters =>
	ecosystemParameters(industryScenario(owners, ticks, all), ticks);
