// Sobol' indices against exact ones, with failures, noise, and outcomes that have none.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Evaluation, type SobolIndices, saltelli, sobolIndices } from "../../engine/analysis/index.js";
import { purpose, sequence } from "../../engine/random/index.js";

type Model = (x: readonly number[]) => number;

const ishigami: Model = ([x, y, z]) => Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
const gFunction: Model = (x) =>
	[0, 1, 4.5, 9, 99, 99, 99, 99].reduce(
		(product, a, i) => (product * (Math.abs(4 * x[i] - 2) + a)) / (1 + a),
		1,
	);

const exactG = () => {
	const parts = [0, 1, 4.5, 9, 99, 99, 99, 99].map((a) => 1 / (3 * (1 + a) ** 2));
	const whole = parts.reduce((product, v) => product * (1 + v), 1);
	return {
		first: parts.map((v) => v / (whole - 1)),
		total: parts.map((v) => ((whole / (1 + v)) * v) / (whole - 1)),
	};
};

const cases = [
	{
		name: "Ishigami & Homma 1990, a 7, b .1",
		f: ishigami,
		scheme: { ranges: Array(3).fill([-Math.PI, Math.PI] as const), n: 4096, seed: "1" },
		first: [0.313905, 0.442411, 0],
		total: [0.557589, 0.442411, 0.243684],
		mean: 3.5,
		variance: 13.844588,
	},
	{
		name: "Sobol' g, a 0, 1, 4.5, 9, 99, 99, 99, 99",
		f: gFunction,
		scheme: { dimension: 8, n: 4096, seed: "1" },
		...exactG(),
		mean: 1,
		variance: 0.465424,
	},
];

const width = ({ low, high }: { low: number | null; high: number | null }) =>
	(high as number) - (low as number);
const estimates = ({ indices }: SobolIndices) =>
	indices.flatMap(({ first, total }) => (first && total ? [first, total] : []));
const rowLost = (draws: { uniform(): number }, share: number) => (y: number) =>
	draws.uniform() < share ? NaN : y;

function expectInside(result: SobolIndices, first: readonly number[], total: readonly number[]) {
	for (const [i, index] of result.indices.entries()) {
		for (const [estimate, exact] of [
			[index.first, first[i]],
			[index.total, total[i]],
		] as const) {
			expect(estimate?.low).toBeLessThanOrEqual(exact);
			expect(estimate?.high).toBeGreaterThanOrEqual(exact);
		}
	}
}

describe.each(cases)("$name, N = 4096", ({ f, scheme, first, total, mean, variance }) => {
	const outcomes = saltelli(scheme).map(f);
	const whole = sobolIndices({ ...scheme, outcomes });

	test("every exact index lies in its interval, and near its estimate", () => {
		expectInside(whole, first, total);
		whole.indices.forEach((index, i) => {
			expect(Math.abs((index.first?.value ?? NaN) - first[i])).toBeLessThan(0.01);
			expect(Math.abs((index.total?.value ?? NaN) - total[i])).toBeLessThan(0.01);
		});
		expect(whole.mean).toBeCloseTo(mean, 2);
		expect((whole.variance ?? NaN) / variance).toBeCloseTo(1, 2);
		expect(whole.failed).toBe(0);
		expect(whole.evaluations).toBe(outcomes.length);
	});

	test("also with 3 % of the evaluations failed, which are counted, and widen the intervals", () => {
		const draws = sequence("failures", purpose("test.sobol"));
		const damaged = outcomes.map(rowLost(draws, 0.03));
		const part = sobolIndices({ ...scheme, outcomes: damaged });
		expectInside(part, first, total);
		expect(part.failed).toBe(damaged.filter(Number.isNaN).length);
		expect(part.failed).toBeGreaterThan(0.025 * outcomes.length);
		for (const { rows } of part.indices) expect(Math.abs(rows / 4096 - 0.97 ** 3)).toBeLessThan(0.02);
		const wider = estimates(part).map((e, i) => width(e) / width(estimates(whole)[i]));
		expect(wider.reduce((a, b) => a + b) / wider.length).toBeGreaterThan(1.01);
		expect(JSON.stringify(part)).not.toMatch(/NaN|null/);
	});
});

