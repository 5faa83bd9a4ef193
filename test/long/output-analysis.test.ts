// How often selections are right and intervals hold, over many studies.

import { describe, expect, test } from "vitest";
import {
	bootstrapInterval,
	comparisonsWithBest,
	type Interval,
	mean,
	type SelectionOptions,
	selectBest,
	selectBestInTwoStages,
	stoppingRule,
	tukeyDifferences,
} from "../../engine/analysis/index.js";
import { exponential, normal, purpose, streamKey, word } from "../../engine/random/index.js";

const stream = streamKey(11, 12, purpose("test.long.output-analysis"));
const draw = (study: number, index: number, part = 0) => normal(word(stream, study, part, index));
/** Standardized gamma values of shape 4: mean 0, variance 1, skewness 1. */
const skewed = (study: number, index: number) => {
	let sum = 0;
	for (let part = 0; part < 4; part++) sum += exponential(word(stream, study, part, index));
	return (sum - 4) / 2;
};
const holds = ({ low, high }: Interval, value: number) =>
	(low as number) <= value && value <= (high as number);

/** Counts the studies of which something is true. */
async function share(studies: number, is: (study: number) => boolean | Promise<boolean>): Promise<number> {
	let count = 0;
	for (let study = 0; study < studies; study++) if (await is(study)) count++;
	return count / studies;
}
const told = (what: string, value: number) => console.log(`${what}: ${value.toFixed(4)}`);

describe("slippage configuration: one of 5 systems better by δ = 1, σ 3, α .05", () => {
	const options = (study: number): SelectionOptions => ({
		systems: 5,
		delta: 1,
		alpha: 0.05,
		n0: 10,
		sample: (system, replication) => (system === 2 ? 1 : 0) + 3 * draw(study, replication, system),
	});

	test("Kim–Nelson is right in .95 of 4,000 selections or more", async () => {
		const right = await share(4000, async (study) => (await selectBest(options(study))).best === 2);
		told("Kim–Nelson right", right);
		expect(right).toBeGreaterThanOrEqual(0.95);
	});

	test("also with standard deviations of 1 to 5, the best system's in the middle", async () => {
		const sample = (study: number) => (system: number, replication: number) =>
			(system === 2 ? 1 : 0) + (1 + system) * draw(study, replication, system);
		const right = await share(
			4000,
			async (study) => (await selectBest({ ...options(study), sample: sample(study) })).best === 2,
		);
		told("Kim–Nelson with unequal variances right", right);
		expect(right).toBeGreaterThanOrEqual(0.95);
	});

	test("Rinott is right in .95 of 1,000 selections or more", async () => {
		const right = await share(
			1000,
			async (study) => (await selectBestInTwoStages(options(study))).best === 2,
		);
		told("Rinott right", right);
		expect(right).toBeGreaterThanOrEqual(0.95);
	});
});

describe("sequential 95 % intervals hold the mean in .93 to .97 of 1,000 studies", () => {
	test.each([
		["normal", 0.25, draw],
		["normal", 0.15, draw],
		["skewed", 0.25, skewed],
		["skewed", 0.15, skewed],
	])("%s outcomes, to %d standard deviations", async (name, absolute, sample) => {
		const coverage = await share(1000, (study) => {
			const rule = stoppingRule({ targets: { x: { absolute } }, level: 0.95 });
			while (rule.ask() > 0) rule.tell({ x: sample(study, rule.replications) });
			return holds(rule.estimates().x, 0);
		});
		told(`sequential coverage, ${name}, ${absolute}`, coverage);
		expect(coverage).toBeGreaterThanOrEqual(0.93);
		expect(coverage).toBeLessThanOrEqual(0.97);
	});

	test("relative half-width, and a paired difference beside it, each for itself", async () => {
		let paired = 0;
		const coverage = await share(1000, (study) => {
			const targets = { x: { relative: 0.02 }, difference: { absolute: 0.2 } };
			const rule = stoppingRule({ targets, level: 0.95, joint: false });
			while (rule.ask() > 0) {
				const r = rule.replications;
				const a = 10 + draw(study, r, 0) + draw(study, r, 1);
				rule.tell({ x: a, difference: a - (9 + draw(study, r, 0) + draw(study, r, 2)) });
			}
			const { x, difference } = rule.estimates();
			if (holds(difference, 1)) paired++;
			return holds(x, 10);
		});
		told("sequential coverage, relative", coverage);
		told("sequential coverage, paired difference", paired / 1000);
		for (const found of [coverage, paired / 1000]) {
			expect(found).toBeGreaterThanOrEqual(0.93);
			expect(found).toBeLessThanOrEqual(0.97);
		}
	});
});

describe("90 % intervals of 4 groups, over 1,000 studies", () => {
	const groups = (study: number, sizes: readonly number[]) =>
		sizes.map((n, group) => Array.from({ length: n }, (_, i) => group / 4 + draw(study, i, group)));
	const error = 3.5 * Math.sqrt((0.9 * 0.1) / 1000);

	test.each([[[6, 6, 6, 6]], [[4, 6, 9, 12]]])(
		"Tukey's hold all at once, exactly for equal sizes: %j",
		async (sizes) => {
			const found = await share(1000, (study) =>
				tukeyDifferences(groups(study, sizes), 0.9).every((pair) => holds(pair, (pair.a - pair.b) / 4)),
			);
			told(`Tukey ${sizes}`, found);
			expect(found).toBeGreaterThan(0.9 - error);
			if (sizes[0] === sizes[3]) expect(found).toBeLessThan(0.9 + error);
		},
	);

	test("Hsu's comparisons with the best hold all at once", async () => {
		const found = await share(1000, (study) =>
			comparisonsWithBest(groups(study, [6, 6, 6, 6]), 0.9).every((interval, group) =>
				holds(interval, group === 3 ? 0.25 : (group - 3) / 4),
			),
		);
		told("Hsu", found);
		expect(found).toBeGreaterThan(0.9 - error);
	});
});

test("the 95 % BCa interval of the mean of 40 exponential values holds it in .91 to .97 of 1,000 studies", async () => {
	const coverage = await share(1000, (study) => {
		const values = Array.from({ length: 40 }, (_, i) => exponential(word(stream, study, 9, i)));
		return holds(bootstrapInterval(values, mean, { level: 0.95, seed: `${study}`, resamples: 1000 }), 1);
	});
	told("BCa coverage", coverage);
	expect(coverage).toBeGreaterThan(0.91);
	expect(coverage).toBeLessThan(0.97);
});
