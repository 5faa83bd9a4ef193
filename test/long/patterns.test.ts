// The patterns that the model is trusted by (MODEL §1), all in one city with one set of parameters: levers alone are changed.
// Runs are paired by common random numbers; what is asserted are 95 % intervals, never one run.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confidenceInterval, type Interval, pairedDifference } from "../../engine/analysis/intervals.js";
import { mean } from "../../engine/analysis/summary.js";
import { openPool } from "../../engine/experiment/pool.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { boxCovering } from "../../engine/network/box-covering.js";
import { clustering } from "../../engine/network/clustering.js";
import { graphOf } from "../../engine/network/graph.js";
import { hierarchy } from "../../engine/network/hierarchy.js";
import { seriesOf, valuesOf } from "../../engine/record/recording.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { spawnThread } from "../../scenarios/entry-node/threads.js";
import { parseScenario } from "../../scenarios/parse.js";
import { outcome, parametersOf } from "../agents/worlds.js";

/** One of the six clusters of fractal-city with the owners it serves: 216 makers, all mechanisms on. */
const city = ["network.levels=[cluster,enterprise]", "customers.owners=16000"];
const YEAR = 52;
const START = 2 * YEAR;

const { href } = new URL("../../scenarios/entry-node/worker.js", import.meta.url);
const pool = openPool({ spawn: () => spawnThread(href), lanes: [1, 1] });
afterAll(() => pool.close());

/** Replications of the city under some settings; the same draws under any. */
const runs = (
	sets: readonly string[],
	{ ticks, replications }: { ticks: number; replications: number },
): Promise<RunResult[]> => {
	const scenario = parseScenario(builtIn["fractal-city"] as string, "fractal-city", [...city, ...sets]);
	return Promise.all(
		Array.from({ length: replications }, (_, replication) =>
			pool.run(runSpec(scenario, { seed: "patterns", replication, ticks })),
		),
	);
};

const of = (results: readonly RunResult[], name: string) => results.map((one) => outcome(one, name));
const series = ({ recording }: RunResult, name: string, label = "", from = 0) => {
	const found = seriesOf(recording, name);
	return valuesOf(found, found.labels.indexOf(label), from);
};

/** The bounds of a 95 % interval, told. */
function told(what: string, center: number, { low, high }: Interval): { low: number; high: number } {
	const digits = (value: number | null) => (value ?? Number.NaN).toPrecision(3);
	console.log(`${what}: ${digits(center)} (${digits(low)} to ${digits(high)})`);
	return { low: low as number, high: high as number };
}
const interval = (what: string, values: readonly number[]) =>
	told(what, mean(values), confidenceInterval(values, 0.95));
const gain = (what: string, a: readonly number[], b: readonly number[]) => {
	const difference = pairedDifference(a, b, 0.95);
	return told(what, difference.mean, difference);
};

describe("P1: orders vary more upstream than demand, and less where demand is shared", () => {
	const shape = { ticks: 5 * YEAR, replications: 6 };
	const psi = (weight: number) => runs([`sharing.weight=${weight}`], shape);
	let own: RunResult[];
	let shared: RunResult[];
	beforeAll(async () => {
		[own, shared] = await Promise.all([psi(0), psi(0.9)]);
	});
	const ratio = (results: readonly RunResult[], tier: number) => of(results, `bullwhip${tier}`);

	test("from tier to tier, up to the sixth, whose orders vary five times as much as those of the first or more", () => {
		for (const tier of [2, 3, 4, 5, 6])
			expect(
				gain(`P1 tier ${tier} - ${tier - 1}`, ratio(own, tier), ratio(own, tier - 1)).low,
			).toBeGreaterThan(0);
		const amplified = ratio(own, 6).map((last, k) => last / (ratio(own, 1)[k] as number));
		expect(interval("P1 tier 6 / tier 1", amplified).low).toBeGreaterThan(5);
	});

	test("where the end demand is told with a weight of .9, as far as borders are open, the orders of the last two tiers vary less", () => {
		for (const tier of [5, 6])
			expect(gain(`P1 shared, tier ${tier}`, ratio(shared, tier), ratio(own, tier)).high).toBeLessThan(0);
	});
});

