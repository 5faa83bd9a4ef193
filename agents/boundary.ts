// §6.2 Boundary functions: how permeable the border between two modules is for one channel, by how much it is needed.

import { exp } from "../engine/math/exp.js";
import { rint } from "../engine/math/rint.js";
import { decides, type KnownWorld, known, knownLinks } from "./known.js";
import { manufacturer, supply } from "./manufacturer.js";
import type { BoundaryScalars, Channel } from "./parameters.js";
import { settings } from "./settings.js";

/** The range of x: what is needed beyond it opens the border no further. */
const LEAST = -1;
const MOST = 2;
/** Weight of the newest delay of a supplier in what is expected of it. */
const DELAY_WEIGHT = 1 / 13;

export interface Boundary {
	readonly low: number;
	readonly high: number;
	readonly slope: number;
	readonly middle: number;
}

/** b(x) = lo + (hi − lo)/(1 + exp(−k (x − x0))), x clipped to [−1, 2]; in [lo, hi], and rising in x for hi ≥ lo. */
export function permeability({ low, high, slope, middle }: Boundary, x: number): number {
	const need = Math.max(LEAST, Math.min(MOST, x));
	return low + (high - low) / (1 + exp(-slope * (need - middle)));
}

/** The boundary function of a channel as the settings have it now. */
export function boundaryOf<C extends Channel>(
	rules: { readonly [K in keyof BoundaryScalars<C>]: Float64Array },
	channel: C,
): Boundary {
	const now = (name: "Low" | "High" | "Slope" | "Middle") =>
		(rules as Record<string, Float64Array>)[`${channel}${name}`]?.[0] ?? 0;
	return { low: now("Low"), high: now("High"), slope: now("Slope"), middle: now("Middle") };
}

/**
 * How open each maker's borders are in this tick to material, funds and information, by what the last one left: backlog over
 * l F, (need − cash)/need, and the percentage error of its forecast. Of end demand a maker hears what is shared at all, psi of the scenario,
 * as far as its border is open; all of it where boundaries are off.
 */
function openBorders(world: KnownWorld, from: number, to: number): void {
	const own = known(world, manufacturer);
	const { backlog, leadForecast, forecastMape, need, cash, bMaterial, bFunds, psi } = own;
	const rules = known(world, settings);
	if (rules.boundariesOn[0] === 0) {
		psi.fill(rules.sharingWeight[0], from, to);
		bMaterial.fill(0, from, to);
		bFunds.fill(0, from, to);
		return;
	}
	const material = boundaryOf(rules, "material");
	const funds = boundaryOf(rules, "funds");
	const information = boundaryOf(rules, "information");
	// Most owe nothing, and have more than twice what they need.
	const atEase = permeability(material, 0);
	const rich = permeability(funds, LEAST);
	for (let i = from; i < to; i++) {
		const expected = leadForecast[i];
		bMaterial[i] = expected > 0 && backlog[i] !== 0 ? permeability(material, backlog[i] / expected) : atEase;
		const lack = need[i] > 0 ? (need[i] - cash[i]) / need[i] : 0;
		bFunds[i] = lack <= LEAST ? rich : permeability(funds, lack);
		psi[i] = rules.sharingWeight[0] * permeability(information, forecastMape[i]);
	}
}

/**
 * w of buyers [from, to): whole ticks by which the latest supplier is expected to be late, its backlog over its forecast, smoothed
 * over about 13 ticks, since orders that follow each delay would make more of them. Of a supplier beyond the border psi of it
 * is known. At most l: who is late for longer has other troubles than too small an order.
 */
function askSuppliers(world: KnownWorld, from: number, to: number): void {
	const own = known(world, manufacturer);
	const { backlog, forecast, psi, usualDelay, supplierDelay, protectionTicks, module } = own;
	const { offsets, targets, active } = knownLinks(world, supply);
	const on = known(world, settings).boundariesOn[0] === 1;
	for (let i = from; i < to; i++) {
		let latest = 0;
		if (on)
			for (let e = offsets[i]; e < offsets[i + 1]; e++) {
				const j = targets[e];
				const seen = module[j] === module[i] ? 1 : psi[i];
				if (active[e] === 1 && forecast[j] > 0) latest = Math.max(latest, (seen * backlog[j]) / forecast[j]);
			}
		const delay = Math.min(protectionTicks[i], latest);
		usualDelay[i] += DELAY_WEIGHT * (delay - usualDelay[i]);
		supplierDelay[i] = rint(usualDelay[i]);
	}
}

export const openBordersStep = decides(openBorders);
export const askSuppliersStep = decides(askSuppliers);
