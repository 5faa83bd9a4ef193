// A perfect twin equals perfect information: the sensing code runs, and decides as on the true state.

import { describe, expect, it } from "vitest";
import { ecosystem } from "../../agents/ecosystem.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { step } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { columns } from "../../engine/world/world.js";
import { free, omniscient, physical } from "../../scenarios/limiting-cases/perfect-information.js";
import { go, worldOf } from "./worlds.js";

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
