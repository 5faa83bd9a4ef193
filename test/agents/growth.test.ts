// Growth: sellers become known by what they deliver, hours follow demand, and nothing leaks (§4.3, §4.6).

import { describe, expect, it } from "vitest";
import { audit } from "../../agents/audit.js";
import { manufacturer } from "../../agents/manufacturer.js";
import { columns, type World } from "../../engine/world/world.js";
import { go, rivals, worldOf } from "./worlds.js";

const hiring = ["economics.hiringPerWeek=0.02", "customers.renownWeight=0.9"];
const makers = (world: World) => columns(world, manufacturer);

describe("hiring", () => {
	it("moves hours by two hundredths a week at most, towards 1.3 times what the forecast takes", () => {
		const world = go(worldOf("bulldozer", ["customers.owners=2000", ...hiring]), 30);
		for (let t = 0; t < 50; t++) {
			const before = makers(world).contractedHours.slice();
			go(world, 1);
			const { contractedHours, forecast, hoursPerUnit } = makers(world);
			contractedHours.forEach((hours, i) => {
				const goal = 1.3 * (forecast[i] as number) * (hoursPerUnit[i] as number);
				const was = before[i] as number;
				expect(Math.abs(hours - was)).toBeLessThanOrEqual(0.02 * was + 1e-9);
				expect(Math.abs(hours - goal)).toBeLessThanOrEqual(Math.abs(was - goal));
			});
		}
	});

	it("does not happen without its rate: hours under contract stay", () => {
		const world = worldOf("bulldozer", ["customers.owners=2000", "customers.renownWeight=0.9"]);
		const before = makers(world).contractedHours.slice();
		expect(makers(go(world, 60)).contractedHours).toEqual(before);
	});

	it("keeps goods and money to the last unit and cent, also where makers close and come back", () => {
		const world = worldOf(rivals, hiring);
		let closed = 0;
		for (let t = 0; t < 120; t++) {
			go(world, 1);
			expect(audit(world)).toEqual({ goods: 0, money: 0 });
			closed += makers(world).closed.reduce((sum, one) => sum + one, 0);
		}
		expect(closed).toBeGreaterThan(0);
	});
});

describe("renown", () => {
	it("is what a seller delivered over what is usual, of about a quarter, and draws customers", () => {
		const city = ["network.branching=3", "customers.owners=4000"];
		const usual = worldOf("fractal-city", [...city, "customers.renownWeight=0"]);
		const known = worldOf("fractal-city", [...city, "customers.renownWeight=0.9"]);
		for (const world of [usual, known]) {
			const { renown, tier } = makers(world);
			renown.forEach((_, i) => {
				if (tier[i] === 1) renown[i] = i % 2 === 0 ? 2 : 0.5;
			});
		}
		let [ofUsual, ofKnown] = [0, 0];
		for (let t = 0; t < 26; t++) {
			go(usual, 1);
			go(known, 1);
			const orders = (world: World) =>
				makers(world).marketOrders.reduce((sum, one, i) => sum + (i % 2 === 0 ? one : 0), 0) /
				makers(world).marketOrders.reduce((sum, one) => sum + one, 0);
			ofUsual += orders(usual) / 26;
			ofKnown += orders(known) / 26;
		}
		expect(ofKnown - ofUsual).toBeGreaterThan(0.1);
	});
});
