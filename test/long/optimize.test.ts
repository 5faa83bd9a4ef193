// docs/optimize.md: every line that it says a command prints is printed by it, and the flagship's gain is above zero.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fractwin } from "../cli/command.js";
import { inProject } from "../shared.js";

const blocks = [
	...readFileSync(inProject("docs/optimize.md"), "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm),
].flatMap(([, language, text = ""]) => (language === "" ? [text] : []));
const commands = blocks.flatMap((text, k) => {
	const [, words] = /^npx fractwin (.*)\n$/.exec(text) ?? [];
	return words === undefined ? [] : [{ words, printed: blocks[k + 1] ?? "" }];
});

test("docs/optimize.md has commands with what they print", () => {
	expect(commands.length).toBeGreaterThanOrEqual(2);
	for (const { printed } of commands) expect(printed).not.toMatch(/^npx/);
});

test.each(commands)("npx fractwin $words", ({ words, printed }) => {
	const { code, out } = fractwin(words.split(" "));
	expect(code).toBe(0);
	const lines = new Set(out.split("\n"));
	for (const line of printed.split("\n")) if (line !== "" && line !== "…") expect(lines).toContain(line);
	if (words.startsWith("optimize")) expect(out).toMatch(/that no search has used: better\./);
});