describe("P2 and P3: services", () => {
	const stages = [0, 1, 2, 3];
	let all: RunResult[][];
	beforeAll(async () => {
		const shape = { ticks: 10 * YEAR, replications: 5 };
		const to = (stage: number) => runs([`path=[{lever: servitization, to: ${stage}, at: 0}]`], shape);
		all = await Promise.all(stages.map(to));
	});

	/** p and q per year of dF/dt = (p + q F)(1 − F), by least squares over half years; when F rises fastest, and how well it fits. */
	function bass(adopted: Float64Array) {
		const half = YEAR / 2;
		const points = Array.from({ length: Math.floor(adopted.length / half) - 1 }, (_, k) => {
			const [before, after] = [adopted[k * half] as number, adopted[(k + 1) * half] as number];
			const middle = (before + after) / 2;
			return { share: middle, hazard: (2 * (after - before)) / (1 - middle) };
		});
		const [share, hazard] = [mean(points.map((one) => one.share)), mean(points.map((one) => one.hazard))];
		const moment = (of: (point: (typeof points)[number]) => number) => mean(points.map(of));
		const q =
			moment((one) => (one.share - share) * (one.hazard - hazard)) /
			moment((one) => (one.share - share) ** 2);
		const p = hazard - q * share;
		const curve = adopted.map((_, t) => {
			const left = Math.exp((-(p + q) * t) / YEAR);
			return (1 - left) / (1 + (q / p) * left);
		});
		const center = mean(adopted);
		const unexplained = mean(adopted.map((value, t) => (value - (curve[t] as number)) ** 2));
		const r2 = 1 - unexplained / mean(adopted.map((value) => (value - center) ** 2));
		return { p, q, fastest: Math.log(q / p) / (p + q), r2 };
	}

	test("P2: readiness for services follows an S: it spreads fastest after five years or more, within the ten of the run", () => {
		const fits = (all[0] as RunResult[]).map((one) => bass(series(one, "adoption")));
		expect(
			interval(
				"P2 p",
				fits.map(({ p }) => p),
			).low,
		).toBeGreaterThan(0.02);
		expect(
			interval(
				"P2 q - p",
				fits.map(({ p, q }) => q - p),
			).low,
		).toBeGreaterThan(0.1);
		const fastest = interval(
			"P2 fastest, years",
			fits.map((one) => one.fastest),
		);
		expect(fastest.low).toBeGreaterThan(5);
		expect(fastest.high).toBeLessThan(9);
		expect(
			interval(
				"P2 r2 of Bass's curve",
				fits.map(({ r2 }) => r2),
			).low,
		).toBeGreaterThan(0.99);
	});

	/** What makers earn from the change on beyond what they would have, year by year, over what they usually do. */
	const changes = (stage: number) =>
		(all[stage] as RunResult[]).map((one, k) => {
			const usual = series((all[0] as RunResult[])[k] as RunResult, "profit", "manufacturers", START);
			const extra = series(one, "profit", "manufacturers", START).map(
				(value, t) => value - (usual[t] as number),
			);
			const years = Array.from(
				{ length: extra.length - YEAR + 1 },
				(_, t) => mean(extra.subarray(t, t + YEAR)) / mean(usual),
			);
			return {
				dip: -Math.min(...years),
				weeks: years.findIndex((year) => year >= 0),
				last: years.at(-1) as number,
			};
		});

	test("P3: profit dips by a tenth of a year's or more, and ends above what it would have been", () => {
		for (const stage of [1, 2, 3]) {
			const found = changes(stage);
			expect(
				interval(
					`P3 stage ${stage} dip`,
					found.map(({ dip }) => dip),
				).low,
			).toBeGreaterThan(0.1);
			expect(
				interval(
					`P3 stage ${stage} last year`,
					found.map(({ last }) => last),
				).low,
			).toBeGreaterThan(0);
		}
	});

	test("P3: the dip is deeper and longer at each higher stage", () => {
		for (const stage of [2, 3]) {
			const [lower, higher] = [changes(stage - 1), changes(stage)];
			const further = (name: "dip" | "weeks") =>
				gain(
					`P3 stage ${stage} - ${stage - 1}, ${name}`,
					higher.map((one) => one[name]),
					lower.map((one) => one[name]),
				);
			expect(further("dip").low).toBeGreaterThan(0.1);
			expect(further("weeks").low).toBeGreaterThan(0);
		}
	});

	/** Weeks from the change until cash has made up what it fell behind, less those of profit summed up; at most those of the run. */
	const cashLater = (stage: number) =>
		(all[stage] as RunResult[]).map((one, k) => {
			const beyond = (name: string) => {
				const usual = series((all[0] as RunResult[])[k] as RunResult, name, "manufacturers", START);
				return series(one, name, "manufacturers", START).map((value, t) => value - (usual[t] as number));
			};
			let sum = 0;
			const earned = beyond("profit").map((value) => {
				sum += value;
				return sum;
			});
			const madeUp = (behind: Float64Array) => {
				const lowest = behind.indexOf(Math.min(...behind));
				const after = behind.subarray(lowest).findIndex((value) => value >= 0);
				return after < 0 ? behind.length : lowest + after;
			};
			return madeUp(beyond("cash")) - madeUp(earned);
		});

	test("P3: where makers keep their machines cash takes a year longer than profit or more to make up for the dip", () => {
		for (const stage of [1, 2]) interval(`P3 stage ${stage}, cash later by weeks`, cashLater(stage));
		expect(interval("P3 stage 3, cash later by weeks", cashLater(3)).low).toBeGreaterThan(YEAR);
	});
});

