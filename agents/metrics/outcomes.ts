// The outcomes of a run, in the order in which they are shown.

import type { Outcome, Recording } from "../../engine/record/recording.js";
import type { World } from "../../engine/world/world.js";
import type { EcosystemParameters } from "../parameters.js";
import { type OutcomeMetric, outcomesOf, viewOf } from "./outcome-metric.js";
import { adaptability } from "./outcomes/adaptability.js";
import { adopters } from "./outcomes/adopters.js";
import { agility } from "./outcomes/agility.js";
import { borders, makersCredit } from "./outcomes/borders.js";
import { boxDimension } from "./outcomes/box-dimension.js";
import { bullwhip } from "./outcomes/bullwhip.js";
import { cancelled } from "./outcomes/cancelled.js";
import { carbonPerUnit } from "./outcomes/carbon-per-unit.js";
import { closedLoopOutcomes } from "./outcomes/closed-loop.js";
import { clusteringSlope } from "./outcomes/clustering-slope.js";
import { dataUse } from "./outcomes/data-use.js";
import { dataVolume } from "./outcomes/data-volume.js";
import { demandMean } from "./outcomes/demand-mean.js";
import { demandVariance } from "./outcomes/demand-variance.js";
import { down } from "./outcomes/down.js";
import { dynamicity } from "./outcomes/dynamicity.js";
import { efficacyOutcomes } from "./outcomes/efficacy.js";
import { energyPerUnit } from "./outcomes/energy-per-unit.js";
import { failureScale, failureShape } from "./outcomes/failure-law.js";
import { fillRate } from "./outcomes/fill-rate.js";
import { forecastError } from "./outcomes/forecast-error.js";
import { forecastMape } from "./outcomes/forecast-mape.js";
import { gini } from "./outcomes/gini.js";
import { globality } from "./outcomes/globality.js";
import { hoursLent, hoursLentBeyond, serviceHoursLent } from "./outcomes/hours-lent.js";
import { hypothesisSwitches } from "./outcomes/hypothesis-switches.js";
import { informationAge } from "./outcomes/information-age.js";
import { informationCoverage } from "./outcomes/information-coverage.js";
import { innovationOutcomes } from "./outcomes/innovation.js";
import { inventoryTurns } from "./outcomes/inventory-turns.js";
import { lifecycleCoverage } from "./outcomes/lifecycle-coverage.js";
import { maintainedByAge } from "./outcomes/maintained-by-age.js";
import { marketBacklog } from "./outcomes/market-backlog.js";
import { meanDegree } from "./outcomes/mean-degree.js";
import { modularity } from "./outcomes/modularity.js";
import { moduleSize, modules } from "./outcomes/modules.js";
import { netCustomers } from "./outcomes/net-customers.js";
import { onTime } from "./outcomes/on-time.js";
import { optionRate } from "./outcomes/option-rate.js";
import { orderToDelivery } from "./outcomes/order-to-delivery.js";
import { crossingCost, overheadCost } from "./outcomes/organization-cost.js";
import { ownershipOutcomes } from "./outcomes/ownership.js";
import { penalties } from "./outcomes/penalties.js";
import { planningGap } from "./outcomes/planning-gap.js";
import { prevented } from "./outcomes/prevented.js";
import { profit } from "./outcomes/profit.js";
import { profitManufacturers } from "./outcomes/profit-manufacturers.js";
import { profitMargin } from "./outcomes/profit-margin.js";
import { profitServiceFirms } from "./outcomes/profit-service-firms.js";
import { reSourced } from "./outcomes/re-sourced.js";
import { recovery } from "./outcomes/recovery.js";
import { recyclingRate } from "./outcomes/recycling-rate.js";
import { repairWait } from "./outcomes/repair-wait.js";
import { repairs } from "./outcomes/repairs.js";
import { revenue } from "./outcomes/revenue.js";
import { serviceContracts } from "./outcomes/service-contracts.js";
import { serviceKept } from "./outcomes/service-kept.js";
import { serviceProfit } from "./outcomes/service-profit.js";
import { serviceShare } from "./outcomes/service-share.js";
import { sizeSkewness } from "./outcomes/size-skewness.js";
import { stateError } from "./outcomes/state-error.js";
import { stockCost, stockCostInAll } from "./outcomes/stock-cost.js";
import { twinCost } from "./outcomes/twin-cost.js";
import { updateRatio } from "./outcomes/update-ratio.js";
import { uptime } from "./outcomes/uptime.js";

export const outcomeMetrics: readonly OutcomeMetric[] = [
	...efficacyOutcomes,
	bullwhip,
	fillRate,
	onTime,
	cancelled,
	optionRate,
	orderToDelivery,
	marketBacklog,
	demandMean,
	demandVariance,
	forecastMape,
	forecastError,
	hypothesisSwitches,
	profit,
	profitManufacturers,
	profitServiceFirms,
	netCustomers,
	revenue,
	serviceShare,
	adopters,
	serviceContracts,
	serviceProfit,
	penalties,
	prevented,
	maintainedByAge,
	uptime,
	profitMargin,
	gini,
	sizeSkewness,
	stockCost,
	stockCostInAll,
	inventoryTurns,
	...innovationOutcomes,
	...ownershipOutcomes,
	energyPerUnit,
	carbonPerUnit,
	recyclingRate,
	down,
	repairs,
	repairWait,
	failureShape,
	failureScale,
	informationAge,
	informationCoverage,
	updateRatio,
	stateError,
	twinCost,
	dynamicity,
	agility,
	globality,
	adaptability,
	recovery,
	serviceKept,
	lifecycleCoverage,
	dataVolume,
	dataUse,
	reSourced,
	boxDimension,
	modularity,
	meanDegree,
	clusteringSlope,
	modules,
	moduleSize,
	hoursLent,
	hoursLentBeyond,
	serviceHoursLent,
	overheadCost,
	crossingCost,
	planningGap,
	makersCredit,
	...borders,
	...closedLoopOutcomes,
];

export const outcomes = (recording: Recording, parameters: EcosystemParameters, world: World): Outcome[] =>
	outcomesOf(outcomeMetrics, viewOf(recording, parameters, world));
