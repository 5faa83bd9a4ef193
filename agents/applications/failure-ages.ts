// The age of use at each failure, less what maintenance took off it, as the firm that is called notes it.

import { columns, type World } from "../../engine/world/world.js";
import { accounts } from "../accounts.js";
import { AWAY, customer, PARTS } from "../customer.js";
import { serviceFirm } from "../service-firm.js";
import { settings } from "../settings.js";
import { AGES } from "./columns.js";

export const predicts = (world: World) => columns(world, settings).usePrediction[0] === 1;

/** Bin of an age of use, in a life of so much. */
export const ageBin = (age: number, life: number) =>
	Math.min(AGES - 1, Math.max(0, Math.floor((age / life) * AGES)));

/** What notes of failures read and write, as locals of a step. Without meters read there is nothing to hold them against. */
export function failureNotes(world: World) {
	const { age, turnsAt, useRate, younger } = columns(world, customer);
	const { failuresAt } = columns(world, serviceFirm);
	const on = predicts(world) && columns(world, accounts).metersAt[0] > 0;
	return { on, age, turnsAt, useRate, younger, failuresAt };
}

/** The machine of customer `id`, whose life is `life`, has failed and waits for the firm. */
export function noteFailure(
	{ on, age, turnsAt, useRate, younger, failuresAt }: ReturnType<typeof failureNotes>,
	firm: number,
	id: number,
	life: number,
): void {
	if (!on) return;
	// A machine that is away has the time to its next turn where else stands when that is.
	const left = (useRate[id] * (turnsAt[id] - AWAY)) / PARTS;
	Atomics.add(failuresAt, firm * AGES + ageBin(age[id] - left - younger[id], life), 1);
}
