// What agents that analyze their data keep of it: columns of makers, arcs, service firms and the one row of accounts.

import { column } from "../../engine/world/kind.js";

/** Bins of a machine's age, in use to the end of its life or in time to twice its usual life. */
export const AGES = 24;

/** Prediction, of service firms. */
export const failureRecord = {
	meters: column("i32", "1/256", "use rates of its customers' machines by age, being read", AGES),
	fleetUse: column("f64", "1", "use rates of its customers' machines by age, as last read", AGES),
	usedAt: column("f64", "ticks of use", "by age, so far", AGES),
	failuresAt: column("i32", "failures", "by age, so far: customers' threads add to it", AGES),
	failureRate: column("f64", "failures/tick", "predicted at usual use, 0 if not yet"),
	rosteredHours: column("f64", "h/tick", "paid and worked in the next tick"),
} as const;

/** Prediction, over all service firms; clustering of returns. */
export const analyses = {
	metersAt: column("f64", "ticks of use at rate 1", "clock when meters were last read, 0 if not yet"),
	failureIntensity: column("f64", "failures/tick of use", "fitted, by age; 0 before", AGES),
	fittedShape: column("f64", "1", "Weibull beta of failures, 0 before"),
	fittedScale: column("f64", "ticks of use", "Weibull eta of failures, 0 before"),
	maintenanceAge: column(
		"f64",
		"ticks of use",
		"virtual age at which planned maintenance costs least, 0 none known",
	),
	useLevel: column("f64", "1", "failures over predicted ones, of late"),
	returnAges: column("i32", "machines", "ended in this tick by age: customers' threads add to it", AGES),
	returnsSeen: column("f64", "machines", "ended of late by age", AGES),
	takenApart: column("u8", "flag", "by age: machines of this grade are taken apart with care", AGES),
	gradedYield: column("f64", "1", "of this tick's returns over their usual yield"),
	returnAge: column("f64", "share", "mean age of returns, of usual life; 0 before"),
} as const;

/** Association, of makers. */
export const demandRecord = {
	usualDemand: column("f64", "units/tick", "own demand, smoothed"),
	ruleTicks: column("i32", "ticks", "observed"),
	demandSurges: column("i32", "ticks", "of them with demand above usual"),
	surgeUnits: column("f64", "units", "demand in those ticks"),
	otherUnits: column("f64", "units", "demand in the others"),
	ruleShift: column("f64", "units", "that the rule in use adds to the forecast"),
} as const;

/** Association, of arcs as the supplier sees them. */
export const orderRecord = {
	usualOrder: column("f64", "units/tick", "orders, smoothed"),
	surged: column("u8", "flag", "more ordered than usual in the last tick"),
	surges: column("i32", "ticks", "with more ordered than usual"),
	followed: column("i32", "ticks", "after those, with the supplier's demand above usual"),
} as const;
