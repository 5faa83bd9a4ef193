// When to stop replicating: how many more are asked for, and what has been reached then.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	bonferroniLevel,
	confidenceInterval,
	type Estimate,
	type StoppingOptions,
	stoppingRule,
} from "../../engine/analysis/index.js";
import { normal, purpose, streamKey, word } from "../../engine/random/index.js";

const stream = streamKey(5, 6, purpose("test.stopping"));
const noise = (outcome: number, replication: number) => normal(word(stream, outcome, 0, replication));
const half = ({ low, high }: Estimate) => ((high as number) - (low as number)) / 2;

/** Runs all that is asked for; the numbers asked. */
function follow<Name extends string>(
	options: StoppingOptions<Name>,
	run: (replication: number) => Record<NoInfer<Name>, number>,
) {
	const rule = stoppingRule(options);
	const asked: number[] = [];
	for (let more = rule.ask(); more > 0; more = rule.ask()) {
		asked.push(more);
		for (; more > 0; more--) rule.tell(run(rule.replications));
	}
	return { rule, asked };
}

describe("one outcome", () => {
	const options = { targets: { x: { absolute: 0.2 } }, level: 0.95 } as const;

	test("stops with the t interval no wider than asked, at about (1.96·s/width)² replications", () => {
		const { rule } = follow(options, (r) => ({ x: 7 + noise(0, r) }));
		const { x } = rule.estimates();
		expect(rule.reached).toBe(true);
		expect(x.reached).toBe(true);
		expect(half(x)).toBeLessThanOrEqual(0.2);
		expect(rule.replications).toBeGreaterThan(70);
		expect(rule.replications).toBeLessThan(130);
		const values = Array.from({ length: rule.replications }, (_, r) => 7 + noise(0, r));
		const t = confidenceInterval(values, 0.95);
		expect(x.low).toBeCloseTo(t.low as number, 10);
		expect(x.high).toBeCloseTo(t.high as number, 10);
	});

	test("looks first after the minimum, and ahead by what the variance so far promises, but no more than doubles", () => {
		const { asked } = follow({ ...options, minimum: 10 }, (r) => ({ x: 3 * noise(0, r) }));
		expect(asked.slice(0, 3)).toEqual([10, 10, 20]);
		const values = Array.from({ length: 30 }, (_, r) => noise(0, r));
		const { low, high } = confidenceInterval(values, 0.95);
		const wide = ((high as number) - (low as number)) / 2;
		const needed = Math.ceil(30 * (wide / 0.3) ** 2);
		expect(needed).toBeGreaterThan(30);
		expect(needed).toBeLessThan(60);
		const ahead = follow({ targets: { x: { absolute: 0.3 } }, level: 0.95 }, (r) => ({ x: noise(0, r) }));
		expect(ahead.asked.slice(0, 2)).toEqual([30, needed - 30]);
	});

	test("a relative target γ ends with a half-width of γ/(1 + γ) of the mean; either of two targets suffices", () => {
		const run = (r: number) => ({ x: -20 + 4 * noise(1, r) });
		const { rule } = follow({ targets: { x: { relative: 0.05 } }, level: 0.9 }, run);
		const { x } = rule.estimates();
		expect(half(x)).toBeLessThanOrEqual((0.05 / 1.05) * Math.abs(x.mean));
		const either = follow({ targets: { x: { relative: 0.001, absolute: 1 } }, level: 0.9 }, run);
		expect(half(either.rule.estimates().x)).toBeLessThanOrEqual(1);
		expect(either.rule.replications).toBeLessThan(200);
	});

	test("a target that is reached must be so once more, 10 replications or a tenth of all later", () => {
		expect(follow({ ...options, minimum: 40 }, () => ({ x: 1 })).asked).toEqual([40, 10]);
		expect(follow({ ...options, minimum: 150 }, () => ({ x: 1 })).asked).toEqual([150, 15]);
		const late = follow({ ...options, minimum: 20 }, (r) => ({ x: r < 25 ? 1 : noise(0, r) }));
		expect(late.asked.slice(0, 2)).toEqual([20, 10]);
		expect(late.rule.replications).toBeGreaterThan(45);
		expect(half(late.rule.estimates().x)).toBeLessThanOrEqual(0.2);
		const cut = follow({ ...options, minimum: 20, maximum: 25 }, () => ({ x: 1 }));
		expect(cut.asked).toEqual([20, 5]);
		expect(cut.rule.reached).toBe(true);
	});

	test("equal values have no width", () => {
		const { rule, asked } = follow({ ...options, minimum: 5 }, () => ({ x: 0.1 }));
		expect(asked).toEqual([5, 10]);
		expect(rule.estimates()).toEqual({ x: { mean: 0.1, low: 0.1, high: 0.1, reached: true } });
	});

	test("the maximum ends it unreached, also where the mean is 0 and the target relative", () => {
		const { rule, asked } = follow({ targets: { x: { relative: 0.1 } }, level: 0.95, maximum: 50 }, (r) => ({
			x: r % 2 === 0 ? 1 : -1,
		}));
		expect(asked).toEqual([30, 20]);
		expect(rule.reached).toBe(false);
		expect(rule.estimates().x.mean).toBeCloseTo(0, 12);
		expect(rule.estimates().x.reached).toBe(false);
	});
});

