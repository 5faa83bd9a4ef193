// Sterman's beer game with its benchmark rule, whose cost is known to the cent.

export const beerGame = `# The beer distribution game with the stock management rule at its best parameters: costs 46 + 50 + 54 + 54 = 204.
#   J. D. Sterman (1989), "Modeling managerial behavior: misperceptions of feedback in a dynamic decision making
#   experiment", Management Science 35(3): 321-339.
# Orders are anchored on the expected demand, 4, and close the gap between the desired stock (target) and stock on hand
# plus the whole supply line. People give the supply line less weight: --set ordering.supplyLineWeight=0.34
#
# How the board maps onto this model: an order is mailed for two weeks (informationDelay 2), goods travel for two weeks
# (a tick of transport and a tick of handling at the buyer), the factory brews for two weeks.
name: beer-game
title: Beer game with Sterman's benchmark rule
source: "Sterman (1989), Modeling managerial behavior, Management Science 35(3):321-339"
tick: {days: 7}
ticks: 36
warmUp: 0
demand:
  kind: step
  mean: 4                  # cases a week until the fourth,
  stepTo: 8                # then 8
  stepAt: 4                # ticks count from 0
  sd: 0
forecast: {kind: constant} # the expected demand stays 4
ordering:
  kind: anchorAndAdjust
  stockAdjustment: 1       # the whole gap is ordered at once
  supplyLineWeight: 1      # the whole supply line counts
  openingTicks: 4          # the first four orders are given:
  openingOrder: 4
  informationDelay: 2
returns: false
sharing: false
economics:
  holdingCost: 0.5         # $ per case in stock and week
  shortageCost: 1          # $ per case of backlog and week
  capacity: null
  cancelPerWeek: 0
  latePayPerWeek: 0
hidden:
  finishedLoss: 0
  componentLoss: 0
  lateRelease: 0
  availability: {center: 1, sd: 0}
stages:
  - {name: Retailer, leadDays: 7, transportDays: 7, initialStock: 12, target: 28, upstream: {Wholesaler: 1}}
  - {name: Wholesaler, leadDays: 7, transportDays: 7, initialStock: 12, target: 28, upstream: {Distributor: 1}}
  - {name: Distributor, leadDays: 7, transportDays: 7, initialStock: 12, target: 28, upstream: {Factory: 1}}
  - {name: Factory, leadDays: 14, initialStock: 12, target: 20}
`;
