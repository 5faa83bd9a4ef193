// Adoption of services: S-shaped, from peers where there are any, else from all (Bass 1969).

import { describe, expect, it } from "vitest";
import { accounts } from "../../agents/accounts.js";
import { customer, peers } from "../../agents/customer.js";
import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { go, worldOf } from "./worlds.js";

const world = (...sets: string[]) =>
	worldOf("plain bulldozer", ["tick.days=73", "customers.lifeWeeks=1000", ...sets]);
const adoptedAt = (of: World) => [...columns(of, customer).adoptedAt];

describe("adoption of services", () => {
	it("where everyone is a peer of everyone goes as where there are no peers, customer by customer", () => {
		const complete = go(world("customers.owners=150", "customers.peers=complete"), 60);
		const without = go(world("customers.owners=150"), 60);
		expect(adoptedAt(complete)).toEqual(adoptedAt(without));
		expect(adoptedAt(complete).filter((tick) => tick >= 0).length).toBeGreaterThan(100);
	});

	it("is S-shaped: in the year of most adoptions more than twice as many adopt as in the first", () => {
		const ticks = 100;
		const people = go(world("customers.owners=20000"), ticks);
		const years = new Array<number>(ticks / 5).fill(0);
		for (const tick of adoptedAt(people)) if (tick >= 0) years[Math.floor(tick / 5)]++;
		const most = Math.max(...years);
		expect(most).toBeGreaterThan(2 * (years[0] as number));
		expect(years.indexOf(most)).toBeGreaterThan(3);
		expect(years.at(-1)).toBeLessThan(0.1 * most);
	});

	it("counts at each customer the peers who have adopted, and at all the adopters", () => {
		const network = go(world("customers.owners=1000", "customers.peers=6"), 30);
		const { peersAdopted, peersAdoptedAt } = columns(network, customer);
		const at = adoptedAt(network);
		const { sources, targets } = links(network, peers);
		const count = at.map(() => 0);
		const sum = at.map(() => 0);
		const told = (from: number, to: number) => {
			if (at[from] < 0) return;
			count[to]++;
			sum[to] += at[from];
		};
		for (let e = 0; e < targets.length; e++) {
			told(sources[e], targets[e]);
			told(targets[e], sources[e]);
		}
		expect([...peersAdopted]).toEqual(count);
		expect([...peersAdoptedAt]).toEqual(sum);
		expect(columns(network, accounts).adopters[0]).toBe(at.filter((tick) => tick >= 0).length);
	});

	it("does not happen without innovators, and without peers' word by innovation alone", () => {
		const none = go(world("customers.owners=5000", "customers.adoption.innovation=0"), 50);
		expect(adoptedAt(none).every((tick) => tick === -1)).toBe(true);
		// 1 − e^(−.03·10) of 5,000 in ten years; standard error .006.
		const alone = go(world("customers.owners=5000", "customers.adoption.imitation=0"), 51);
		const share = adoptedAt(alone).filter((tick) => tick >= 0).length / 5000;
		expect(Math.abs(share - (1 - Math.exp(-0.3)))).toBeLessThan(0.02);
	});
});
