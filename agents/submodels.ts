// What the model is made of, submodel by submodel: which steps each has, where it is written. The prose of each is
// docs/odd/submodels/KEY.md; `fractwin doc odd` weaves all into the description of the model.

import type { Step } from "../engine/schedule/model.js";
import { adopt, tellPeers } from "./adoption.js";
import { readMeters, takeMeters } from "./applications/failure-record.js";
import { gradeReturns } from "./applications/grade-returns.js";
import { followRules } from "./applications/order-rules.js";
import { fitFailures } from "./applications/predict-failures.js";
import { rosterHours } from "./applications/roster.js";
import { askSuppliersStep, openBordersStep } from "./boundary.js";
import { renewContracts } from "./contract.js";
import { settleContracts, setUpServices } from "./contract-money.js";
import { bookCrossings } from "./crossing.js";
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
import { takeMarketOrders } from "./market-demand.js";
import { cutModules, shareOverhead } from "./module.js";
import { openPages, settleManufacturers } from "./money.js";
import { aggregateOptions } from "./options.js";
import { orderComponentsStep, orderProductionStep } from "./order.js";
import { ownServiceFirms } from "./ownership.js";
import { planHoursStep } from "./plan-hours.js";
import { postOffersStep, reSourceStep } from "./re-source.js";
import { receiveComponents, receiveWork } from "./receive.js";
import { senseCapacity } from "./sense-capacity.js";
import { readMacro, senseMacro } from "./sense-macro.js";
import { settleServiceFirms } from "./service-money.js";
import { openFirmPages, serve, takeRequests } from "./services.js";
import { settleAccounts } from "./settle-accounts.js";
import { shipOrders } from "./ship.js";
import { senseComponents, senseFinished } from "./twin.js";
import { useAndChoose } from "./use.js";

export interface Submodel {
	/** Of its prose: docs/odd/submodels/KEY.md. */
	readonly key: string;
	readonly title: string;
	/** Of the design text, MODEL.md. */
	readonly section: string;
	/** Where it is written, below the project's root. */
	readonly files: readonly string[];
	readonly steps: readonly Step[];
}