test("a failure is a failure however it is told", () => {
	const scheme = { dimension: 2, n: 64, seed: "1" };
	const outcomes = saltelli(scheme).map(([x, y]) => x + 2 * y * y);
	const told = [NaN, null, undefined, Infinity, -Infinity, [], [null]].map((failure) => {
		const damaged: Evaluation[] = outcomes.map((y, i) => (i === 5 || i === 50 ? failure : y));
		const {
			evaluations: _,
			failed: __,
			...rest
		} = sobolIndices({ ...scheme, outcomes: damaged, resamples: 50 });
		return JSON.stringify(rest);
	});
	expect(new Set(told).size).toBe(1);
	expect(told[0]).not.toBe(JSON.stringify(sobolIndices({ ...scheme, outcomes, resamples: 50 })));
});

describe("pairs", () => {
	test("Ishigami: the first and third factor interact by .243684, no others", () => {
		const [{ f, scheme }] = cases;
		const { pairs = [] } = sobolIndices(f, { ...scheme, secondOrder: true, resamples: 200 });
		expect(pairs.map(({ factors }) => factors)).toEqual([
			[0, 1],
			[0, 2],
			[1, 2],
		]);
		[0, 0.243684, 0].forEach((exact, p) => {
			const { second } = pairs[p];
			expect(Math.abs((second?.value ?? NaN) - exact)).toBeLessThan(0.03);
			expect(second?.low).toBeLessThan(exact);
			expect(second?.high).toBeGreaterThan(exact);
		});
	});
});

describe("noise", () => {
	// Var f = 1.25 of which x has .8; noise variance 4 more.
	const f: Model = ([x, y]) => Math.sqrt(12) * (x + y / 2);
	const scheme = { dimension: 2, n: 1024, seed: "1" };
	const draws = sequence("noise", purpose("test.sobol"));

	test("without replications it counts as interaction; with them it is told and adds nothing", () => {
		const noisy: Model = (x) => f(x) + 2 * draws.normal();
		const single = sobolIndices(noisy, { ...scheme, resamples: 200 });
		expect(single.variance).toBeGreaterThan(4.5);
		expect(single.noise).toBeUndefined();
		expect(single.indices[1].total?.low).toBeGreaterThan(0.6);
		const repeated = sobolIndices(noisy, { ...scheme, replications: 4, resamples: 200, level: 0.99 });
		expect(repeated.evaluations).toBe(4 * single.evaluations);
		expect(Math.abs((repeated.noise ?? NaN) - 4)).toBeLessThan(0.3);
		expect(Math.abs((repeated.variance ?? NaN) - 1.25)).toBeLessThan(0.2);
		expectInside(repeated, [0.8, 0.2], [0.8, 0.2]);
		expect(repeated.indices[1].total?.high).toBeLessThan(0.5);
	});

	test("in common to a row, or to the whole replication, it adds nothing either", () => {
		const rows = saltelli(scheme);
		const common = Float64Array.from({ length: scheme.n * 4 }, () => 2 * draws.normal());
		const byRow = rows.map((x, i) => [0, 1, 2, 3].map((r) => f(x) + common[Math.floor(i / 4) * 4 + r]));
		const byReplication = rows.map((x) => [0, 1, 2, 3].map((r) => f(x) + 100 * common[r]));
		for (const outcomes of [byRow, byReplication]) {
			const { indices } = sobolIndices({ ...scheme, outcomes, resamples: 100 });
			expect(Math.abs((indices[0].total?.value ?? NaN) - 0.8)).toBeLessThan(0.15);
			expect(Math.abs((indices[1].total?.value ?? NaN) - 0.2)).toBeLessThan(0.05);
		}
	});

	test("a failed replication takes no other with it", () => {
		const outcomes = saltelli(scheme).map((x, i) => [f(x), i % 7 === 0 ? null : f(x), f(x)]);
		const { indices, failed, noise } = sobolIndices({ ...scheme, outcomes, resamples: 100 });
		expect(failed).toBe(Math.ceil(4096 / 7));
		expect(noise).toBe(0);
		expect(indices.map(({ rows }) => rows)).toEqual([1024, 1024]);
		expect(indices[0].first?.value).toBeCloseTo(0.8, 2);
	});
});

