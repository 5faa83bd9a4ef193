// Numbers as people read them.

import { describe, expect, test } from "vitest";
import { estimate, outcomeInWords, plusMinus, toWithin } from "../../cli/text/wording.js";

const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });

describe("an estimate", () => {
	test("has the digits that its interval leaves meaning to", () => {
		expect(estimate(about(0.78193, 0.0028))).toEqual({ mean: "0.7819", interval: "0.7791 … 0.7847" });
		expect(estimate(about(18562.2, 1167.4), true).interval).toBe("+17,395 … +19,730");
		expect(plusMinus(about(10.6267, 0.2163))).toBe("10.63 ± 0.22");
	});

	test("has no more than six digits, however narrow the interval, and no powers of ten", () => {
		expect(estimate(about(1 - 2e-8, 2.79e-8))).toEqual({
			mean: "1.000000",
			interval: "± less than 0.000001",
		});
		expect(plusMinus(about(0.995, 4.3e-8))).toBe("0.995000 ± less than 0.000001");
		expect(plusMinus(about(0.8879055, 1e-7))).toBe("0.887906 ± less than 0.000001");
		expect(estimate(about(12.49977, 0.0008)).interval).toBe("12.4990 … 12.5006");
		expect(plusMinus(about(1234567.4, 0.1))).toBe("1,234,567 ± less than 1");
	});

	test("of one run, or of runs that agree, has no interval", () => {
		expect(estimate({ mean: 2 / 3, low: null, high: null })).toEqual({ mean: "0.6667", interval: "–" });
		expect(estimate(about(204, 0))).toEqual({ mean: "204.0", interval: "the same in all runs" });
	});
});

test("a known answer has the digits that its tolerance leaves meaning to", () => {
	expect(toWithin(15.46350171, 5e-7)).toBe("15.46350171");
	expect(toWithin(1490.4, 74)).toBe("1,490");
	expect(toWithin(10, 0)).toBe("10");
	expect(toWithin(36, 1e-7)).toBe("36");
	expect(toWithin(2 / 3, 0)).toBe("0.6667");
});

test("outcomes have names in words", () => {
	expect(["bullwhip3", "cost2", "winWin", "repairWait"].map(outcomeInWords)).toEqual([
		"tier-3 bullwhip",
		"tier-2 cost",
		"win-win",
		"repair wait",
	]);
});
