// The metric that docs/engine.md adds to the built-in model: it works as written, and changes no run.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ecosystem } from "../../agents/ecosystem.js";
import type { Metric } from "../../engine/record/metric.js";
import { seriesOf } from "../../engine/record/recording.js";
import { run } from "../../engine/schedule/simulate.js";
import { hash } from "../../engine/world/hash.js";
import { inProject } from "../shared.js";
import { few, parametersOf } from "./worlds.js";

test("docs/engine.md: machines on their way", async () => {
	const guide = readFileSync(inProject("docs/engine.md"), "utf8");
	const code = guide.match(/In `agents\/metrics\/on-the-way\.ts`:\n\n```ts\n([\s\S]*?)```/)?.[1] ?? "";
	// Where its own imports lead to the compiled model.
	const file = new URL("../../agents/metrics/on-the-way.ts", import.meta.url);
	writeFileSync(file, code);
	try {
		const { onTheWay } = (await import(file.href)) as { onTheWay: Metric };
		const parameters = parametersOf("bulldozer", few, 60);
		const metrics = (all: typeof parameters) => [...(ecosystem.metrics?.(all) ?? []), onTheWay];
		const seen = run({ model: { ...ecosystem, metrics }, parameters, seed: "a", ticks: 60 });
		const bare = run({ model: ecosystem, parameters, seed: "a", ticks: 60 });
		expect(hash(seen.world)).toBe(hash(bare.world));
		const { labels, values } = seriesOf(seen.recording, "machines");
		const inDelivery = values.filter((_, k) => k % labels.length === labels.indexOf("inDelivery"));
		expect(seriesOf(seen.recording, "onTheWay").values).toEqual(inDelivery);
		expect(Math.max(...inDelivery)).toBeGreaterThan(0);
	} finally {
		rmSync(file);
	}
});
