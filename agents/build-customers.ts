// Customers and service firms at the start: machines of every age, queues empty.

import { log } from "../engine/math/log.js";
import { rint } from "../engine/math/rint.js";
import { uniform } from "../engine/random/continuous.js";
import { purpose, word } from "../engine/random/stream.js";
import { draws } from "../engine/schedule/draws.js";
import { columns, type World } from "../engine/world/world.js";
import { drawThresholds } from "./adoption.js";
import { customer, NEVER } from "./customer.js";
import { weibullLaw } from "./failure-law.js";
import type { CustomerParameters, EcosystemParameters, ServiceParameters } from "./parameters.js";
import { KIND, serviceFirm } from "./service-firm.js";
import { drawUseRates, lifeOf, nextFailure, timeOf } from "./use.js";

const VARIANT = purpose("variant");
const AGE = purpose("first age");
const SPREAD = purpose("spread of service firms");
const FIRST_FAILURE = purpose("first failure");

/**
 * Ages of use uniform over a life, use rates lognormal with mean 1 and independent of them: then the owners whose
 * machines end in a tick are owners/life · z on average from the first tick on, with no replacement wave.
 */
export function fillCustomers(
	world: World,
	{ owners, lifeTicks, failureScale, failureShape, variants }: CustomerParameters,
	services: readonly ServiceParameters[],
): void {
	const own = columns(world, customer);
	const kinds = draws(world, VARIANT);
	const ages = draws(world, AGE);
	const failures = draws(world, FIRST_FAILURE);
	const life = lifeOf(world);
	const law = weibullLaw(failureScale, failureShape);
	const mechanics = firmsOf(services, "maintenance");
	const carriers = firmsOf(services, "logistics");
	drawUseRates(world);
	for (let i = 0; i < owners; i++) {
		const age = Math.fround(uniform(word(ages, i, 0, 0)) * lifeTicks);
		own.age[i] = Math.min(life, nextFailure(failures, i, 0, age, law));
		own.turnsAt[i] = timeOf(own.age[i] - age, own.useRate[i]);
		own.mechanic[i] = mechanics.first + Math.floor((i * mechanics.count) / owners);
		own.carrier[i] = carriers.first + Math.floor((i * carriers.count) / owners);
		own.variant[i] = Math.floor(uniform(word(kinds, i, 0, 0)) * variants);
		own.next[i] = -1;
		own.maker[i] = -1;
		own.orderedAt[i] = -1;
	}
	own.contractEnds.fill(NEVER);
	own.adoptedAt.fill(-1);
	drawThresholds(world);
}

interface Firms {
	readonly first: number;
	readonly count: number;
}

/** Rows of the firms of one kind; firms stand in the order of `serviceKinds`. */
function firmsOf(services: readonly ServiceParameters[], kind: string): Firms {
	let first = 0;
	for (const service of services) {
		if (service.kind === kind) return { first, count: service.firms };
		first += service.firms;
	}
	throw new RangeError(`customers need ${kind} firms`);
}

/** A better firm takes fewer hours for a job, × (1.2 − .4 quality), as a better maker does. */
export function fillServiceFirms(world: World, { services, scalars }: EcosystemParameters): void {
	const own = columns(world, serviceFirm);
	const spreads = draws(world, SPREAD);
	let f = 0;
	for (const service of services)
		for (let k = 0; k < service.firms; k++, f++) {
			own.kind[f] = KIND[service.kind];
			own.place[f] = k;
			own.ofKind[f] = service.firms;
			const spread = (index: number) => 1 + service.spread * (2 * uniform(word(spreads, f, 0, index)) - 1);
			own.quality[f] = 0.5 * spread(0);
			own.hoursPerJob[f] = service.hoursPerJob * (1 - 0.4 * (own.quality[f] - 0.5));
			own.contractedHours[f] = service.contractedHours;
			own.rosteredHours[f] = service.contractedHours;
			own.price[f] = rint(service.price * spread(1));
			own.logPrice[f] = log(Math.max(1, own.price[f]));
			own.parts[f] = service.parts;
			own.usualRevenue[f] = (service.contractedHours / service.hoursPerJob) * service.price;
			own.usualCost[f] =
				Math.round(service.contractedHours * scalars.wage) +
				Math.floor(service.contractedHours / service.hoursPerJob) * service.parts;
			own.queueHead[f] = -1;
			own.queueTail[f] = -1;
			own.urgentHead[f] = -1;
			own.urgentTail[f] = -1;
			own.inbox[f] = -1;
			own.cash[f] = Math.round(scalars.startTicks * service.contractedHours * scalars.wage);
		}
}
