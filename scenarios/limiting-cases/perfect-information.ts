// Perfect information: whoever decides reads the truth itself. A perfect twin is as good, bit for bit.

import { accounts } from "../../agents/accounts.js";
import { ecosystem, phases } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { senseCapacity } from "../../agents/sense-capacity.js";
import { readMacro } from "../../agents/sense-macro.js";
import { senseComponents, senseFinished } from "../../agents/twin.js";
import { links } from "../../engine/network/network.js";
import type { Model, Step } from "../../engine/schedule/model.js";
import { step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { type LimitingCase, plain, worldOf } from "./limiting-case.js";

/** Groups of columns of the physical world. */
export const physical: readonly string[] = ["links", "hidden", "open"];

/** Twins that cost nothing, and whose data is worth nothing else. */
export const free: readonly string[] = [
	"twin.cost.perStageWeek=0",
	"twin.cost.perMessage=0",
	"twin.cost.setUp=0",
	"sustainability.twinEnergy=0",
	"sustainability.messageEnergy=0",
	"lifecycle.storagePerGbMonth=0",
	"lifecycle.recoveredByData=0",
];

/** In place of sensing: what decisions read is the truth. */
const readTruth: Step = (world, from, to) => {
	const { finished, believed, believedVariance } = columns(world, manufacturer);
	for (let i = from; i < to; i++) {
		believed[i] = finished[i];
		believedVariance[i] = 0;
	}
};
const readTrueComponents: Step = (world, from, to) => {
	const { offsets, components, believed, believedVariance } = links(world, supply);
	for (let e = offsets[from]; e < offsets[to]; e++) {
		believed[e] = components[e];
		believedVariance[e] = 0;
	}
};
const readTrueCapacity: Step = (world, from, to) => {
	const { atWork, believedAtWork } = columns(world, manufacturer);
	for (let i = from; i < to; i++) believedAtWork[i] = atWork[i];
};
const readTrueMacro: Step = (world, from, to) => {
	const { macro } = columns(world, accounts);
	columns(world, manufacturer).believedMacro.fill(macro[0], from, to);
};

/** Steps of sensing, and what reads the truth in their place. */
type Truths = readonly (readonly [sensing: Step, truth: Step])[];
export const stocks: Truths = [
	[senseFinished, readTruth],
	[senseComponents, readTrueComponents],
];
export const levels: Truths = [
	[senseCapacity, readTrueCapacity],
	[readMacro, readTrueMacro],
];

/** The model with these steps in place of those. */
export const knowing = (truths: Truths): Pick<Model, "phases"> => ({
	phases: phases.map((phase) => ({
		...phase,
		steps: phase.steps.map((step) => truths.find(([sensing]) => sensing === step)?.[1] ?? step),
	})),
});
export const omniscient = knowing(stocks);

const TICKS = 156;

/** What the physical world comes to. */
function fate(model: Pick<Model, "phases">): string {
	const world = worldOf({ scenario: "bulldozer", sets: [...plain, "twin.preset=perfect", ...free] });
	for (let t = 0; t < TICKS; t++) step(world, model);
	return hash(world, physical);
}

export const perfectInformation: readonly LimitingCase[] = [
	{
		name: "bulldozer: a perfect twin and decisions on the true state: hashes of the physical world",
		expected: 1,
		tolerance: 0,
		source: "§4.4: K = 1 and x^ = x bit for bit",
		runs: [],
		find: () => new Set([fate(ecosystem), fate(omniscient)]).size,
	},
];
