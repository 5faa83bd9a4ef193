// fractwin doc: the method text, woven from the model's own metadata and its prose.

import { Argument, type Command } from "commander";
import { odd } from "../doc/odd.js";
import type { Options } from "../options.js";
import { loadScenario } from "../scenario-source.js";
import { print, printJson } from "../text/print.js";

const texts = ["odd"] as const;

export function addDoc(program: Command): void {
	program
		.command("doc")
		.description("print the description of the model by the ODD protocol (Grimm et al. 2020), in Markdown")
		.addArgument(new Argument("<text>", "which text").choices(texts))
		.argument("[scenario]", "a scenario whose parameters are to be listed; the defaults without one")
		.action((_: string, source: string | undefined, __: unknown, command: Command) =>
			doc(source, command.optsWithGlobals()),
		);
}

function doc(source: string | undefined, options: Options): void {
	const text = odd(source === undefined ? undefined : loadScenario(source, [...options.set]).scenario);
	if (options.json) printJson({ text });
	else print(text);
}
