// The folder of an optimization: what was run in it before, and what is written to it.

import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import type { RunSpec } from "../../engine/experiment/run-spec.js";
import type { Runner } from "../../scenarios/optimize/evaluations.js";
import { manifestOf } from "../plan.js";
import { writeCrate } from "../run-folder/crate.js";
import { writeAtOnce } from "../run-folder/files.js";
import { readJournal } from "../run-folder/journal-file.js";
import {
	bestFile,
	optimizedFile,
	optimizedScenarioFile,
	reportFile,
	writeManifest,
} from "../run-folder/manifest.js";
import { reasonOf, StoreError } from "../run-folder/store.js";
import { claim, HEARTBEAT } from "../run-folder/writer.js";
import type { OptimizeDocument } from "./document.js";
import { optimizePage } from "./page.js";
import type { OptimizePlan } from "./plan.js";
import { optimizedScenario } from "./scenario.js";

/** What is kept of a run. */
export type Kept = Pick<Awaited<ReturnType<Runner>>, "audit"> & {
	readonly outcomes: Readonly<Record<string, number>>;
};

const digestOf = (what: unknown) =>
	createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 32);

/** Of the few parameters that an optimization has, each once. */
const digests = new WeakMap<object, string>();

function digestOnce(parameters: object): string {
	const known = digests.get(parameters) ?? digestOf(parameters);
	digests.set(parameters, known);
	return known;
}

/** A run by all that it depends on beside the horizon, which a folder has one of. */
export function nameOf({ model, parameters, seed, interventions }: RunSpec): string {
	return `${seed} ${digestOf([model, digestOnce(parameters as object), interventions])}`;
}

/** Begin, or go on, in a folder with a manifest. @throws BadInput where another process writes there */
export function openStore(folder: string, plan: OptimizePlan) {
	const manifest = manifestOf(plan);
	const { journal, me } = claim(folder, manifest);
	const finished = readJournal(folder).entries.filter(({ kind }) => kind === "finished");
	const known = new Map(finished.map(({ key, data }) => [key, data as unknown as Kept]));
	const heartbeat = setInterval(() => journal.touch(), HEARTBEAT).unref();
	const write = (what: () => void) => {
		try {
			what();
		} catch (error) {
			throw new StoreError(`could not write to ${folder}: ${reasonOf(error)}`, { cause: error });
		}
	};
	return {
		known,
		keep: (key: string, kept: Kept) => write(() => journal.append("finished", key, { ...kept })),
		finish: (document: OptimizeDocument) =>
			write(() => {
				writeAtOnce(optimizedFile(folder), `${JSON.stringify(document, null, 2)}\n`);
				writeAtOnce(optimizedScenarioFile(folder), optimizedScenario(plan, document));
				writeAtOnce(reportFile(folder), optimizePage(manifest, document));
				writeCrate(folder, manifest);
				writeManifest(folder, { ...manifest, hashes: {} });
				if (existsSync(bestFile(folder))) rmSync(bestFile(folder));
				journal.append("ended", me);
			}),
		end(how: "interrupted" | "failed", message?: string) {
			try {
				journal.append(how, me, message === undefined ? null : { message });
			} catch {
				// The disk that refused before.
			}
		},
		close() {
			clearInterval(heartbeat);
			journal.close();
		},
	};
}
