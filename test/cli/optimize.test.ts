// fractwin optimize: the same document for any number of threads, kept when broken off, gone on with to the same files.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { mean } from "../../engine/analysis/summary.js";
import { execute } from "../../engine/experiment/session.js";
import { runSpec } from "../../scenarios/build.js";
import { parseScenario } from "../../scenarios/parse.js";
import { models } from "../../scenarios/registry.js";
import { inProject } from "../shared.js";
import { begin, emptyFolder, fractwin, fractwinJson, until } from "./command.js";
import { entriesOf, expectSame } from "./study.js";

/** Four makers of a small chain, in few runs. */
const words = [
	...["optimize", "serial-chain", "--set", "stages=4", "--set", "economics.capacity=1.05"],
	...["--set", "boundaries.on=true", "--set", "modules.overhead=0.05"],
	...["--ticks", "60", "--seed", "o"],
];
/** What a scenario's file comes to on these keys. */
function meanEfficacy(file: string, keys: readonly string[], ticks: number): number {
	const scenario = parseScenario(readFileSync(file, "utf8"), file);
	return mean(
		keys.map((seed) => {
			const { outcomes } = execute(models, runSpec(scenario, { seed, ticks }));
			return outcomes.find(({ name }) => name === "efficacy")?.value ?? Number.NaN;
		}),
	);
}

const small = [...words, "--no-baselines", "--budget", "150"];

describe("the document", () => {
	// biome-ignore lint/suspicious/noExplicitAny: a document as its reader finds it
	let [one, two]: any[] = [];
	beforeAll(() => {
		[one, two] = ["1", "2"].map((threads) => {
			const options = ["--modules", "--boundaries", "--budget", "500", "--threads", threads];
			const { timing, threads: used, ...document } = fractwinJson([...words, ...options]);
			return { used, document };
		});
	}, 240_000);

	test("is the same on one thread and on two", () => {
		expect([one.used, two.used]).toEqual([1, 2]);
		expect(two.document).toEqual(one.document);
	});

	test("has what the interface promises", () => {
		const { before, after, baselines, modules, boundaries, evaluations, heldOut } = one.document;
		expect(Object.keys(baselines)).toEqual(["leiden", "random", "genetic"]);
		expect(modules.flat()).toHaveLength(4);
		expect(modules).toEqual(after.modules);
		expect(before.modules.flat().sort()).toEqual(modules.flat().sort());
		expect(Object.keys(boundaries)).toEqual(["material", "labor", "funds", "information"]);
		expect(evaluations).toBeLessThanOrEqual(500);
		expect(heldOut.keys.length).toBe(heldOut.before.n);
		expect(heldOut.difference.mean).toBeCloseTo(heldOut.after.mean - heldOut.before.mean, 12);
	});
});

describe("Ctrl-C", () => {
	test("exits with 130, keeps runs and the best so far, and resume comes to the same files", async () => {
		const folder = emptyFolder();
		const { child, ended } = begin([...small, "--quiet", "--out", "a"], folder);
		await until(() => entriesOf(join(folder, "a"), "finished").length >= 70);
		child.kill("SIGINT");
		const { code, out, err } = await ended;
		expect([code, out]).toEqual([130, ""]);
		expect(err).toMatch(/interrupted: \d+ of 150 runs had finished and are kept\n.*so far.*\n.*resume a\n$/);
		expect(fractwinJson(["status", "a"], folder)).toMatchObject({ state: "interrupted" });

		const resumed = fractwinJson(["resume", "a", "--threads", "1"], folder);
		expect(resumed.reused).toBeGreaterThanOrEqual(70);
		fractwin([...small, "--quiet", "--out", "b"], folder);
		expectSame(join(folder, "a"), join(folder, "b"));
		expect(existsSync(join(folder, "a", "best-so-far.json"))).toBe(false);
		// What was found is a scenario that runs as was measured.
		const { after, keys } = resumed.heldOut;
		expect(meanEfficacy(join(folder, "a", "optimized.yaml"), keys, 60)).toBe(after.mean);
		const { threads, timing, out: where, reused, ...document } = resumed;
		expect(JSON.parse(readFileSync(join(folder, "a", "optimized.json"), "utf8"))).toEqual(document);
		// A finished one is shown, and nothing is run.
		expect(fractwinJson(["resume", "a"], folder).heldOut).toEqual(document.heldOut);
		for (const command of ["verify", "report"])
			expect(fractwin([command, "a"], folder)).toMatchObject({
				code: 2,
				err: expect.stringMatching(/holds an optimization/),
			});
	}, 180_000);

	test("says the best so far where nothing is kept", async () => {
		const long = [...words, "--budget", "3000", "--json"];
		const { child, ended, said } = begin(long, emptyFolder());
		await until(() => /[1-9]\d* of 3,?000/.test(said()));
		child.kill("SIGINT");
		const { code, out, err } = await ended;
		expect([code, out]).toEqual([130, ""]);
		expect(err).toMatch(/without --out nothing is kept\n.*so far/);
	});
});

