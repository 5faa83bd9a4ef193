// The report's headline: what was run, what it found, how sure that is.

import { conservation, type FinishedRun } from "../run-folder/finished-run.js";
import type { Manifest } from "../run-folder/manifest.js";
import type { Comparison } from "../text/comparison.js";
import { headLine, unitOf } from "../text/run-text.js";
import { findings, headlines } from "../text/twin-text.js";
import { counted, estimate, outcomeInWords } from "../text/wording.js";

/** Sentences, the most important first. */
export function headlineOf(manifest: Manifest, compared: Comparison, runs: readonly FinishedRun[]): string[] {
	const planned = manifest.variants.length * manifest.replications;
	const part =
		runs.length < planned
			? [`Only ${runs.length} of ${counted(planned, "run")} finished; this is what they show.`]
			: [];
	return [
		...part,
		...(compared.arms.length > 1 ? findings(compared) : levels(compared, manifest)),
		sureness(compared),
	];
}

/** Units that a sentence reads better without. */
const unitless = ["", "1", "0..1", "share"];

function levels({ arms }: Comparison, manifest: Manifest): string[] {
	const found = headlines(arms[0]?.outcomes ?? []).map((outcome) => {
		const { mean, interval } = estimate(outcome);
		const unit = unitless.includes(outcome.unit) ? "" : unitOf(outcome, manifest);
		const value = `${outcomeInWords(outcome.name)} ${mean} ${unit}`.trimEnd();
		return outcome.low === null ? value : `${value} (${interval})`;
	});
	return found.length > 0 ? [`Found: ${found.join("; ")}.`] : [];
}

function sureness({ arms }: Comparison): string {
	const n = Math.min(...arms.map(({ runs }) => runs.length));
	if (n <= 1) return "One replication shows one possible course; it gives no interval.";
	const base = `Intervals hold the true mean in 95 of 100 such studies, each taken by itself; they rest on ${counted(n, "replication")}`;
	return arms.length > 1
		? `${base} of each arm, which meet the same draws of use, failure, choice and loss, so that differences are paired. Percentages are of the mean of what is compared with.`
		: `${base}.`;
}

/** What was run, and whether anything leaked. */
export function subtitleOf(manifest: Manifest, runs: readonly FinishedRun[]): string {
	const { goods, money } = conservation(runs);
	const kept = goods === 0 && money === 0 ? "goods and money conserved exactly" : "GOODS OR MONEY LEAKED";
	return `${headLine(manifest)}; ${kept}`;
}
