// A study killed at any moment, and killed again while it is resumed, leaves in the end what an unbroken one leaves.

import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { begin, emptyFolder, fractwin } from "../cli/command.js";
import { expectSame } from "../cli/study.js";

const often = { FRACTWIN_CHECKPOINT_SECONDS: "0.1" };
const studies = [
	["run", "bulldozer", "--ticks", "400", "--replications", "5"],
	["twin", "bulldozer", "--ticks", "200", "--replications", "2", "--format", "csv"],
] as const;
/** Of each study: its folder, and milliseconds that it took. */
const unbroken: { folder: string; took: number }[] = [];

/** Uniform in 0..1, the same in every run (a linear congruential generator). */
let state = 20200714;
function uniform(): number {
	state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
	return state / 2 ** 32;
}

async function killedAfter(
	words: readonly string[],
	folder: string,
	milliseconds: number,
): Promise<number | null> {
	const { child, ended } = begin([...words, "--quiet"], folder, often);
	const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
	const { code, err } = await ended;
	clearTimeout(timer);
	expect(err).not.toMatch(/bug|cannot be/);
	return code;
}

beforeAll(() => {
	for (const words of studies) {
		const folder = emptyFolder();
		const from = performance.now();
		expect(fractwin([...words, "--quiet", "--out", "a"], folder, [], often).code).toBe(0);
		unbroken.push({ folder: join(folder, "a"), took: performance.now() - from });
	}
});

describe("kill -9", () => {
	const trials = Array.from({ length: 20 }, (_, trial) => {
		const kills = 1 + Math.floor(3 * uniform());
		const moments = Array.from({ length: kills }, uniform);
		return { trial, study: trial % 2, threads: 1 + (trial % 3), moments };
	});

	it.each(trials)("at random moments: $trial, $moments", async ({ study, threads, moments }) => {
		const folder = emptyFolder();
		const { folder: wanted, took } = unbroken[study] as (typeof unbroken)[number];
		const out = join(folder, "a");
		const first = [...(studies[study] as readonly string[]), "--out", "a"];
		for (const [k, moment] of moments.entries()) {
			const words = existsSync(out) ? ["resume", "a"] : first;
			const code = await killedAfter([...words, "--threads", String(threads + k)], folder, moment * took);
			expect([null, 0]).toContain(code);
		}
		const words = existsSync(out) ? ["resume", "a"] : first;
		const { code, err } = fractwin([...words, "--quiet"], folder);
		expect([code, err.replace(/^a had finished already.*\n/, "")]).toEqual([0, ""]);
		expectSame(out, wanted);
	});
});

describe("a command that dies just before it touches the disk for the n-th time", () => {
	// Loaded into the command: counts what changes files or makes them safe.
	const deadly = `data:text/javascript,${encodeURIComponent(`
		import fs from "node:fs";
		import { syncBuiltinESMExports } from "node:module";
		import { isMainThread } from "node:worker_threads";
		let left = isMainThread ? Number(process.env.DIE_AT) : 0;
		const watch = (of, name) => {
			const does = of[name];
			of[name] = (...what) => {
				if (--left === 0) process.kill(process.pid, "SIGKILL");
				return does(...what);
			};
		};
		for (const name of ["openSync", "writeFileSync", "fsyncSync", "renameSync", "rmSync", "mkdirSync", "mkdtempSync"]) watch(fs, name);
		for (const name of ["open", "rename", "rm"]) watch(fs.promises, name);
		syncBuiltinESMExports();`)}`;
	const words = ["run", "serial-chain", "--ticks", "30", "--replications", "2", "--quiet", "--threads", "1"];
	const dying = (command: readonly string[], folder: string, at: number) =>
		fractwin(command, folder, ["--import", deadly], { DIE_AT: String(at) });
	const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

	it("comes out the same when it is resumed, for every n; also with --force", () => {
		const folder = emptyFolder();
		const at = (name: string) => join(folder, name);
		expect(fractwin([...words, "--out", "whole"], folder).code).toBe(0);
		expect(fractwin([...words, "--seed", "b", "--format", "csv", "--out", "other"], folder).code).toBe(0);
		// Without --force only the making of the folder is another.
		for (const [force, most] of [
			[[], 15],
			[["--force"], Number.POSITIVE_INFINITY],
		] as const) {
			let deaths = 0;
			for (let code: number | null = null; code === null && deaths < most; deaths++) {
				const name = `${force.length}-${deaths}`;
				const first = [...words, "--out", name, ...force];
				if (force.length > 0) cpSync(at("other"), at(name), { recursive: true });
				code = dying(first, folder, deaths + 1).code;
				// Before the manifest was in its place nothing had begun.
				const begun = existsSync(at(name)) && manifest(at(name)).seed === "fractwin";
				const way = begun ? ["resume", name, "--quiet"] : first;
				const { code: after, err } = fractwin(way, folder);
				expect([after, err], name).toEqual([0, ""]);
				expectSame(at(name), at("whole"));
			}
			expect(deaths).toBeGreaterThanOrEqual(Math.min(most, 40));
		}
	});

	it("dies while it is resumed, and comes out the same", () => {
		const folder = emptyFolder();
		const at = (name: string) => join(folder, name);
		expect(fractwin([...words, "--out", "whole"], folder).code).toBe(0);
		dying([...words, "--out", "half"], folder, 30);
		expect(existsSync(join(at("half"), "journal.jsonl"))).toBe(true);
		let deaths = 0;
		for (let code: number | null = null; code === null; deaths++) {
			const name = String(deaths);
			cpSync(at("half"), at(name), { recursive: true });
			code = dying(["resume", name, "--quiet"], folder, deaths + 1).code;
			expect(fractwin(["resume", name, "--quiet"], folder).code, name).toBe(0);
			expectSame(at(name), at("whole"));
		}
		expect(deaths).toBeGreaterThan(20);
	});
});
