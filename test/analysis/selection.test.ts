// Selecting the best of several systems: constants of the procedures, and what they must choose.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	kimNelsonH2,
	mean,
	normalQuantile,
	rinottH,
	type SelectionOptions,
	screen,
	selectBest,
	selectBestInTwoStages,
	studentQuantile,
	variance,
} from "../../engine/analysis/index.js";
import { normal, purpose, streamKey, word } from "../../engine/random/index.js";

const stream = streamKey(1, 2, purpose("test.selection"));
/** Standard normal noise of a system in a replication of a study. */
const noise = (study: number, system: number, replication: number) =>
	normal(word(stream, study, system, replication));
const means = [0, 2, 1, 3, -1];
const three: SelectionOptions = {
	systems: 5,
	delta: 1,
	alpha: 0.05,
	n0: 10,
	sample: (system, replication) => means[system] + noise(0, system, replication),
};
const procedures = [
	["selectBest", selectBest],
	["selectBestInTwoStages", selectBestInTwoStages],
] as const;

describe("constants", () => {
	test("Kim–Nelson's h² for k 10, n0 10, α .05 is 15.4635017", () => {
		expect(kimNelsonH2(10, 10, 0.05)).toBeCloseTo(15.4635017, 6);
		expect(() => kimNelsonH2(1, 10, 0.05)).toThrow(/systems/);
		expect(() => kimNelsonH2(10, 1, 0.05)).toThrow(/n0/);
		expect(() => kimNelsonH2(10, 10, 0.9)).toThrow(/alpha/);
	});

	test("with many first replications h² nears 2·ln((k − 1)/2α), the constant for known variances", () => {
		expect(kimNelsonH2(5, 1e7, 0.05)).toBeCloseTo(2 * Math.log(40), 4);
	});

	test("Rinott's h for k 4, n0 20, P .95 is 3.203177", () => {
		expect(rinottH(4, 20, 0.95)).toBeCloseTo(3.203177, 5);
	});

	test("with many first replications h nears √2·Φ⁻¹(P^(1/(k − 1))), the root for known variances", () => {
		for (const [k, probability] of [
			[2, 0.95],
			[4, 0.95],
			[10, 0.75],
		])
			expect(rinottH(k, 1e6, probability)).toBeCloseTo(
				Math.SQRT2 * normalQuantile(probability ** (1 / (k - 1))),
				4,
			);
	});

	test("h rises with systems and probability and falls with first replications", () => {
		expect(rinottH(5, 20, 0.95)).toBeGreaterThan(rinottH(4, 20, 0.95));
		expect(rinottH(4, 20, 0.99)).toBeGreaterThan(rinottH(4, 20, 0.95));
		expect(rinottH(4, 30, 0.95)).toBeLessThan(rinottH(4, 20, 0.95));
		for (const [systems, n0, probability] of [
			[1, 20, 0.9],
			[4, 1, 0.9],
			[4, 20, 0.25],
			[4, 20, 1],
		])
			expect(() => rinottH(systems, n0, probability)).toThrow(RangeError);
	});
});

describe.each(procedures)("%s", (name, select) => {
	test("finds the largest mean, or the least where less is better, and counts its samples", async () => {
		const asked: [number, number][] = [];
		const found = await select({
			...three,
			sample(system, replication) {
				asked.push([system, replication]);
				return three.sample(system, replication);
			},
		});
		expect(found.best).toBe(3);
		expect(found.samples).toBe(asked.length);
		expect(new Set(asked.map(String)).size).toBe(asked.length);
		for (const [system, count] of found.samplesOf.entries()) {
			const replications = asked.filter(([of]) => of === system).map(([, r]) => r);
			expect(replications).toEqual(Array.from({ length: count }, (_, r) => r));
			expect(count).toBeGreaterThanOrEqual(10);
		}
		expect((await select({ ...three, sense: "minimize" })).best).toBe(4);
	});

	test("does not depend on the order in which samples arrive", async () => {
		const late = async (system: number, replication: number) => {
			for (let turns = (system * 7 + replication * 3) % 11; turns > 0; turns--) await undefined;
			return three.sample(system, replication);
		};
		expect(await select({ ...three, sample: late })).toEqual(await select(three));
	});

	test("systems without noise need the first stage only; the first of equal ones is chosen; one system needs none", async () => {
		const constant = (values: number[]) =>
			select({ ...three, systems: values.length, sample: (system) => values[system] });
		expect(await constant([1, 4, 2])).toEqual({ best: 1, samples: 30, samplesOf: [10, 10, 10] });
		expect((await constant([4, 4, 2])).best).toBe(0);
		expect(await constant([4])).toEqual({ best: 0, samples: 0, samplesOf: [0] });
	});

	test("a sample that is not finite is refused with its place, also a late one", async () => {
		const broken = (at: number, value: number) => (system: number, replication: number) =>
			system === 2 && replication === at ? value : 3 * noise(1, system, replication);
		for (const value of [NaN, Infinity, undefined as unknown as number])
			await expect(select({ ...three, sample: broken(5, value) })).rejects.toThrow(
				`${name}: the sample of system 2 in replication 5 must be finite, got ${value}`,
			);
		await expect(select({ ...three, delta: 0.5, sample: broken(15, NaN) })).rejects.toThrow(/replication 15/);
		const failing = () => Promise.reject(new Error("the run failed"));
		await expect(select({ ...three, sample: failing })).rejects.toThrow("the run failed");
	});

	test.each<[string, Partial<SelectionOptions>]>([
		["systems", { systems: 0 }],
		["systems", { systems: 2.5 }],
		["sample", { sample: undefined as unknown as SelectionOptions["sample"] }],
		["delta", { delta: 0 }],
		["delta", { delta: NaN }],
		["alpha", { alpha: 0 }],
		["alpha", { alpha: 0.8 }],
		["n0", { n0: 1 }],
		["sense", { sense: "more" as "max" }],
	])("a bad %s is refused: %o", async (what, change) => {
		await expect(select({ ...three, ...change })).rejects.toThrow(new RegExp(`^${name}: ${what}`));
	});
});

