// What is known of products' lives, and what comes back from them.

import type { Metric } from "../../engine/record/metric.js";
import { columns } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { dataKinds, dataSources, lifecycleStages, STAGE } from "../lifecycle/stages.js";
import { authorities } from "../parameters.js";
import { settings } from "../settings.js";

const OBSERVE = authorities.indexOf("observe");
const SOURCES = dataSources.length;
const KINDS = dataKinds.length;
const INDUSTRY = dataSources.indexOf("industry");

/** Bytes of this tick, by stage of life; all sources and kinds. */
export const dataByStage: Metric = {
	name: "data",
	unit: "bytes/tick",
	about: "recorded of products' lives, by stage of life, all sources and kinds",
	over: accounts.name,
	labels: lifecycleStages,
	observe: (world, from, to, _tick, out) => sumCells(columns(world, accounts).data, from, to, out, (s) => s),
};

export const dataBySource: Metric = {
	name: "dataSource",
	unit: "bytes/tick",
	about: "recorded of products' lives, by source: own state, partners' shared state, after the sale",
	over: accounts.name,
	labels: dataSources,
	observe: (world, from, to, _tick, out) =>
		sumCells(columns(world, accounts).data, from, to, out, (_, source) => source),
};

export const dataByKind: Metric = {
	name: "dataKind",
	unit: "bytes/tick",
	about: "recorded of products' lives, by kind of data",
	over: accounts.name,
	labels: dataKinds,
	observe: (world, from, to, _tick, out) =>
		sumCells(columns(world, accounts).data, from, to, out, (_, __, kind) => kind),
};

function sumCells(
	data: Float64Array,
	from: number,
	to: number,
	out: Float64Array,
	label: (stage: number, source: number, kind: number) => number,
): void {
	let cell = from * lifecycleStages.length * SOURCES * KINDS;
	for (let a = from; a < to; a++)
		for (let s = 0; s < lifecycleStages.length; s++)
			for (let source = 0; source < SOURCES; source++)
				for (let kind = 0; kind < KINDS; kind++, cell++) {
					const c = label(s, source, kind);
					out[c] = out[c] + data[cell];
				}
}

export const lifecycle: Metric = {
	name: "lifecycle",
	unit: "share, bytes/tick, bytes/tick",
	about: "share of life's events that makers have data of; bytes recorded; of them, those that a rule reads",
	over: accounts.name,
	labels: ["coverage", "bytes", "used"],
	observe(world, from, to, _tick, out) {
		const { lifecycleCoverage, data } = columns(world, accounts);
		const obeys = columns(world, settings).authority[0] !== OBSERVE;
		const width = data.length / Math.max(1, lifecycleCoverage.length);
		for (let a = from; a < to; a++) {
			out[0] = out[0] + lifecycleCoverage[a];
			for (let cell = 0; cell < width; cell++) {
				const bytes = data[a * width + cell];
				const stage = Math.floor(cell / (SOURCES * KINDS));
				const shared = Math.floor(cell / KINDS) % SOURCES === INDUSTRY;
				out[1] = out[1] + bytes;
				if (shared || (obeys && stage === STAGE.operation)) out[2] = out[2] + bytes;
			}
		}
	},
};

export const material: Metric = {
	name: "material",
	unit: "$/tick, machines/tick",
	about: "recovered material used in place of virgin, at its price; machines taken apart",
	over: accounts.name,
	labels: ["recovered", "dismantled"],
	observe(world, from, to, _tick, out) {
		const { recoveredUsed, dismantled } = columns(world, accounts);
		for (let a = from; a < to; a++) {
			out[0] = out[0] + recoveredUsed[a] / 100;
			out[1] = out[1] + dismantled[a];
		}
	},
};
