// The ecosystem as a model: its kinds and networks, and the order of a tick (MODEL §4).

import { MOST_NODES_OF_BOX_COVERING } from "../engine/network/box-covering.js";
import type { Model, Phase } from "../engine/schedule/model.js";
import { accounts } from "./accounts.js";
import { adopt, tellPeers } from "./adoption.js";
import { readMeters, takeMeters } from "./applications/failure-record.js";
import { gradeReturns } from "./applications/grade-returns.js";
import { followRules } from "./applications/order-rules.js";
import { fitFailures } from "./applications/predict-failures.js";
import { rosterHours } from "./applications/roster.js";
import { audit } from "./audit.js";
import { askSuppliersStep, openBordersStep } from "./boundary.js";
import { buildEcosystem, groupLabels } from "./build.js";
import { loop } from "./closed-loop.js";
import { renewContracts } from "./contract.js";
import { settleContracts, setUpServices } from "./contract-money.js";
import { bookCrossings } from "./crossing.js";
import { customer, market, peers } from "./customer.js";
import { askForData } from "./data-service.js";
import { useEnergy } from "./energy.js";
import { considerEntry, enter } from "./entry.js";
import { findDispensable, ownManufacturers, releaseBuyers, releaseCustomers } from "./exit.js";
import { forecastStep } from "./forecast/forecast-demand.js";
import { lendFunds } from "./funds.js";
import { growStep } from "./growth.js";
import { passEndDemand, readOrders, sumEndDemand } from "./inbox.js";
import { takeUp } from "./innovation/genome.js";
import { searchBetter } from "./innovation/search.js";
import { lendBeyond, lendInside } from "./lend.js";
import { lendServices } from "./lend-services.js";
import { recordData } from "./lifecycle/record-data.js";
import { recoverMaterial, useRecovered } from "./lifecycle/recover.js";
import { moveMacro } from "./macro.js";
import { planWork, releaseWork } from "./make.js";
import { manufacturer, supply, usage } from "./manufacturer.js";
import { takeMarketOrders } from "./market-demand.js";
import { stageMetrics } from "./metrics/by-stage.js";
import { closedLoop } from "./metrics/closed-loop.js";
import { delivery, demand, machines, satisfaction, services } from "./metrics/delivery.js";
import { efficacySeries } from "./metrics/efficacy.js";
import { forecastErrors, hypothesisErrors, hypothesisUse } from "./metrics/forecasting.js";
import { globality } from "./metrics/globality.js";
import { innovation } from "./metrics/innovation.js";
import { inventory } from "./metrics/inventory.js";
import { dataByKind, dataBySource, dataByStage, lifecycle, material } from "./metrics/lifecycle.js";
import { cash, fairness, profit, resources, revenue } from "./metrics/money.js";
import { boxDimension, network } from "./metrics/network.js";
import { options } from "./metrics/options.js";
import {
	borders,
	credit,
	lending,
	moduleCount,
	organizationCost,
	planning,
	serviceLending,
} from "./metrics/organization.js";
import { outcomes } from "./metrics/outcomes.js";
import { ownership } from "./metrics/ownership.js";
import { reSourced } from "./metrics/re-sourced.js";
import { levelErrors, macro, sensing, twinCost, twinSeries } from "./metrics/sensing.js";
import { adoption, contractMoney, contracts } from "./metrics/servitization.js";
import { cutModules, module, shareOverhead } from "./module.js";
import { openPages, settleManufacturers } from "./money.js";
import { aggregateOptions } from "./options.js";
import { orderComponentsStep, orderProductionStep } from "./order.js";
import { ownServiceFirms } from "./ownership.js";
import type { EcosystemParameters } from "./parameters.js";
import { planHoursStep } from "./plan-hours.js";
import { postOffersStep, reSourceStep } from "./re-source.js";
import { receiveComponents, receiveWork } from "./receive.js";
import { senseCapacity } from "./sense-capacity.js";
import { readMacro, senseMacro } from "./sense-macro.js";
import { serviceFirm } from "./service-firm.js";
import { settleServiceFirms } from "./service-money.js";
import { openFirmPages, serve, takeRequests } from "./services.js";
import { settings } from "./settings.js";
import { settleAccounts } from "./settle-accounts.js";
import { shipOrders } from "./ship.js";
import { senseComponents, senseFinished } from "./twin.js";
import { useAndChoose } from "./use.js";

