// §4.9 Innovation: landscapes, what fitness does, who searches and learns what; pattern P6.

import { describe, expect, it } from "vitest";
import { audit } from "../../agents/audit.js";
import { ecosystem } from "../../agents/ecosystem.js";
import { SEARCH } from "../../agents/innovation/columns.js";
import { fitness, landscapeOf } from "../../agents/innovation/landscape.js";
import { manufacturer, supply } from "../../agents/manufacturer.js";
import type { Scalars } from "../../agents/parameters.js";
import { settings } from "../../agents/settings.js";
import { pairedDifference } from "../../engine/analysis/intervals.js";
import { mean, variance } from "../../engine/analysis/summary.js";
import { normalCdf } from "../../engine/math/normal-cdf.js";
import { links } from "../../engine/network/network.js";
import { fork } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import { columns, type World } from "../../engine/world/world.js";
import { industry } from "../../scenarios/industry.js";
import { go, worldOf } from "./worlds.js";

const smooth = { k0: 3, k1: 4, loci: 12, epistasis: 4, epoch: 0, shockShare: 0.5 };
const makers = (world: World) => columns(world, manufacturer);

/** An industry of a hundred makers in five tiers that search; half of what partners know is told. */
function industryOf(seed: string, changes: Partial<Scalars> = {}): World {
	const base = industry(5000, 520);
	const scalars = { ...base.scalars, innovation: true, sharingWeight: 0.5, ...changes };
	return ecosystem.build({ ...base, scalars }, seed);
}

describe("the landscape", () => {
	it("has mean .5 and variance 1/(12N): within three standard errors over 20,000 landscapes", () => {
		const heights = Array.from({ length: 20_000 }, (_, family) => fitness(smooth, family, 1234));
		expect(Math.abs(mean(heights) - 0.5)).toBeLessThan(3 / Math.sqrt(144 * 20_000));
		expect(Math.abs(variance(heights) * 144 - 1)).toBeLessThan(0.03);
	});

	it("a flip changes the contributions of K + 1 loci, here of 5 of 12: correlation of neighbors 1 − 5/12", () => {
		const pairs = Array.from({ length: 20_000 }, (_, family) => [
			fitness(smooth, family, 77) - 0.5,
			fitness(smooth, family, 77 ^ 8) - 0.5,
		]);
		const covariance = mean(pairs.map(([a = 0, b = 0]) => a * b));
		expect(Math.abs(covariance * 144 - 7 / 12)).toBeLessThan(0.03);
	});

	it("a technology shock makes the share of the loci anew, and the next one again", () => {
		const heights = (epoch: number, shockShare: number) =>
			Array.from({ length: 5000 }, (_, family) => fitness({ ...smooth, epoch, shockShare }, family, 9));
		expect(heights(1, 0)).toEqual(heights(0, 0));
		const correlation = (epoch: number, share: number) => {
			const before = heights(0, share);
			return mean(heights(epoch, share).map((f, i) => (f - 0.5) * ((before[i] ?? 0) - 0.5))) * 144;
		};
		expect(Math.abs(correlation(1, 0.3) - 0.7)).toBeLessThan(0.06);
		expect(Math.abs(correlation(2, 0.3) - 0.49)).toBeLessThan(0.06);
		expect(Math.abs(correlation(1, 1))).toBeLessThan(0.06);
	});
});

