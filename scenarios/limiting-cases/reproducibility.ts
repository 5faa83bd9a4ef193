// What must not change a number: a copy of the world, somebody who has nothing to do with the others.

import { ecosystem } from "../../agents/ecosystem.js";
import type { RunResult } from "../../engine/experiment/run-spec.js";
import { threefry2x32 } from "../../engine/random/threefry.js";
import { step } from "../../engine/schedule/simulate.js";
import { fork, restore, snapshot } from "../../engine/world/copy.js";
import { hash } from "../../engine/world/hash.js";
import type { World } from "../../engine/world/world.js";
import { type CaseRun, type LimitingCase, lineOf, runChanged, worldOf } from "./limiting-case.js";

const chain = (more: string) => `
name: chain
ticks: 200
warmUp: 20
demand: {kind: negativeBinomial}
macro: {sd: 0.1}
stages:
  - {name: A, cost: 50, demand: {meanPerDay: 5, sdPerDay: 4}, upstream: {B: 2}}
  - {name: B, cost: 20}
${more}`;
const hermit = "  - {name: Hermit, cost: 7, demand: {meanPerDay: 3, sdPerDay: 3}}\n";

/** Ticks and stages at which two runs differ in the series of a stage. */
function differences([alone, beside]: readonly RunResult[]): number {
	let differing = 0;
	for (const name of ["orders", "stock", "estimate", "backlog"])
		for (const stage of ["A", "B"]) {
			const one = lineOf(alone as RunResult, name, stage);
			const other = lineOf(beside as RunResult, name, stage);
			one.forEach((value, t) => {
				if (value !== other[t]) differing++;
			});
		}
	return differing;
}

const small: CaseRun = { scenario: "bulldozer", sets: ["customers.owners=2000", "ticks=80"] };

/** 1 if a world that was copied half-way comes out like the one that went straight on. */
function same(copy: (world: World) => World): number {
	const go = (world: World) => {
		for (let t = 0; t < 40; t++) step(world, ecosystem);
		return world;
	};
	const half = go(worldOf(small));
	const copied = copy(half);
	return hash(go(half)) === hash(go(copied)) ? 1 : 0;
}

const ONES = 0xffffffff;
type Words = [number, number, number, number];
const threefry = (what: string, words: Words, answer: readonly [number, number]): LimitingCase[] =>
	answer.map((expected, k) => ({
		name: `Threefry-2x32-20, ${what}: ${k === 0 ? "first" : "second"} word`,
		expected,
		tolerance: 0,
		source: "Salmon et al. (2011), known answers of Random123",
		runs: [],
		find: () => threefry2x32(...words)[k] as number,
	}));

export const reproducibility: readonly LimitingCase[] = [
	{
		name: "a firm without links is added: places at which the others' series differ",
		expected: 0,
		tolerance: 0,
		source: "keyed draws: Salmon et al. (2011)",
		runs: [{ scenario: chain("") }, { scenario: chain(hermit) }],
		find: differences,
	},
	{
		name: "snapshot, restore, go on: the same hash (1: yes)",
		expected: 1,
		tolerance: 0,
		source: "a world is one block of memory",
		runs: [],
		find: () => same((world) => restore(snapshot(world))),
	},
	{
		name: "fork, go on: the same hash (1: yes)",
		expected: 1,
		tolerance: 0,
		source: "a world is one block of memory",
		runs: [],
		find: () => same((world) => fork(world)),
	},
	{
		name: "metrics are removed, all of them: the same hash (1: yes)",
		expected: 1,
		tolerance: 0,
		source: "metrics observe and never change",
		runs: [],
		find() {
			const unseen = { metrics: () => [], derive: () => [], outcomes: () => [] };
			return runChanged(small, {}).hash === runChanged(small, unseen).hash ? 1 : 0;
		},
	},
	...threefry("key and counter 0", [0, 0, 0, 0], [0x6b200159, 0x99ba4efe]),
	...threefry("key and counter all ones", [ONES, ONES, ONES, ONES], [0x1cb996fc, 0xbb002be7]),
	...threefry(
		"key and counter from the digits of π",
		[0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3],
		[0xc4923a9c, 0x483df7a0],
	),
];
