// §6.1 Modules: makers that work as one house. Row m is module m; there are never more of them than makers.

import { pow } from "../engine/math/pow.js";
import { agentKind, column } from "../engine/world/kind.js";
import { columns, type World } from "../engine/world/world.js";
import { manufacturer } from "./manufacturer.js";
import { settings } from "./settings.js";

export const module = agentKind("module", {
	fixed: {
		unit: column("i32", "id", "the maker whose place in the order of all is this row"),
	},
	open: {
		member: column("i32", "id", "makers by module, within it by id"),
		first: column("i32", "1", "its members are member[first … first + size − 1]"),
		size: column("i32", "makers", "s, its members"),
		planned: column("f64", "cents", "worth of the plan made in this tick or last; 0 without plans"),
		plannedGreedily: column("f64", "cents", "worth of the greedy plan for the same period"),
		overhead: column("f64", "cents", "that each member pays for its meetings in this tick"),
	},
});

/**
 * Modules of moduleSize makers in the order of places, in which cells of the hierarchy are contiguous; with moduleSize 0 the
 * column is left as it stands. The lists of members are made anew when a maker has moved.
 *
 * @throws RangeError where an intervention wrote a module that is none: they go from 0 to the number of makers less one
 */
export function cutModules(world: World, from: number, to: number): void {
	const { place, module: own, listedIn } = columns(world, manufacturer);
	const size = columns(world, settings).moduleSize[0];
	for (let a = from; a < to; a++) {
		if (size > 0) {
			const each = Math.max(1, size);
			for (let i = 0; i < own.length; i++) own[i] = Math.floor(place[i] / each);
		}
		if (own.some((m, i) => m !== listedIn[i])) listMembers(world);
	}
}

/** Counting sort by module. */
function listMembers(world: World): void {
	const { module: own, listedIn } = columns(world, manufacturer);
	const { member, first, size } = columns(world, module);
	size.fill(0);
	for (let i = 0; i < own.length; i++) {
		const m = own[i];
		if (m < 0 || m >= size.length)
			throw new RangeError(`manufacturer.module[${i}] is ${m}, not a module from 0 to ${size.length - 1}`);
		size[m]++;
		listedIn[i] = m;
	}
	for (let m = 0, at = 0; m < size.length; m++) {
		first[m] = at;
		at += size[m];
	}
	size.fill(0);
	for (let i = 0; i < own.length; i++) {
		const m = own[i];
		member[first[m] + size[m]] = i;
		size[m]++;
	}
}

/** O_m = kappa s^beta wage hours per tick, kappa_o and beta_o of the text, paid by its s members in equal parts. */
export function shareOverhead(world: World, from: number, to: number): void {
	const { size, overhead } = columns(world, module);
	const { moduleOverhead, overheadPower, wage } = columns(world, settings);
	const each = moduleOverhead[0] * wage[0];
	const power = overheadPower[0] - 1;
	for (let m = from; m < to; m++)
		overhead[m] = each > 0 && size[m] > 0 ? Math.round(each * pow(size[m], power)) : 0;
}