describe("a maker's genome", () => {
	it("sets quality Φ((f − .5) √(12N)) where the technology's is .5, and labor between .8 and 1.2 of the technology's", () => {
		const world = worldOf("plain bulldozer", ["innovation.on=true"]);
		const { fitness: f, quality, hoursPerUnit, baseHours } = makers(world);
		f.forEach((height, i) => {
			const q = normalCdf((height - 0.5) * 12);
			expect(quality[i]).toBeCloseTo(q, 12);
			expect(hoursPerUnit[i]).toBeCloseTo((baseHours[i] ?? 0) * (1.2 - 0.4 * q), 9);
		});
		expect(new Set(f).size).toBe(22);
	});

	it("says nothing while innovation is off: quality and labor stay the scenario's", () => {
		const { quality, baseQuality, hoursPerUnit, baseHours, searchCost } = makers(
			go(worldOf("plain bulldozer", ["innovation.budget=9"]), 60),
		);
		expect([...quality]).toEqual([...baseQuality]);
		expect([...hoursPerUnit]).toEqual([...baseHours]);
		expect(searchCost.every((cost) => cost === 0)).toBe(true);
	});

	it("under other draws of the future the landscapes are the same", () => {
		const world = industryOf("a");
		expect(landscapeOf(fork(world, { key: [5, 6] }))).toEqual(landscapeOf(world));
	});
});

describe("search", () => {
	it("never makes a genome worse while technology stands still, and pays for each trial", () => {
		const world = industryOf("a", { innovationBudget: 3 });
		let tried = 0;
		for (let t = 0; t < 100; t++) {
			const before = makers(world).fitness.slice();
			go(world, 1);
			const { fitness: f, search, searchCost } = makers(world);
			for (let i = 0; i < f.length; i++) expect(f[i]).toBeGreaterThanOrEqual(before[i] as number);
			for (let i = 0; i < f.length; i++) expect((searchCost[i] ?? 0) > 0).toBe(search[i] !== SEARCH.none);
			tried += search.filter((kind) => kind !== SEARCH.none).length;
			expect(audit(world)).toEqual({ goods: 0, money: 0 });
		}
		expect(tried).toBeGreaterThan(1000);
	});

	it("without a budget there is none, from the tick on in which the lever says so", () => {
		const world = go(industryOf("a", { innovationBudget: 3 }), 20);
		columns(world, settings).innovationBudget[0] = 0;
		go(world, 1);
		const { genome, search } = makers(world);
		const before = genome.slice();
		expect(search.every((kind) => kind === SEARCH.none)).toBe(true);
		go(world, 20);
		expect(genome).toEqual(before);
	});

	it("below aspiration it is ten times as likely as above", () => {
		const world = industryOf("a");
		const count = { below: { all: 0, searches: 0 }, above: { all: 0, searches: 0 } };
		for (let t = 0; t < 150; t++) {
			const before = makers(world).aspiration.slice();
			go(world, 1);
			const { aspiration, search } = makers(world);
			for (let i = 0; i < search.length; i++) {
				// Aspiration falls towards a margin below it.
				const side = (aspiration[i] ?? 0) < (before[i] ?? 0) ? count.below : count.above;
				side.all++;
				if (search[i] !== SEARCH.none) side.searches++;
			}
		}
		const rate = ({ all, searches }: { all: number; searches: number }) => searches / all;
		expect(rate(count.below) / rate(count.above)).toBeGreaterThan(5);
	});

	it("imitation takes over all but the core, of a fitter rival that shares a partner", () => {
		const world = industryOf("a", { imitationShare: 1, jumpShare: 0, innovationBudget: 5, sharingWeight: 1 });
		const { offsets, targets, sources, incomingOffsets, incomingEdges } = links(world, supply);
		const partnersOf = (i: number) => [
			...targets.slice(offsets[i], offsets[i + 1]),
			...Array.from(incomingEdges.slice(incomingOffsets[i], incomingOffsets[i + 1]), (e) => sources[e]),
		];
		let imitated = 0;
		for (let t = 0; t < 30; t++) {
			go(world, 1);
			const { genome, trial, search, fitness: f, tier } = makers(world);
			for (let i = 0; i < genome.length; i++) {
				if (trial[i] === genome[i]) continue;
				expect(search[i]).toBe(SEARCH.imitation);
				const mine = new Set(partnersOf(i));
				const models = [...genome.keys()].filter(
					(j) =>
						tier[j] === tier[i] &&
						(f[j] ?? 0) > (f[i] ?? 0) &&
						((genome[j] ?? 0) & ~15) === ((trial[i] ?? 0) & ~15) &&
						partnersOf(j).some((one) => mine.has(one)),
				);
				expect(models.length).toBeGreaterThan(0);
				expect((trial[i] ?? 0) & 15).toBe((genome[i] ?? 0) & 15);
				imitated++;
			}
		}
		expect(imitated).toBeGreaterThan(10);
	});

	it("where partners tell nothing, nobody is imitated", () => {
		const world = industryOf("a", { imitationShare: 1, jumpShare: 0, innovationBudget: 5, sharingWeight: 0 });
		const before = makers(world).genome.slice();
		expect(makers(go(world, 60)).genome).toEqual(before);
	});

	it("a technology shock costs fitness, which search finds again", () => {
		const world = go(industryOf("a", { innovationBudget: 5 }), 200);
		const level = () => mean(makers(world).fitness);
		const before = level();
		columns(world, settings).technologyEpoch[0] = 1;
		go(world, 1);
		const hit = level();
		go(world, 200);
		expect(hit).toBeLessThan(before - 0.05);
		expect(level()).toBeGreaterThan(hit + 0.05);
	});

	it("the draws of other submodels stay what they are: with the budget 0, demand is as with any", () => {
		const [none, some] = [0, 3].map((innovationBudget) => go(industryOf("a", { innovationBudget }), 1));
		expect(hash(none as World)).not.toBe(hash(some as World));
		expect(makers(none as World).marketOrders).toEqual(makers(some as World).marketOrders);
	});
});

