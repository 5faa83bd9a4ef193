// What the closed loop is worth, and how much of that hangs on what the twin sees: node docs/optimize/closed-loop.mjs
// Prints the tables of docs/optimize/closed-loop.md. Seeds are fixed here, before anything was run with them.

import { availableParallelism } from "node:os";
import { pairedDifference } from "../../dist/engine/analysis/intervals.js";
import { mean } from "../../dist/engine/analysis/summary.js";
import { openPool, runAll } from "../../dist/engine/experiment/pool.js";
import { seriesOf, valuesOf } from "../../dist/engine/record/recording.js";
import { runSpec } from "../../dist/scenarios/build.js";
import { builtIn } from "../../dist/scenarios/built-in.js";
import { spawnThread } from "../../dist/scenarios/entry-node/threads.js";
import { parseScenario } from "../../dist/scenarios/parse.js";
import { adaptive } from "../../dist/scenarios/paths/adaptive.js";

const seeds = Array.from({ length: 20 }, (_, k) => `closed loop, held out ${k + 1}`);
const YEAR = 52;
const shocks =
	"shocks=[{kind: supply, at: 130, weeks: 13, size: 0.7}, {kind: technology, at: 234, weeks: 1, size: 1}]";
const base = ["ticks=468", shocks];

const without = (steps) => steps.filter(({ lever }) => lever !== "systemLoop");
const pathOf = (steps) => `path=${JSON.stringify(steps)}`;
const looped = adaptive.steps.filter(({ lever }) => lever === "boundaries" || lever === "systemLoop");
const fromStart = looped.map((step) => ({ ...step, at: 0 }));

/** The same world with the loop and without. */
const pairs = [
	{ name: "path adaptive", sets: [], steps: adaptive.steps },
	...[
		[0, 1],
		[0.3, 1],
		[0.6, 0],
		[0.6, 1],
		[0.6, 4],
		[0.6, 8],
		[1, 1],
	].map(([coverage, lag]) => ({
		name: `coverage ${coverage}, ${lag} ticks late`,
		sets: ["twin.preset=standard", `twin.coverage=${coverage}`, `twin.lag=${lag}`],
		steps: fromStart,
	})),
];

const specs = pairs.flatMap(({ sets, steps }) =>
	[steps, without(steps)].flatMap((path) => {
		const scenario = parseScenario(builtIn.bulldozer, "bulldozer", [...base, ...sets, pathOf(path)]);
		return seeds.map((seed) => runSpec(scenario, { seed }));
	}),
);

function outcomesOf({ recording, outcomes, interventions }, { parameters }) {
	const efficacy = valuesOf(seriesOf(recording, "efficacy"), 0);
	const area = parameters.shocks.map(({ from }) => mean(efficacy.subarray(from, from + YEAR)));
	const of = (name) => outcomes.find((one) => one.name === name)?.value ?? Number.NaN;
	return {
		area: mean(area),
		supply: area[0],
		technology: area[1],
		efficacy: of("efficacy"),
		adaptability: of("adaptability"),
		profit: of("profit"),
		adoptions: interventions.filter(({ target, value }) => target === "loop.adopted" && value > 0).length,
	};
}

const entry = new URL("../../dist/scenarios/entry-node/worker.js", import.meta.url).href;
const lanes = Array.from({ length: availableParallelism() }, () => 1);
const pool = openPool({ spawn: () => spawnThread(entry), lanes });
const found = await runAll(pool, specs, (result, i) => outcomesOf(result, specs[i]));
await pool.close();

const arm = (pair, off) => found.slice((2 * pair + off) * seeds.length, (2 * pair + off + 1) * seeds.length);
const line = (cells) => console.log(`| ${cells.join(" | ")} |`);
function difference(pair, name, digits) {
	const [on, off] = [arm(pair, 0), arm(pair, 1)].map((runs) => runs.map((run) => run[name]));
	const { mean: by, low, high } = pairedDifference(on, off, 0.95);
	return [mean(off), mean(on), by, `${low.toFixed(digits)} … ${high.toFixed(digits)}`].map((value) =>
		typeof value === "number" ? value.toFixed(digits) : value,
	);
}

console.log(`Path adaptive against itself with the loop off, ${seeds.length} seeds:\n`);
line(["", "off", "on", "difference", "95 % interval"]);
line(Array(5).fill("---"));
for (const [name, title, digits] of [
	["area", "efficacy in the years from both shocks on", 4],
	["supply", "… from the supply shock on", 4],
	["technology", "… from the technology shock on", 4],
	["efficacy", "efficacy after warm-up", 4],
	["adaptability", "adaptability, each by its own year before", 4],
	["profit", "profit, $ a week", 0],
])
	line([title, ...difference(0, name, digits)]);

console.log("\nBy what the twin sees:\n");
line(["twin", "efficacy, off", "on", "difference", "95 % interval", "changes made per run"]);
line(Array(6).fill("---"));
pairs.forEach(({ name }, pair) => {
	const adoptions = mean(arm(pair, 0).map((run) => run.adoptions)).toFixed(1);
	line([name, ...difference(pair, "efficacy", 4), adoptions]);
});
