// The guide's model runs as written, in an empty folder outside the repository, from the packed tarball.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, root } from "../cli/command.js";

it("docs/engine.md: forty lines, the same output twice", () => {
	const folder = emptyFolder();
	const guide = readFileSync(join(root, "docs", "engine.md"), "utf8");
	const model = guide.match(/```js\n([\s\S]*?)```/)?.[1] ?? "";
	writeFileSync(join(folder, "diffusion.mjs"), model);
	const npm = (words: string[], cwd: string) =>
		execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
	const tarball =
		npm(["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root)
			.trim()
			.split("\n")
			.at(-1) ?? "";
	npm(["init", "-y"], folder);
	npm(["install", "--no-audit", "--no-fund", join(folder, tarball)], folder);
	const run = () => execFileSync(process.execPath, ["diffusion.mjs"], { cwd: folder, encoding: "utf8" });
	const [counts, hash] = run().trim().split("\n");
	expect(run().trim().split("\n")).toEqual([counts, hash]);
	expect(hash).toMatch(/^[0-9a-f]{32}$/);
	const adopters = counts.split(" ").map(Number);
	expect(adopters).toHaveLength(40);
	expect(adopters[39]).toBeGreaterThan(adopters[10] * 5);
	expect(adopters[39]).toBeLessThanOrEqual(20_000);
});