describe("P4: efficacy over the size of modules", () => {
	let efficacy: Map<number, number[]>;
	beforeAll(async () => {
		const sizes = [1, 6, 36, 216];
		const found = await Promise.all(
			sizes.map((size) => runs([`modules.size=${size}`], { ticks: 5 * YEAR, replications: 8 })),
		);
		efficacy = new Map(sizes.map((size, k) => [size, of(found[k] as RunResult[], "efficacy")]));
	});
	const at = (size: number) => efficacy.get(size) as number[];

	test("is an inverted U: six to a module do better than makers alone, and than one module of all", () => {
		expect(gain("P4 6 - 1", at(6), at(1)).low).toBeGreaterThan(0);
		expect(gain("P4 6 - 216", at(6), at(216)).low).toBeGreaterThan(0);
		gain("P4 36 - 6", at(36), at(6));
	});
});

describe("P5: what twins are worth", () => {
	const shape = { ticks: 5 * YEAR, replications: 16 };
	const twin = (...sets: string[]) => runs(["twin.preset=standard", ...sets], shape);
	let coverage: Map<number, RunResult[]>;
	let blind: RunResult[];
	let advised: RunResult[];
	beforeAll(async () => {
		const levels = [0, 0.3, 0.6, 1];
		const late = ["twin.coverage=1", "twin.lag=26"];
		const found = await Promise.all([
			...levels.map((share) => twin(`twin.coverage=${share}`)),
			twin(...late, "twin.authority=act"),
			twin(...late),
		]);
		coverage = new Map(levels.map((share, k) => [share, found[k] as RunResult[]]));
		[blind, advised] = found.slice(levels.length) as [RunResult[], RunResult[]];
	});
	const at = (share: number, name: string) => of(coverage.get(share) as RunResult[], name);

	test.each(["fillRate", "efficacy"])(
		"%s: pay, and the first three tenths of coverage more than the rest, each for each",
		(name) => {
			const [none, some, all] = [at(0, name), at(0.3, name), at(1, name)];
			expect(gain(`P5 ${name}, 0.3 - 0`, some, none).low).toBeGreaterThan(0);
			expect(gain(`P5 ${name}, 1 - 0`, all, none).low).toBeGreaterThan(0);
			gain(`P5 ${name}, 0.6 - 0.3`, at(0.6, name), some);
			gain(`P5 ${name}, 1 - 0.6`, all, at(0.6, name));
			const line = none.map((value, k) => 0.7 * value + 0.3 * (all[k] as number));
			expect(gain(`P5 ${name}, 0.3 above the straight line`, some, line).low).toBeGreaterThan(0);
		},
	);

	test("half a year late, obeyed blindly, are worse than counts every half year; weighed, they hardly harm", () => {
		const none = at(0, "fillRate");
		const [obeyed, weighed] = [of(blind, "fillRate"), of(advised, "fillRate")];
		expect(gain("P5 late, act", obeyed, none).high).toBeLessThan(0);
		expect(gain("P5 late, advise - act", weighed, obeyed).low).toBeGreaterThan(0);
		expect(gain("P5 late, advise", weighed, none).low).toBeGreaterThan(-0.02);
	});
});

