// What must hold of links that are generated: between makers, and between customers.

import type { Problem } from "./fault.js";
import { wordsAt } from "./nearest.js";
import { densities, makersIn, makersOf } from "./network.js";
import type { Scenario } from "./schema.js";

const mostMakers = 100_000;
const mostLinks = 1_000_000;
const mostInCircle = 2000;

/** Stages are either written or generated, and not more of them than a run can hold. */
export function checkSource({ stages, network }: Scenario): Problem | undefined {
	if (!network) {
		if (stages !== undefined) return undefined;
		const expected = `${wordsAt(["stages"])}, or network in their place`;
		return { path: ["stages"], message: "missing", expected };
	}
	const path = ["network"];
	if (stages !== undefined)
		return { path, key: true, message: "stages are both listed and generated", expected: "one of the two" };
	const makers = makersOf(network);
	if (makers > mostMakers) {
		const message = `${network.levels.length} levels of ${network.branching} cells are ${makers.toPrecision(6)} makers`;
		return { path, message, expected: `at most ${mostMakers}` };
	}
	// Of each level, a maker's siblings' makers: from the sibling cells of the largest to those of its own.
	const others = densities(network).map(
		(density, level) => density * (makersIn(network, level - 1) - makersIn(network, level)),
	);
	const links = (makers / 2) * others.reduce((sum, each) => sum + each, 0);
	if (links <= mostLinks) return undefined;
	const message = `about ${links.toPrecision(3)} links`;
	return { path, message, expected: `at most ${mostLinks}: a lower density, or a higher falloff` };
}

/** A ring has neighbors on both sides, and more customers than a customer has peers. */
export function checkPeers({ customers, demand }: Scenario, problems: Problem[]): void {
	const { owners, peers } = customers;
	const path = ["customers", "peers"];
	if (demand.kind !== "owners" || peers === 0) return;
	if (peers === "complete") {
		if (owners <= mostInCircle) return;
		const message = `each of ${owners} customers in touch with everyone`;
		problems.push({ path, message, expected: `at most ${mostInCircle} of them, or a number of peers` });
		return;
	}
	if (peers % 2 === 1)
		problems.push({ path, message: `${peers} is odd`, expected: "as many neighbors on either side" });
	if (peers >= owners)
		problems.push({
			path,
			message: `${peers} peers of ${owners} customers`,
			expected: "fewer than there are",
		});
}