describe("what has no answer says so", () => {
	test("constant outcomes, also up to rounding, have variance but no indices", () => {
		for (const f of [() => 0.1, ([x]: readonly number[]) => 1e9 + 1e-9 * x] as Model[]) {
			const { mean, variance, indices } = sobolIndices(f, { dimension: 3, n: 16, resamples: 20 });
			expect(mean).toBe(f([0, 0, 0]));
			expect(variance).toBeLessThan(1e-12);
			for (const { first, total } of indices) expect([first, total]).toEqual([undefined, undefined]);
		}
	});

	test("all failed: counted, nothing else; one row: values without intervals", () => {
		const none = sobolIndices(() => null, { dimension: 2, n: 4, resamples: 20 });
		expect(JSON.parse(JSON.stringify(none))).toEqual({
			evaluations: 16,
			failed: 16,
			indices: [
				{ factor: 0, rows: 0 },
				{ factor: 1, rows: 0 },
			],
		});
		const one = sobolIndices(([x]) => x, { dimension: 1, n: 1 });
		expect(one.indices[0].first).toMatchObject({ low: null, high: null });
	});

	test("bad arguments are named", () => {
		expect(() => sobolIndices({ dimension: 2, outcomes: [1, 2, 3] })).toThrow(/2 factors need 4 outcomes/);
		expect(() => sobolIndices({ dimension: 2, outcomes: [] })).toThrow(RangeError);
		expect(() => sobolIndices({ outcomes: [1] })).toThrow(/needs ranges, .* or dimension/);
		for (const [change, fault] of [
			[{ level: 1 }, /^sobolIndices: level/],
			[{ resamples: 0 }, /^sobolIndices: resamples/],
			[{ outcomes: undefined }, /^sobolIndices: needs a function, or the outcomes/],
		] as const)
			expect(() => sobolIndices({ dimension: 1, outcomes: [1, 2, 3], ...(change as object) })).toThrow(fault);
		for (const replications of [0, 1.5])
			expect(() => sobolIndices(() => 1, { dimension: 1, n: 1, replications })).toThrow(/replications/);
	});
});

describe("ways to ask", () => {
	test("outcomes, a function, and a function that answers later give the same", async () => {
		const scheme = {
			ranges: [
				[0, 2],
				[1, 3],
			] as const,
			n: 32,
			seed: "7",
			level: 0.9,
			resamples: 50,
		};
		const f: Model = ([x, y]) => x * y;
		const direct = sobolIndices(f, scheme);
		const outcomes = saltelli(scheme).map(f);
		expect(sobolIndices({ ...scheme, outcomes })).toEqual(direct);
		expect(sobolIndices(Float64Array.from(outcomes), scheme)).toEqual(direct);
		expect(await sobolIndices(async (x) => f(x), scheme)).toEqual(direct);
	});

	test("without a seed the design and its indices have the same", () => {
		const scheme = { dimension: 2, n: 16, resamples: 20 };
		const f: Model = ([x, y]) => x * y;
		expect(sobolIndices({ ...scheme, outcomes: saltelli(scheme).map(f) })).toEqual(sobolIndices(f, scheme));
	});

	test("scaling and shifting the outcome changes no index", () => {
		const base = sobolIndices(gFunction, { dimension: 8, n: 64, resamples: 20 });
		const change = fc.tuple(
			fc.double({ min: 0.01, max: 100, noNaN: true }),
			fc.double({ min: -1e3, max: 1e3, noNaN: true }),
		);
		fc.assert(
			fc.property(change, ([scale, shift]) => {
				const other = sobolIndices((x) => shift - scale * gFunction(x), {
					dimension: 8,
					n: 64,
					resamples: 20,
				});
				estimates(other).forEach((e, i) => {
					expect(e.value).toBeCloseTo(estimates(base)[i].value, 6);
				});
			}),
			{ numRuns: 20, seed: 1 },
		);
	});

	test("intervals of 95 % hold the exact index in at least 93 % of designs", () => {
		// x + y + 3xy on the unit square: V1 = V2 = 25/48, V12 = 9/144.
		const [first, total] = [25 / 53, 28 / 53];
		let inside = 0;
		for (let seed = 0; seed < 100; seed++) {
			const { indices } = sobolIndices(([x, y]) => x + y + 3 * x * y, {
				dimension: 2,
				n: 128,
				seed: `${seed}`,
				resamples: 200,
			});
			for (const index of indices)
				for (const [estimate, exact] of [
					[index.first, first],
					[index.total, total],
				] as const)
					if (estimate && (estimate.low ?? NaN) <= exact && (estimate.high ?? NaN) >= exact) inside++;
		}
		expect(inside).toBeGreaterThanOrEqual(0.93 * 400);
	});
});
