// Every built-in scenario and every model of a bench gives the same bits for 1, 2, 3 and 7 threads.

import { afterAll, describe, expect, test } from "vitest";
import { openPool } from "../../engine/experiment/pool.js";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { industry } from "../../scenarios/industry.js";
import { parseScenario } from "../../scenarios/parse.js";

const { href } = new URL("../../cli/bench/worker.js", import.meta.url);
const teams = [1, 2, 3, 7].map((members) => openPool({ spawn: () => spawnThread(href), lanes: [members] }));
afterAll(() => Promise.all(teams.map((pool) => pool.close())));

const TICKS = 60;
const ofModel = (model: string, parameters: unknown): RunSpec => ({
	model,
	parameters,
	seed: "teams",
	replication: 0,
	ticks: TICKS,
});
/** Levers move and shocks begin and end within the run. */
const changing = parseScenario(builtIn.bulldozer as string, "bulldozer", [
	"path=bigBang",
	"shocks=[{kind: freight, at: 5, weeks: 9, size: 2}, {kind: supply, at: 9, weeks: 7, size: 0.5, place: tier 2}, {kind: demand, at: 12, weeks: 4, size: 1.5}]",
]);
const specs: [string, RunSpec][] = [
	["bulldozer on a path, under shocks", runSpec(changing, { seed: "teams", ticks: TICKS })],
	...Object.keys(builtIn).map((name): [string, RunSpec] => {
		const scenario = parseScenario(builtIn[name] as string, name, []);
		return [name, runSpec(scenario, { seed: "teams", replication: 0, ticks: TICKS })];
	}),
	["a servitized bulldozer", servitized()],
	["diffusion", ofModel("diffusion", { people: 5000 })],
	["diffusion by push", ofModel("diffusion-push", { people: 5000 })],
	["beer", ofModel("beer", { chains: 1200 })],
	["an industry of 10,000 customers, everything on", ofModel("ecosystem", industry(10_000, TICKS, true))],
];

/** Customers who tell each other of services and call whom they like, rented machines, prevention, firms of every kind. */
function servitized(): RunSpec {
	const sets = [
		...["stage=2.9", "graceWeeks=0", "enhanced.weeks=9"].map((set) => `servitization.${set}`),
		...["design", "data", "recycling"].map((kind) => `services.${kind}.firms=3`),
		...["mode=serviceOriented", "spread=0.3", "maintenance.firms=40"].map((set) => `services.${set}`),
		...["peers=6", "adoption.innovation=2", "lifeWeeks=60"].map((set) => `customers.${set}`),
		"customers.failureScaleWeeks=20",
		"twin.preset=standard",
	];
	const scenario = parseScenario(builtIn.bulldozer as string, "bulldozer", sets);
	return runSpec(scenario, { seed: "teams", replication: 0, ticks: TICKS });
}

describe.each(specs)("%s", (_name, spec) => {
	test("has one hash and one recording", async () => {
		const results = [];
		for (const team of teams) results.push(await team.run(spec));
		for (const result of results) expect(result).toEqual(results[0]);
		expect(new Set(results.map(({ hash }) => hash)).size).toBe(1);
	});
});