describe("P6: search on rugged landscapes", () => {
	let fitness: Record<"alone" | "imitation" | "jumps" | "both", Float64Array[]>;
	beforeAll(async () => {
		const search = async (imitationShare: number, jumpShare: number) => {
			const settings = { budget: 5, radiusStep: 100, imitationShare, jumpShare };
			const sets = Object.entries(settings).map(([name, value]) => `innovation.${name}=${value}`);
			const found = await runs(sets, { ticks: 10 * YEAR, replications: 6 });
			return found.map((one) => series(one, "innovation", "fitness"));
		};
		const [alone, imitation, jumps, both] = await Promise.all([
			search(0, 0),
			search(0.3, 0),
			search(0, 0.05),
			search(0.3, 0.05),
		]);
		fitness = { alone, imitation, jumps, both } as typeof fitness;
	});
	const end = (values: readonly Float64Array[]) => values.map((one) => one.at(-1) as number);

	test("alone and near sticks: in the last two years fitness rises by less than a thousandth", () => {
		const rise = fitness.alone.map((one) => (one.at(-1) as number) - (one.at(-1 - 2 * YEAR) as number));
		expect(interval("P6 alone, rise of the last two years", rise).high).toBeLessThan(0.001);
	});

	test.each(["imitation", "jumps", "both"] as const)("%s: frees it", (how) => {
		expect(gain(`P6 ${how} - alone`, end(fitness[how]), end(fitness.alone)).low).toBeGreaterThan(0);
	});
});

describe("P7: firm sizes", () => {
	const none = ["customers.renownWeight=0", "economics.hiringPerWeek=0"];
	let skewness: Record<"early" | "late" | "without", number[]>;
	beforeAll(async () => {
		const found = await Promise.all([
			runs([], { ticks: YEAR / 2, replications: 10 }),
			runs([], { ticks: 10 * YEAR, replications: 10 }),
			runs(none, { ticks: 10 * YEAR, replications: 10 }),
		]);
		const [early, late, without] = found.map((one) => of(one, "sizeSkewness"));
		skewness = { early, late, without } as typeof skewness;
	});

	test("become right-skewed, since owners go by what others buy and hours follow demand: without either they stay as they are", () => {
		const { early, late, without } = skewness;
		expect(interval("P7 skewness after ten years", late).low).toBeGreaterThan(1);
		expect(gain("P7 ten years - half a year", late, early).low).toBeGreaterThan(0);
		expect(gain("P7 less without growth", late, without).low).toBeGreaterThan(0);
		interval("P7 without", without);
	});
});

describe("P8: the network is self-similar", () => {
	const measured = Array.from({ length: 16 }, (_, seed) => {
		const { stages, arcs } = parametersOf("fractal-city", [...city, `network.seed=patterns ${seed}`]);
		const contracts = arcs.filter(({ alternativeTo }) => alternativeTo === undefined);
		const graph = graphOf({
			nodeCount: stages.length,
			sources: contracts.map(({ buyer }) => buyer),
			targets: contracts.map(({ supplier }) => supplier),
		});
		const { dimension, r2 } = boxCovering(graph, { seed: "patterns", orders: 20 });
		return { dimension, r2, slope: hierarchy(clustering(graph).byDegree).exponent };
	});
	const list = (name: "dimension" | "r2" | "slope") => measured.map((one) => one[name]);

	test("boxes follow a power law of their size, clustering falls about as 1/degree", () => {
		interval("P8 dimension", list("dimension"));
		expect(interval("P8 r2 of the power law", list("r2")).low).toBeGreaterThan(0.95);
		const slope = interval("P8 slope of clustering", list("slope"));
		expect(slope.low).toBeGreaterThan(-1.25);
		expect(slope.high).toBeLessThan(-0.75);
	});
});
