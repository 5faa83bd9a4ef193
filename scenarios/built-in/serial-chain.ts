// The textbook chain whose bullwhip ratios are known exactly.

export const serialChain = `# A serial chain under an order-up-to policy: the textbook case of the bullwhip effect.
#   F. Chen, Z. Drezner, J. K. Ryan and D. Simchi-Levi (2000), "Quantifying the bullwhip effect in a simple supply
#   chain: the impact of forecasting, lead times, and information", Management Science 46(3): 436-443.
# Var(orders of stage k) / Var(demand) is the metric bullwhipk, from the customer's side up. With a moving average over
# p ticks it is 1 + 2L/p + 2L^2/p^2, where L = leadTime + 1 periods are covered: 1.48 as it stands here.
# Try: --set stages=2 --set leadTime=1 --set forecast.window=4 --set sharing=true
#      --set forecast.kind=exponential --set forecast.alpha=0.3
#      --set forecast.kind=mmse --set demand.kind=ar1 --set demand.rho=0.7
name: serial-chain
title: Serial chain, order-up-to, as in Chen et al. (2000)
source: "Chen, Drezner, Ryan and Simchi-Levi (2000), Quantifying the bullwhip effect in a simple supply chain, Management Science 46(3):436-443"
tick: {days: 7}
ticks: 40000             # so many that one run finds a ratio to about one per cent
warmUp: 200
stages: 1                  # equal stages in a row; the first sells to the customer
leadTime: 0                # production ticks; goods then arrive in the next tick
demand:
  kind: normal
  mean: 1000               # units per tick
  sd: 100                  # large, since orders are whole units: rounding adds 1 / (6 sd^2) to the ratio
  rho: 0                   # of kind ar1
forecast: {kind: movingAverage, window: 5, alpha: 0.3}
safetyFactor: 0            # no safety stock
returns: true              # orders may be negative, as the formula assumes
sharing: false             # true: every stage reads the end demand, one tick later per tier
economics: {capacity: null}
hidden:                    # nothing is lost, late or absent
  finishedLoss: 0
  componentLoss: 0
  lateRelease: 0
  availability: {center: 1, sd: 0}
`;