export const submodels: readonly Submodel[] = [
	of("macro", "Macro factor", "4.1", ["agents/macro.ts"], moveMacro),
	of(
		"need-and-choice",
		"Wear, need and choice",
		"4.2, 4.3",
		["agents/use.ts", "agents/choice.ts"],
		useAndChoose,
	),
	of(
		"market",
		"Market orders and options",
		"4.3",
		["agents/market-demand.ts", "agents/options.ts"],
		takeMarketOrders,
		aggregateOptions,
	),
	of(
		"receive",
		"Receiving, and what is lost unseen",
		"4",
		["agents/receive.ts"],
		receiveWork,
		receiveComponents,
	),
	of(
		"inbox",
		"Purchase orders and shared demand",
		"4",
		["agents/inbox.ts"],
		readOrders,
		passEndDemand,
		sumEndDemand,
	),
	of("ship", "Shipping", "4", ["agents/ship.ts"], shipOrders),
	of("make", "Making", "4", ["agents/make.ts"], planWork, releaseWork),
	of("modules", "Modules and their overhead", "6.1", ["agents/module.ts"], cutModules, shareOverhead),
	of(
		"lending",
		"Lending hours",
		"4.6",
		["agents/lend.ts", "agents/lend-services.ts", "agents/match.ts", "agents/apportion.ts"],
		lendInside,
		lendBeyond,
		lendServices,
	),
	of(
		"boundaries",
		"Boundary functions",
		"6.2",
		["agents/boundary.ts", "agents/funds.ts", "agents/crossing.ts"],
		openBordersStep,
		askSuppliersStep,
		lendFunds,
		bookCrossings,
	),
	of(
		"sourcing",
		"Re-sourcing",
		"3",
		["agents/re-source.ts", "scenarios/alternatives.ts"],
		postOffersStep,
		reSourceStep,
	),
	of("growth", "Growth: renown and hiring", "4.3, 4.6", ["agents/growth.ts"], growStep),
	of("planning", "Planning hours", "4.6", ["agents/plan-hours.ts"], planHoursStep),
	of(
		"twin",
		"The twin",
		"4.4",
		[
			"agents/fidelity.ts",
			"agents/twin.ts",
			"agents/sense-capacity.ts",
			"agents/sense-macro.ts",
			"agents/condition.ts",
		],
		senseFinished,
		senseComponents,
		senseCapacity,
		senseMacro,
		readMacro,
	),
	of(
		"forecast",
		"Forecast: hypothesis, verification, correction",
		"4.5",
		["agents/forecast/forecast-demand.ts", "agents/forecast/hypotheses.ts", "agents/forecast/verify.ts"],
		forecastStep,
	),
	of("order", "Orders", "4.6", ["agents/order.ts"], orderProductionStep, orderComponentsStep),
	of("adoption", "Readiness for services", "4.3", ["agents/adoption.ts"], adopt, tellPeers),
	of(
		"contracts",
		"Servitization and its contracts",
		"4.7, 4.8",
		["agents/servitization.ts", "agents/contract.ts", "agents/contract-money.ts"],
		renewContracts,
		setUpServices,
		settleContracts,
	),
	of("prevention", "Prevention", "4.2, 4.7", ["agents/prevention.ts"]),
	of("service-modes", "Service modes", "5", ["agents/call.ts"]),
	of("services", "Services", "4.7", ["agents/services.ts", "agents/queue.ts"], takeRequests, serve),
	of(
		"requests",
		"Design, data and recycling services",
		"4.7",
		["agents/request.ts", "agents/data-service.ts"],
		askForData,
	),
	of(
		"money",
		"Money",
		"4.8",
		[
			"agents/ledger.ts",
			"agents/credit-line.ts",
			"agents/money.ts",
			"agents/service-money.ts",
			"agents/settle-accounts.ts",
		],
		openPages,
		openFirmPages,
		settleManufacturers,
		settleServiceFirms,
		settleAccounts,
	),
	of("energy", "Energy and carbon", "4.10", ["agents/energy.ts"], useEnergy),
	of(
		"lifecycle",
		"Data of products' lives, and recycling",
		"4.2, 4.10",
		["agents/lifecycle/record-data.ts", "agents/lifecycle/recover.ts", "agents/lifecycle/account.ts"],
		recordData,
		recoverMaterial,
		useRecovered,
	),
	of(
		"innovation",
		"Innovation",
		"4.9",
		[
			"agents/innovation/landscape.ts",
			"agents/innovation/genome.ts",
			"agents/innovation/search.ts",
			"agents/innovation/imitation.ts",
		],
		takeUp,
		searchBetter,
	),
	of(
		"entry-exit",
		"New owners, exit and entry",
		"4.10",
		["agents/ownership.ts", "agents/exit.ts", "agents/entry.ts"],
		ownServiceFirms,
		findDispensable,
		ownManufacturers,
		releaseCustomers,
		releaseBuyers,
		enter,
		considerEntry,
	),
	of(
		"association",
		"Association: rules of orders",
		"4.5",
		["agents/applications/order-rules.ts", "agents/data/association.ts"],
		followRules,
	),
	of(
		"prediction",
		"Prediction: failures and the hours for them",
		"4.2, 4.7",
		[
			"agents/applications/failure-ages.ts",
			"agents/applications/failure-record.ts",
			"agents/applications/predict-failures.ts",
			"agents/applications/roster.ts",
			"agents/data/intensity.ts",
		],
		readMeters,
		takeMeters,
		fitFailures,
		rosterHours,
	),
	of(
		"clustering",
		"Clustering: grades of returned machines",
		"4.2",
		["agents/applications/grade-returns.ts", "agents/data/grading.ts", "agents/data/clustering.ts"],
		gradeReturns,
	),
	of("paths-and-shocks", "Transformation paths and shocks", "5, 4.1, 7", [
		"scenarios/levers.ts",
		"scenarios/transformation.ts",
		"scenarios/shock-kinds.ts",
		"scenarios/shocks.ts",
		"agents/metrics/recovery.ts",
	]),
	of("efficacy", "Efficacy", "6.3", ["agents/metrics/efficacy.ts"]),
	of("closed-loop", "The closed loop through the virtual world", "6.4", [
		"agents/what-if.ts",
		"agents/closed-loop.ts",
		"scenarios/closed-loop/controller.ts",
		"scenarios/closed-loop/trials.ts",
		"scenarios/closed-loop/moves.ts",
		"scenarios/closed-loop/detector.ts",
	]),
];

function of(
	key: string,
	title: string,
	section: string,
	files: readonly string[],
	...steps: readonly Step[]
): Submodel {
	return { key, title, section, files, steps };
}