describe("pattern P6: local search sticks on rugged landscapes, imitation and long jumps free it", () => {
	const local = { innovationBudget: 5, radiusStep: 100, jumpShare: 0, imitationShare: 0 };
	const seeds = ["a", "b", "c", "d", "e", "f", "g", "h"];
	/** Mean fitness after ten years as a share of the best there is in the tier, and the share of makers that no flip helps. */
	function after(seed: string, changes: Partial<Scalars>) {
		const world = go(industryOf(seed, { ...local, ...changes }), 520);
		const on = landscapeOf(world);
		const { tier, genome, fitness: f } = makers(world);
		const best = new Map<number, number>();
		for (const family of new Set(tier)) {
			let top = 0;
			for (let g = 0; g < 1 << on.loci; g++) top = Math.max(top, fitness(on, family, g));
			best.set(family, top);
		}
		const sticks = (height: number, i: number) =>
			Array.from({ length: on.loci }, (_, locus) => (genome[i] ?? 0) ^ (1 << locus)).every(
				(neighbor) => fitness(on, tier[i] ?? 0, neighbor) <= height,
			);
		return {
			reached: mean(Array.from(f, (height, i) => height / (best.get(tier[i] ?? 0) ?? 0))),
			stuck: f.filter(sticks).length / f.length,
		};
	}
	const run = (changes: Partial<Scalars> = {}) => seeds.map((seed) => after(seed, changes));
	const reached = (runs: ReturnType<typeof run>) => runs.map((one) => one.reached);
	const alone = run();

	it("alone and near, nearly all stop where no flip helps, at about .91 of the maximum (.87 to .95)", () => {
		expect(mean(alone.map(({ stuck }) => stuck))).toBeGreaterThan(0.98);
		expect(mean(reached(alone))).toBeGreaterThan(0.87);
		expect(mean(reached(alone))).toBeLessThan(0.95);
	});

	it("on a smooth landscape, K = 0, all reach the maximum", () => {
		for (const one of reached(run({ epistasis: 0 }))) expect(one).toBeCloseTo(1, 12);
	});

	it.each([
		["imitation", { imitationShare: 0.3 }, 0.01],
		["long jumps", { jumpShare: 0.05 }, 0.003],
		["both", { imitationShare: 0.3, jumpShare: 0.05 }, 0.015],
	])("%s: the 95 %% interval of the gain lies above the least worth speaking of", (_, changes, least) => {
		expect(pairedDifference(reached(run(changes)), reached(alone), 0.95).low).toBeGreaterThan(least);
	});
});
