// What the economy as a whole knows of its products' lives, and gets back from them (MODEL §4.2, §4.10).

import { links } from "../../engine/network/network.js";
import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { SEARCH } from "../innovation/columns.js";
import { manufacturer, supply } from "../manufacturer.js";
import { serviceFirm, serviceKinds } from "../service-firm.js";
import { settings } from "../settings.js";
import { dataKinds, dataSources, eventBytes, lifecycleStages, STAGE } from "./stages.js";

const MAINTENANCE = serviceKinds.indexOf("maintenance");
const STAGES = lifecycleStages.length;
const SOURCES = dataSources.length;
const KINDS = dataKinds.length;

/**
 * Machines that ended in this tick are taken apart; they yield material of the share .25 + .35·coverage (defaults), where coverage
 * is the mean over the life's stages of the share of events that makers have data of. Makers record what instrumented
 * stages make and what twins send; of what happens after the sale they learn as far as data is shared, ψ. Partners see
 * the share ψ of what a maker records: industry data.
 */
export function accountLifecycle(world: World, a: number): void {
	const own = columns(world, accounts);
	const rules = columns(world, settings);
	const { ended, dismantled, recovered, recoveredTotal, recoveredLost, lifecycleCoverage, gradedYield } = own;
	recoveredLost[a] += recovered[a] - handedOut(world);
	countEvents(world, a);
	const known = coverageOf(own.events, own.recorded, a * STAGES);
	if (known !== undefined) lifecycleCoverage[a] = known;
	dismantled[a] = ended[a];
	ended[a] = 0;
	const usual = rules.recoveredBase[0] + rules.recoveredByData[0] * lifecycleCoverage[a];
	const share = Math.min(1, usual * gradedYield[a]);
	recovered[a] = Math.floor(dismantled[a] * rules.machineMaterial[0] * share);
	recoveredTotal[a] += recovered[a];
	countBytes(world, a);
}

/** What makers got of the last tick's material: shares rounded down, and empty places, leave some of it to nobody. */
function handedOut(world: World): number {
	let got = 0;
	for (const cents of columns(world, manufacturer).recoveredNow) got += cents;
	return got;
}

/** Events of this tick by stage, and those of them that makers have data of. */
function countEvents(world: World, a: number): void {
	const { events, recorded, ended } = columns(world, accounts);
	const { released, rank, messages, search } = columns(world, manufacturer);
	const { offsets } = links(world, supply);
	const firms = columns(world, serviceFirm);
	const rules = columns(world, settings);
	const coverage = rules.coverage[0];
	const shared = rules.sharingWeight[0];
	const base = a * STAGES;
	events.fill(0, base, base + STAGES);
	recorded.fill(0, base, base + STAGES);
	for (let i = 0; i < released.length; i++) {
		const stage = base + (offsets[i] < offsets[i + 1] ? STAGE.assembly : STAGE.machining);
		const units = Math.max(0, released[i]);
		events[stage] += units;
		if (rank[i] < coverage) recorded[stage] += units;
		// Whoever sends messages knows what it does; what is in operation unseen has no events.
		// Each search designs a trial; its maker keeps what it drew up.
		if (search[i] !== SEARCH.none) events[base + STAGE.design] += 1;
		events[base + STAGE.operation] += messages[i];
		recorded[base + STAGE.operation] += messages[i];
	}
	for (let f = 0; f < firms.kind.length; f++)
		if (firms.kind[f] === MAINTENANCE) events[base + STAGE.maintenance] += firms.served[f];
	recorded[base + STAGE.design] = events[base + STAGE.design];
	events[base + STAGE.disassembly] = ended[a];
	events[base + STAGE.recycling] = ended[a];
	for (const stage of [STAGE.maintenance, STAGE.disassembly, STAGE.recycling])
		recorded[base + stage] = Math.floor(shared * events[base + stage]);
}

/** Mean over the stages that had events; undefined if none had. */
function coverageOf(events: Float64Array, recorded: Float64Array, base: number): number | undefined {
	let sum = 0;
	let stages = 0;
	for (let s = base; s < base + STAGES; s++) {
		if (events[s] === 0) continue;
		sum += recorded[s] / events[s];
		stages++;
	}
	return stages === 0 ? undefined : sum / stages;
}

/** Bytes of this tick by stage, source and kind. */
function countBytes(world: World, a: number): void {
	const { events, recorded, data } = columns(world, accounts);
	const shared = columns(world, settings).sharingWeight[0];
	const afterSale = STAGE.maintenance;
	lifecycleStages.forEach((stage, s) => {
		const n = s >= afterSale ? events[a * STAGES + s] : recorded[a * STAGES + s];
		eventBytes[stage].forEach((bytes, k) => {
			const cell = (a * STAGES + s) * SOURCES * KINDS + k;
			const made = n * bytes;
			data[cell] = s >= afterSale ? 0 : made;
			data[cell + KINDS] = s >= afterSale ? 0 : Math.floor(shared * made);
			data[cell + 2 * KINDS] = s >= afterSale ? made : 0;
		});
	});
}
