// The benchmark rule of the beer game.

import { type LimitingCase, outcome } from "./limiting-case.js";

const cost = (who: string, metric: string, expected: number): LimitingCase => ({
	name: `beer game, ${who} cost`,
	expected,
	tolerance: 0,
	source: "Sterman (1989), Management Science 35(3)",
	runs: [{ scenario: "beer-game" }],
	find: outcome(metric),
});

export const beerGames: readonly LimitingCase[] = [
	cost("retailer's", "cost1", 46),
	cost("wholesaler's", "cost2", 50),
	cost("distributor's", "cost3", 54),
	cost("factory's", "cost4", 54),
	cost("team", "cost", 204),
];
