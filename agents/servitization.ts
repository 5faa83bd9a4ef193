// §5 Servitization: how far a seller has gone from selling machines to selling their use, and what that is worth to customers.

import { log } from "../engine/math/log.js";
import { columns, type World } from "../engine/world/world.js";
import { settings } from "./settings.js";

/** Stages, also of the contract that comes with a machine: none, upkeep for a fee, upkeep that is warranted, pay by use. */
export const STAGE = { productOnly: 0, addOn: 1, enhanced: 2, embedded: 3 } as const;

/**
 * The stage of a seller: the lever's whole part is that of all, its fraction the share of sellers who are one stage further,
 * those of the lowest rank.
 */
export function stageOf(lever: number, rank: number): number {
	const floor = Math.floor(lever);
	return Math.min(STAGE.embedded, rank < lever - floor ? floor + 1 : floor);
}

/**
 * What is paid each tick under a contract of each stage, as shares of the list price: a multiple of the expected upkeep, and of pay
 * by use the rent on top, the annuity of the price over the life of the machine.
 */
export function feeShares(world: World): readonly [number, number, number, number] {
	const { upkeep, rent, addOnFee, enhancedFee, embeddedFee } = columns(world, settings);
	const u = upkeep[0];
	return [0, addOnFee[0] * u, enhancedFee[0] * u, rent[0] + embeddedFee[0] * u];
}

/**
 * What a stage adds to the utility of a seller's offer to who is ready for services: w_s · stage − w_p ln(present value of
 * all payments over the life of the machine/the same at stage 0, where the owner pays for the upkeep itself). All payments are in proportion to
 * the list price, and so the ratio is the same for all sellers.
 */
export function stageUtilities(world: World): readonly number[] {
	const { upkeep, rent, priceWeight, serviceWeight } = columns(world, settings);
	const annuity = rent[0] > 0 ? 1 / rent[0] : 0;
	const owned = 1 + annuity * upkeep[0];
	return feeShares(world).map((fee, stage) => {
		if (stage === STAGE.productOnly) return 0;
		const paid = (stage === STAGE.embedded ? 0 : 1) + annuity * fee;
		return serviceWeight[0] * stage - priceWeight[0] * log(paid / owned);
	});
}
