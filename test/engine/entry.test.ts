// fractwin/engine as others import it: a model written with it runs, and nothing is exposed unseen.

import { expect, test } from "vitest";
import * as engine from "../../engine/index.js";

test("the entry exposes these names and no other", () => {
	expect(Object.keys(engine).sort()).toEqual(
		[
			...["agentKind", "networkKind", "column", "columns", "links", "compressLinks", "buildWorld"],
			...["addRow", "removeRow", "fillSet", "listRows", "countRows"],
			...["fork", "hash", "snapshot", "restore"],
			...["threefry2x32", "keyFromText", "purpose", "draws", "word", "fillWords", "fillNormals", "threshold"],
			...["uniform", "normal", "exponential", "gumbel", "binomial", "negativeBinomial", "poisson"],
			...[
				"simulate",
				"serve",
				"run",
				"step",
				"seriesOf",
				"valuesOf",
				"newRecording",
				"replicationSeed",
				"math",
				"graphs",
			],
			...["analysis", "designs", "factorial", "latinHypercube", "morris", "saltelli", "sobolSequence"],
		].sort(),
	);
});

test("threefry2x32 gives the published vectors (Random123, 20 rounds)", () => {
	expect(engine.threefry2x32(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
	expect(engine.threefry2x32(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toEqual([
		0x1cb996fc, 0xbb002be7,
	]);
});

test("a model written with it alone runs, and repeats", async () => {
	const { agentKind, column, columns, buildWorld, keyFromText, purpose, draws, word, uniform } = engine;
	const cell = agentKind("cell", { state: { alive: column("u8", "flag", "whether it lives") } });
	const birth = purpose("birth");
	const life: engine.Model<{ cells: number }> = {
		name: "life",
		version: "1",
		build: ({ cells }, seed) => buildWorld([{ kind: cell, size: cells }], [], keyFromText(seed)),
		phases: [
			{
				name: "live",
				over: "cell",
				steps: [
					(world, from, to, tick) => {
						const { alive } = columns(world, cell);
						const stream = draws(world, birth);
						for (let i = from; i < to; i++) if (uniform(word(stream, i, tick, 0)) < 0.1) alive[i] = 1;
					},
				],
			},
		],
		metrics: () => [
			{
				name: "living",
				unit: "cells",
				about: "cells that live",
				over: "cell",
				observe(world, from, to, _tick, out) {
					const { alive } = columns(world, cell);
					for (let i = from; i < to; i++) out[0] += alive[i];
				},
			},
		],
	};
	const options = { model: life, parameters: { cells: 10_000 }, seed: "7", ticks: 20 };
	const once = await engine.simulate(options);
	const { recording } = once;
	const living = engine.valuesOf(engine.seriesOf(recording, "living"));
	expect(await engine.simulate(options)).toEqual(once);
	// Each cell lives after t ticks with probability 1 − .9^t: within 4.5 standard errors.
	living.forEach((count, t) => {
		const p = 1 - 0.9 ** (t + 1);
		expect(Math.abs(count - 10_000 * p)).toBeLessThan(4.5 * Math.sqrt(10_000 * p * (1 - p)));
	});
	expect(engine.analysis.mean(living)).toBeGreaterThan(5000);
});
