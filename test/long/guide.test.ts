// The guide's model runs as written, in an empty folder outside the repository, from the packed tarball, on threads.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, root } from "../cli/command.js";

it("docs/engine.md: forty lines and a worker entry of four, the same output for any number of threads", () => {
	const folder = emptyFolder();
	const guide = readFileSync(join(root, "docs", "engine.md"), "utf8");
	const [model = "", worker = "", main = ""] = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(
		([, code]) => code,
	);
	expect(model.trim().split("\n").length).toBeLessThanOrEqual(45);
	expect(worker.trim().split("\n")).toHaveLength(4);
	writeFileSync(join(folder, "diffusion.mjs"), model);
	writeFileSync(join(folder, "worker.mjs"), worker);
	writeFileSync(join(folder, "main.mjs"), main);
	const npm = (words: string[], cwd: string) =>
		execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
	const tarball =
		npm(["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root)
			.trim()
			.split("\n")
			.at(-1) ?? "";
	npm(["init", "-y"], folder);
	npm(["install", "--no-audit", "--no-fund", join(folder, tarball)], folder);
	const run = (threads: number) =>
		execFileSync(process.execPath, ["main.mjs", String(threads)], { cwd: folder, encoding: "utf8" })
			.trim()
			.split("\n");
	const [counts, hash, did] = run(2);
	expect(hash).toMatch(/^[0-9a-f]{32}$/);
	expect(did).toMatch(/^2 threads stepped \d+ \+ \d+ shards$/);
	for (const threads of [1, 3, 7]) expect(run(threads).slice(0, 2)).toEqual([counts, hash]);
	const adopters = counts.split(" ").map(Number);
	expect(adopters).toHaveLength(40);
	expect(adopters[39]).toBeGreaterThan(adopters[10] * 5);
	expect(adopters[39]).toBeLessThanOrEqual(20_000);
});
