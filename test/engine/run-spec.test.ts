// A run is a pure function of its spec.

import { describe, expect, test } from "vitest";
import { type RunSpec, replicationSeed } from "../../engine/experiment/run-spec.js";
import { execute } from "../../engine/experiment/session.js";
import { simulate } from "../../engine/experiment/simulate.js";
import { pondLife } from "./pond.js";

const parameters = { frogs: 4, ponds: 2, sources: [0, 1, 2, 3], targets: [0, 1, 1, 0], rain: 9, memory: 1 };
const registry = { pond: pondLife };
const spec: RunSpec = { model: "pond", parameters, seed: "spring", replication: 0, ticks: 8 };

describe("execute", () => {
	test("gives the same twice, also from a spec that went through JSON", () => {
		const once = execute(registry, spec);
		expect(execute(registry, spec)).toEqual(once);
		expect(execute(registry, JSON.parse(JSON.stringify(spec)))).toEqual(once);
	});

	test("gives the same with other runs in between, and changes nothing of the spec", () => {
		const once = execute(registry, spec);
		for (let r = 1; r < 4; r++) execute(registry, { ...spec, replication: r });
		expect(execute(registry, Object.freeze({ ...spec, parameters: Object.freeze(parameters) }))).toEqual(
			once,
		);
	});

	test("depends on every part of the spec", () => {
		const others = [
			spec,
			{ ...spec, seed: "Spring" },
			{ ...spec, replication: 1 },
			{ ...spec, replication: 2 },
			{ ...spec, ticks: 9 },
			{ ...spec, parameters: { ...parameters, rain: 10 } },
		];
		expect(new Set(others.map((one) => execute(registry, one).hash)).size).toBe(others.length);
	});

	test("of a model that is not there says so", () => {
		const call = () => execute(registry, { ...spec, model: "lake" });
		expect(call).toThrow(RangeError);
		expect(call).toThrow('no model "lake" in this worker');
	});

	test("counts the rows of the tables that phases step over, each once", () => {
		expect(execute(registry, spec).agents).toBe(4 + 4 + 2);
	});

	test("gives what the model makes of the recording and of the last state", () => {
		const model = {
			...pondLife,
			outcomes: () => [{ name: "croaks", value: 3, unit: "1", about: "" }],
			audit: () => ({ flies: 0 }),
		};
		const found = execute({ pond: model }, spec);
		expect(found.outcomes).toEqual([{ name: "croaks", value: 3, unit: "1", about: "" }]);
		expect(found.audit).toEqual({ flies: 0 });
		expect(found.hash).toBe(execute(registry, spec).hash);
		expect(execute(registry, spec)).toMatchObject({ outcomes: [], audit: {} });
	});

	test("tells of every tick", () => {
		const told: number[] = [];
		execute(registry, spec, (done) => told.push(done));
		expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});
});

describe("replications", () => {
	test("number 0 is the seed itself, so that simulate and a study agree", async () => {
		expect(replicationSeed("spring", 0)).toBe("spring");
		const { hash, recording } = await simulate({ model: pondLife, parameters, seed: "spring", ticks: 8 });
		expect(execute(registry, spec)).toMatchObject({ hash, recording });
	});

	test("number r is a run of the seed that replicationSeed names", () => {
		const seed = replicationSeed("spring", 3);
		expect(execute(registry, { ...spec, seed }).hash).toBe(
			execute(registry, { ...spec, replication: 3 }).hash,
		);
		const seeds = Array.from({ length: 50 }, (_, r) => replicationSeed("spring", r));
		expect(new Set(seeds).size).toBe(50);
	});
});