test("a paired difference needs fewer replications than one of independent runs", () => {
	const options = { targets: { difference: { absolute: 0.25 } }, level: 0.95 } as const;
	const paired = follow(options, (r) => {
		const common = noise(2, r);
		return { difference: common + 0.5 * noise(3, r) - (common + 0.5 * noise(4, r)) };
	});
	const independent = follow(options, (r) => ({
		difference: noise(2, r) + 0.5 * noise(3, r) - (noise(5, r) + 0.5 * noise(4, r)),
	}));
	expect(paired.rule.replications).toBeLessThan(independent.rule.replications / 2);
});

describe("several outcomes", () => {
	const targets = { a: { absolute: 0.3 }, b: { absolute: 0.6 }, c: { relative: 0.05 } } as const;
	const run = (r: number) => ({ a: noise(6, r), b: 3 * noise(7, r), c: 10 + noise(8, r) });

	test("all reach their targets; the noisiest decides how many", () => {
		const { rule } = follow({ targets, level: 0.95, joint: false }, run);
		const estimates = rule.estimates();
		expect(Object.values(estimates).every(({ reached }) => reached)).toBe(true);
		const alone = follow({ targets: { b: targets.b }, level: 0.95 }, run);
		expect(rule.replications).toBeGreaterThanOrEqual(alone.rule.replications);
	});

	test("jointly, unless told, each interval has Bonferroni's level and it takes longer", () => {
		const joint = follow({ targets, level: 0.95 }, run).rule;
		expect(joint.replications).toBeGreaterThan(
			follow({ targets, level: 0.95, joint: false }, run).rule.replications,
		);
		const values = Array.from({ length: joint.replications }, (_, r) => run(r).b);
		expect(joint.estimates().b.low).toBeCloseTo(
			confidenceInterval(values, bonferroniLevel(0.95, 3)).low as number,
			10,
		);
	});

	test("an interrupted rule goes on as if it had not been, wherever it stopped", () => {
		const whole = follow({ targets, level: 0.95 }, run);
		fc.assert(
			fc.property(fc.nat({ max: whole.rule.replications }), (stop) => {
				const again = stoppingRule({ targets, level: 0.95 });
				while (again.replications < stop) again.tell(run(again.replications));
				const left = whole.asked.reduce((sum, n) => (sum > stop ? sum : sum + n), 0) - stop;
				if (stop < whole.rule.replications) expect(again.ask()).toBe(left);
				while (again.ask() > 0) again.tell(run(again.replications));
				expect(again.estimates()).toEqual(whole.rule.estimates());
			}),
			{ numRuns: 20 },
		);
	});
});

test("what makes no rule, and outcomes that are none, are refused", () => {
	const make = (change: object) => () =>
		stoppingRule({ targets: { x: { absolute: 1 } }, level: 0.95, ...change });
	expect(make({ targets: {} })).toThrow(/no targets/);
	expect(make({ targets: { x: {} } })).toThrow(/x needs an absolute or a relative/);
	expect(make({ targets: { x: { absolute: 0 } } })).toThrow(/absolute half-width of x/);
	expect(make({ targets: { x: { relative: 1 } } })).toThrow(/relative half-width of x/);
	expect(make({ level: 95 })).toThrow(/stoppingRule: level/);
	expect(make({ minimum: 1 })).toThrow(/minimum/);
	expect(make({ maximum: 20 })).toThrow(/maximum must be at least the minimum, 30/);
	const rule = make({ minimum: 2, maximum: 2 })();
	expect(() => rule.estimates()).toThrow(/no replications/);
	expect(() => rule.tell({ x: NaN })).toThrow("outcome x of replication 0 must be finite, got NaN");
	expect(() => rule.tell({} as { x: number })).toThrow(/got undefined/);
	expect(rule.replications).toBe(0);
	rule.tell({ x: 1 });
	expect(rule.estimates()).toEqual({ x: { mean: 1, low: null, high: null, reached: false } });
	rule.tell({ x: 1 });
	expect(() => rule.tell({ x: 1 })).toThrow(/no replication was asked for after 2/);
});