test("common random numbers save samples: nine tenths of the noise common, less than half of them", async () => {
	const common = (system: number, replication: number) =>
		means[system] / 4 + 3 * noise(2, 9, replication) + noise(2, system, replication);
	const own = (system: number, replication: number) =>
		means[system] / 4 + 3 * noise(2, system + 10, replication) + noise(2, system, replication);
	const options = { ...three, delta: 0.25 };
	const shared = await selectBest({ ...options, sample: common });
	const separate = await selectBest({ ...options, sample: own });
	expect(shared.best).toBe(3);
	expect(shared.samples).toBeLessThan(separate.samples / 2);
});

test("sequential selection takes fewer samples than two stages where systems differ much", async () => {
	const [sequential, staged] = [
		await selectBest(three),
		await selectBestInTwoStages({ ...three, delta: 0.5 }),
	];
	expect(sequential.samples).toBeLessThan(staged.samples);
});

describe("screen", () => {
	const group = (system: number, n: number, study = 3) =>
		Array.from({ length: n }, (_, r) => means[system] + (1 + system / 2) * noise(study, system, r));

	test("two systems: the worse stays while it trails by less than √(t₁²S₁²/n₁ + t₂²S₂²/n₂)", () => {
		const [a, b] = [group(0, 12), group(1, 7)];
		const half = Math.sqrt(
			(studentQuantile(0.9, 11) ** 2 * variance(a)) / 12 + (studentQuantile(0.9, 6) ** 2 * variance(b)) / 7,
		);
		const shifted = (lead: number) => a.map((value) => value + mean(b) - mean(a) - lead);
		expect(screen([shifted(half * 0.999), b], 0.9)).toEqual([0, 1]);
		expect(screen([shifted(half * 1.001), b], 0.9)).toEqual([1]);
		expect(screen([shifted(half * 0.999), b], 0.9, { delta: half / 100 })).toEqual([1]);
		expect(screen([shifted(-half * 1.001), b], 0.9)).toEqual([0]);
		expect(screen([shifted(-half * 1.001), b], 0.9, { sense: "minimize" })).toEqual([1]);
	});

	test("keeps the best mean always, and more systems at a higher level", () => {
		const groups = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 9 }), {
			minLength: 2,
			maxLength: 6,
		});
		fc.assert(
			fc.property(groups, (systems) => {
				const kept = screen(systems, 0.9);
				const all = systems.map(mean);
				expect(kept).toContain(all.indexOf(Math.max(...all)));
				expect(screen(systems, 0.99)).toEqual(expect.arrayContaining([...kept]));
			}),
		);
	});

	test("keeps the truly best of five with unequal variances in 95 % of 1,000 studies or more", () => {
		let kept = 0;
		for (let study = 0; study < 1000; study++)
			if (
				screen(
					[0, 1, 2, 3, 4].map((system) => group(system, 8, 100 + study)),
					0.95,
				).includes(3)
			)
				kept++;
		expect(kept / 1000).toBeGreaterThan(0.95 - 3.5 * 0.0069);
	});

	test("one system stays; too little to judge by is refused", () => {
		expect(screen([[1, 2]], 0.9)).toEqual([0]);
		expect(() => screen([], 0.9)).toThrow(/no systems/);
		expect(() => screen([[1, 2], [1]], 0.9)).toThrow(/system 1 needs two values/);
		expect(() =>
			screen(
				[
					[1, 2],
					[1, 2],
				],
				0.5,
			),
		).toThrow(/level/);
		expect(() =>
			screen(
				[
					[1, 2],
					[1, 2],
				],
				0.9,
				{ delta: -1 },
			),
		).toThrow(/delta/);
	});
});