test("the report shows searches, and trade-offs where objectives are given", () => {
	const folder = emptyFolder();
	const { out } = fractwin(
		[...words, "--no-baselines", "--budget", "330", "--objectives", "efficacy,profit", "--out", "a"],
		folder,
	);
	expect(out).toMatch(/Trade-offs: no other is better in every objective/);
	const report = readFileSync(join(folder, "a", "report.html"), "utf8");
	expect(report).toContain("Searches compared");
	expect(report).toContain('<figure id="pareto">');
	expect(readFileSync(join(folder, "a", "ro-crate-metadata.json"), "utf8")).toContain("optimized.json");
});

test("a dry run says how many runs and writes nothing", () => {
	const folder = emptyFolder();
	const { code, out } = fractwin([...small, "--dry-run"], folder);
	expect([code, out.startsWith("serial-chain: 150 runs of 60 ticks")]).toEqual([0, true]);
	expect(existsSync(join(folder, "out"))).toBe(false);
});

test("classes of parts are proposed with modules, kept to limits, and measured where they change", () => {
	const folder = emptyFolder();
	writeFileSync(join(folder, "limits.yaml"), "pairs: [{first: Heater, second: engine, rule: excludes}]");
	const machines = inProject("docs/optimize/two-machines.yaml");
	const few = ["optimize", machines, "--modules", "--no-baselines", "--budget", "150", "--ticks", "80"];
	const one = fractwinJson([...few, "--class-limits", "limits.yaml", "--out", "a"], folder);
	expect(one.classes.engine).toEqual({ Loader: "base", Digger: "base" });
	expect(one.classes.Heater).toEqual({ Loader: "optional", Digger: "optional" });
	expect(one.classChoice.measured.profit.n).toBe(one.heldOut.keys.length);
	expect(one.evaluations).toBeLessThanOrEqual(150 + one.heldOut.keys.length);
	expect(readFileSync(join(folder, "a", "report.html"), "utf8")).toContain("configuration.classes=");
	const { adopted, measured } = one.classChoice;
	const found = one.heldOut.after.mean + (adopted ? measured.efficacy.mean : 0);
	const written = join(folder, "a", "optimized.yaml");
	expect(meanEfficacy(written, one.heldOut.keys, 80)).toBeCloseTo(found, 14);
	expect(readFileSync(written, "utf8").includes("classes:")).toBe(adopted);
	expect(fractwin(["report", "a"], folder).code).toBe(2);

	writeFileSync(join(folder, "wrong.yaml"), "pairs: [{first: Heatr, second: engine, rule: excludes}]");
	const wrong = fractwin([...few, "--class-limits", "wrong.yaml"], folder);
	expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/wrong\.yaml: .*did you mean "Heater"/)]);
	const alone = [...words, "--boundaries", "--class-limits", "limits.yaml"];
	expect(fractwin(alone, folder)).toMatchObject({
		code: 2,
		err: expect.stringMatching(/--class-limits: is about modules/),
	});
}, 120_000);

describe("bad input", () => {
	test.each([
		[["--budget", "20"], /too small.*at least \d+ runs/],
		[["--budget", "many"], /whole number/],
		[["--objectives", "efficacy,proffit"], /did you mean "profit"/],
		[["--max-size", "0"], /whole number/],
		[["--module-limits", "odd.yaml"], /odd\.yaml: no partition can keep.*at least 2 modules, and at most 1/],
		[["--max-size", "2", "--boundaries"], /modules, which are not searched for/],
		[["--set", "boundaries.on=false", "--boundaries"], /boundary functions are off/],
		[["--set", "stages=1", "--modules"], /two stages or more/],
		[["--set", "stages=1", "--set", "boundaries.on=false"], /nothing to optimize/],
	])("%j exits with 2", (more, message) => {
		const folder = emptyFolder();
		if (more.includes("odd.yaml")) writeFileSync(join(folder, "odd.yaml"), "{minSize: 3, maxSize: 3}");
		const { code, out, err } = fractwin([...words, ...more], folder);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toMatch(message);
		expect(existsSync(join(folder, "out"))).toBe(false);
	});
});