const phase = (name: string, over: { name: string }, ...steps: Phase["steps"]): Phase => ({
	name,
	over: over.name,
	steps,
});

/** One tick, in order; each phase reads what earlier phases left. */
export const phases: readonly Phase[] = [
	phase("environment", accounts, moveMacro, senseMacro, cutModules, lendFunds),
	{ ...phase("readiness", customer, adopt, renewContracts), beside: true },
	phase("word of mouth", customer, tellPeers),
	phase("use and choose", customer, useAndChoose, readMeters),
	phase(
		"orders and shipping",
		manufacturer,
		openPages,
		enter,
		takeUp,
		openBordersStep,
		setUpServices,
		recoverMaterial,
		receiveWork,
		passEndDemand,
		takeMarketOrders,
		aggregateOptions,
		releaseCustomers,
		releaseBuyers,
		readOrders,
		shipOrders,
	),
	phase(
		"plan work",
		manufacturer,
		receiveComponents,
		sumEndDemand,
		reSourceStep,
		askSuppliersStep,
		planWork,
		senseCapacity,
	),
	phase("modules", module, shareOverhead, lendInside, planHoursStep),
	phase("cloud", module, lendBeyond),
	phase(
		"make and decide",
		manufacturer,
		releaseWork,
		senseFinished,
		senseComponents,
		readMacro,
		askForData,
		forecastStep,
		followRules,
		orderProductionStep,
		orderComponentsStep,
		searchBetter,
		considerEntry,
		findDispensable,
	),
	phase("requests", serviceFirm, openFirmPages, ownServiceFirms, takeMeters, takeRequests),
	phase("service cloud", serviceFirm, lendServices),
	phase("services", serviceFirm, serve, settleServiceFirms, rosterHours),
	phase(
		"settle",
		manufacturer,
		ownManufacturers,
		useRecovered,
		recordData,
		useEnergy,
		bookCrossings,
		settleContracts,
		settleManufacturers,
		growStep,
		postOffersStep,
	),
	phase("accounts", accounts, gradeReturns, settleAccounts, fitFailures),
];

/** All tables of the world, as they stand in it. */
export const kinds = [
	settings,
	loop,
	accounts,
	manufacturer,
	supply,
	usage,
	module,
	customer,
	market,
	peers,
	serviceFirm,
] as const;

export const ecosystem: Model<EcosystemParameters> = {
	name: "ecosystem",
	version: "2",
	build: buildEcosystem,
	phases,
	metrics(parameters) {
		const labels = groupLabels(parameters);
		return [
			...stageMetrics.map((metric) => metric(labels)),
			demand,
			delivery,
			services,
			...(parameters.arcs.some(({ share }) => share < 1) ? [options] : []),
			profit,
			cash,
			revenue,
			fairness,
			resources,
			material,
			inventory,
			lifecycle,
			dataByStage,
			dataBySource,
			dataByKind,
			globality,
			sensing,
			twinCost,
			levelErrors(parameters.stages.length),
			...[forecastErrors, hypothesisUse, hypothesisErrors].map((metric) => metric(parameters.stages.length)),
			network,
			...(parameters.stages.length > MOST_NODES_OF_BOX_COVERING
				? []
				: [boxDimension(parameters.scalars.reSourcing)]),
			moduleCount,
			organizationCost,
			lending,
			serviceLending,
			credit,
			planning,
			borders(parameters.stages.length),
			macro,
			...(parameters.closedLoop ? [closedLoop] : []),
			...(parameters.scalars.innovation ? [innovation] : []),
			...(parameters.scalars.insolvency === "runOn" ? [] : [ownership]),
			...(parameters.scalars.reSourcing ? [reSourced] : []),
			...(parameters.customers ? [machines, satisfaction, adoption, contracts, contractMoney] : []),
		];
	},
	derive: (recording, parameters) => [
		efficacySeries(recording, parameters),
		twinSeries(recording, parameters.stages.length, parameters.scalars.windowTicks),
	],
	outcomes,
	audit: (world) => ({ ...audit(world) }),
};
