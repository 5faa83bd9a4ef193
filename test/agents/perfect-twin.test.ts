// A perfect twin equals perfect information: the sensing code runs, and decides as on the true state.

import { describe, expect, it } from "vitest";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import {
	free,
	knowing,
	levels,
	omniscient,
	physical,
	stocks,
} from "../../scenarios/limiting-cases/perfect-information.js";
import { go, worldOf } from "./worlds.js";

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
