// A perfect twin equals perfect information: the sensing code runs, and decides as on the true state.

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { ecosystem, phases } from "../../agents/ecosystem.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import { senseCapacity } from "../../agents/sense-capacity.js";
import { readMacro } from "../../agents/sense-macro.js";
import { senseComponents, senseFinished } from "../../agents/twin.js";
import { links } from "../../engine/network/network.js";
import type { Step } from "../../engine/schedule/model.js";
import { step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { go, worldOf } from "./worlds.js";

const physical = ["links", "hidden", "open"];
const free = [
	"twin.cost.perStageWeek=0",
	"twin.cost.perMessage=0",
	"twin.cost.setUp=0",
	"sustainability.twinEnergy=0",
	"sustainability.messageEnergy=0",
	"lifecycle.storagePerGbMonth=0",
	"lifecycle.recoveredByData=0",
];

/** In place of sensing: what decisions read is the truth itself. */
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
const stocks: [Step, Step][] = [
	[senseFinished, readTruth],
	[senseComponents, readTrueComponents],
];
const levels: [Step, Step][] = [
	[senseCapacity, readTrueCapacity],
	[readMacro, readTrueMacro],
];
/** The model with other steps in place of these. */
const knowing = (truths: readonly [Step, Step][]) => ({
	phases: phases.map((phase) => ({
		...phase,
		steps: phase.steps.map((step) => truths.find(([sensing]) => sensing === step)?.[1] ?? step),
	})),
});
const omniscient = knowing(stocks);

/** Every series is sensed, and some decision reads it; z does not pass, so that who knows z knows what lasts of it. */
const allSenses = [
	"applications.usePrediction=true",
	"applications.reviewEvery=4",
	"customers.adoption.innovation=5",
	"customers.failureScaleWeeks=20",
	"customers.lifeWeeks=60",
	"forecast.kind=macro",
	"macro.noise=0",
	"modules.size=8",
	"planning.kind=greedy",
	"servitization.stage=2",
	"servitization.prevention.detection=0",
	...["capacity", "macro", "condition"].map((name) => `twin.senses.${name}=true`),
];

describe("a perfect twin of every series", () => {
	const world = (...sets: string[]) => worldOf("plain bulldozer", [...allSenses, ...free, ...sets]);

	it("gives the physical hash of decisions on the true state", () => {
		const sensed = go(world("twin.preset=perfect"), 156);
		const told = go(
			world("twin.preset=perfect", "twin.senses.condition=false"),
			156,
			knowing([...stocks, ...levels]),
		);
		expect(hash(sensed, physical)).toBe(hash(told, physical));
		expect(hash(sensed)).not.toBe(hash(told));
	});

	// Stocks without hidden losses are known by the books: what differs is the one series that is sensed.
	const lossless = ["hidden.finishedLoss=0", "hidden.componentLoss=0"];
	const only = (series: string) =>
		["capacity", "macro", "condition"].map((name) => `twin.senses.${name}=${name === series}`);

	it.each(["capacity", "macro", "condition"])("matters: without a twin %s makes another run", (series) => {
		const [perfect, none] = ["perfect", "none"].map((preset) =>
			hash(go(world(...lossless, ...only(series), `twin.preset=${preset}`), 104), physical),
		);
		expect(perfect).not.toBe(none);
	});

	it.each([
		["capacity", "lag=1"],
		["capacity", "noise=0.01"],
		["capacity", "loss=0.05"],
		["capacity", "period=3"],
		["macro", "lag=1"],
		["macro", "noise=0.01"],
		["macro", "loss=0.05"],
		["macro", "period=2"],
		["condition", "lag=9"],
		["condition", "noise=0.1"],
		["condition", "loss=0.5"],
		["condition", "period=9"],
	])("is perfect only without fault: %s, %s", (series, fault) => {
		const sets = [...lossless, ...only(series), "twin.preset=perfect"];
		const [perfect, faulty] = [[], [`twin.${fault}`]].map((more) =>
			hash(go(world(...sets, ...more), 104), physical),
		);
		expect(faulty).not.toBe(perfect);
	});

	it("that only observes leaves the physical world as it is without a twin", () => {
		const none = go(world(), 104);
		const observing = go(world("twin.preset=standard", "twin.authority=observe"), 104);
		expect(hash(observing, physical)).toBe(hash(none, physical));
	});

	it("hours at work that are not sensed are the usual ones to plans", () => {
		const none = go(world("twin.senses.capacity=true"), 104);
		const usual = go(world("twin.senses.capacity=false"), 104);
		expect(hash(none, physical)).toBe(hash(usual, physical));
	});
});

describe("a perfect twin", () => {
	it("gives the physical hash of decisions on the true state", () => {
		const sensed = go(worldOf("plain bulldozer", ["twin.preset=perfect", ...free]), 156);
		const told = go(worldOf("plain bulldozer", ["twin.preset=perfect", ...free]), 156, omniscient);
		expect(hash(sensed, physical)).toBe(hash(told, physical));
		expect(hash(sensed)).not.toBe(hash(told)); // the estimates were kept by one of them only
	});

	it.each([
		["coverage", "twin.coverage=0.9"],
		["lag", "twin.lag=1"],
		["noise", "twin.noise=0.01"],
		["loss", "twin.loss=0.05"],
		["drift", "twin.drift=0.2"],
		["period", "twin.period=2"],
	])("is perfect only without fault: %s", (_, fault) => {
		const sensed = go(worldOf("plain bulldozer", ["twin.preset=perfect", ...free, fault]), 156);
		const told = go(worldOf("plain bulldozer", ["twin.preset=perfect", ...free]), 156, omniscient);
		expect(hash(sensed, physical)).not.toBe(hash(told, physical));
	});

	it("that only observes leaves the physical world as it is without a twin", () => {
		const none = go(worldOf("plain bulldozer", free), 104);
		const observing = go(
			worldOf("plain bulldozer", ["twin.preset=standard", "twin.authority=observe", ...free]),
			104,
		);
		expect(hash(observing, physical)).toBe(hash(none, physical));
		const { estimate, books } = columns(observing, manufacturer);
		expect([...estimate]).not.toEqual([...books]);
	});

	it.each(["onChange", "onDemand"])("is as good if it sends only %s, without a deadband", (when) => {
		const sets = ["twin.preset=perfect", `twin.synchronization=${when}`, "twin.deadband=0", ...free];
		const world = worldOf("plain bulldozer", sets);
		for (let t = 0; t < 104; t++) {
			step(world, ecosystem);
			const { believed, finished, sent } = columns(world, manufacturer);
			expect([...believed]).toEqual([...finished]);
			// What the books tell too is not sent.
			if (when === "onChange" && t > 0) expect(sent.some((one) => one === 0)).toBe(true);
		}
	});

	it("without hidden processes the books are as good", () => {
		const sets = ["hidden.finishedLoss=0", "hidden.componentLoss=0", ...free];
		const none = go(worldOf("plain bulldozer", sets), 104);
		const perfect = go(worldOf("plain bulldozer", ["twin.preset=perfect", ...sets]), 104);
		expect(hash(perfect, physical)).toBe(hash(none, physical));
	});
});
