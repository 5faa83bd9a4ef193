// The flagship: a real heavy-equipment maker's supply chain of 22 stages, its machines' owners and service firms.

export const bulldozer = `# A bulldozer maker: 22 stages from castings to final assembly, the owners of its machines, and the firms that
# repair and haul them.
#
# Data [G]: stages, bill of materials, lead times, costs added and mean demand are those of the bulldozer in
#   S. C. Graves and S. P. Willems (2003), "Supply chain design: safety stock placement and supply chain
#   configuration", in Handbooks in Operations Research and Management Science 11, chapter 3, Elsevier.
# Everything else is an assumption [A] or was measured in trial runs [M].
# What is left out here has its default: fractwin scenario schema
name: bulldozer
title: "Bulldozer: 22 stages of a heavy-equipment maker"
source: "Stages, costs, lead times and demand: Graves and Willems (2003), Supply chain design: safety stock placement and supply chain configuration, Handbooks in OR & MS 11; the rest is assumed"
tick: {days: 7}            # a week [A]
ticks: 1040                # 20 years
warmUp: 104                # 2 years

demand:
  # [A] No series is drawn: 18,200 owners each keep one machine for about 520 weeks, and 18,200 / 520 = 35 a week,
  # the 5 a day of [G], wear out and are replaced.
  kind: owners
customers:
  owners: 18200
  lifeWeeks: 520           # ten years at mean use [A]
  failureScaleWeeks: 173   # Weibull wear: about nine failures in a life [A]
  failureShape: 2
  outsideShare: 0.1        # of those who need a machine choose to wait although none is queueing [A]
  peers: 6                 # owners from whom it hears of services [A]
market: {kind: buyer, variants: 4}           # [A]
macro:
  # How hard machines are used: the economy, slow, and what passes with the week. Wear is Poisson-like, variance 35;
  # these two bring weekly demand to the variance 63 = 7 days x 3 squared of [G]. [M]
  sd: 0.1
  rho: 0.9
  noise: 0.135

forecast: {kind: exponential, alpha: 0.1}    # [A]
sharing: {weight: 0.1, delay: tier}          # little of the end demand is shared, and as slowly as orders travel [A]
safetyFactor: null                           # from the costs of holding and of shortage
economics:
  markup: 0.25             # list price 1.25 x cost; the data's sum, with every option, is 72,600 $ [A]
  wage: 30                 # $ per hour [A]
  laborShare: 0.3          # of the cost added: 726 hours per machine [A]
  capacity: 1.3            # contracted hours over those of mean demand [M]
  holdingPerYear: 0.3      # of unit cost [G]
  latePayPerWeek: 0.01     # of the price, for at most latePayWeeks [A]
  latePayWeeks: 10
  cancelPerWeek: 0.2       # of the orders that wait [A]
hidden:                    # what the books do not see
  finishedLoss: 0.015      # of finished units, as they enter stock [A]
  componentLoss: 0.001     # of components on hand, per week [A]
  lateRelease: 0.05        # probability that a batch is a week late [A]
  countEvery: 26           # an exact count every half year [A]
  availability: {center: 0.9, rho: 0.9, sd: 0.3}
twin: {preset: none, senses: {macro: true, condition: true}} # try --set twin.preset=standard or perfect
modules: {size: 8, overhead: 0.2}            # blocks of neighbors along the chain lend each other hours [A]
planning: {kind: greedy}                     # each module sets its members' hours every four weeks
boundaries: {on: true}                       # what crosses between modules: hours, credit, information; at a cost
innovation: {on: true}                       # makers search for better ways of making
dynamics: {insolvency: recapitalize}         # who can no longer pay gets a new owner
applications: {usePrediction: true, useClustering: true}
services:                  # firms beside the chain [A]
  maintenance: {firms: 8, hoursPerJob: 40, price: 0.04}
  logistics: {firms: 2, hoursPerJob: 12, price: 0.01}
  design: {firms: 1, capacity: 0.2}
  data: {firms: 1}
  recycling: {firms: 2}

# cost: $ added per unit. leadDays: rounded to whole weeks, at least one (1 to 3; Pin_Assembly 5). upstream: units of
# each part in one unit. All [G].
stages:
  - {name: Boggie_Assembly, cost: 575, leadDays: 11}
  - {name: Brake_Group, cost: 3850, leadDays: 8}
  - {name: Case, cost: 2200, leadDays: 15}
  - {name: Case&Frame, cost: 1500, leadDays: 16, upstream: {Case: 1, Frame_Assembly: 1}}
  - {name: Chassis&Platform, cost: 4320, leadDays: 7, upstream: {Platform_Group: 1, Fender_Group: 1, Roll_Over_Group: 1}}
  - {name: Common_Subassembly, cost: 8000, leadDays: 5, upstream: {Case&Frame: 1, Transmission: 1, Final_Drive&Brake: 1}}
  - {name: Dressed_Out_Engine, cost: 4100, leadDays: 10, upstream: {Engine: 1, Fans: 1}}
  - {name: Drive_Group, cost: 1550, leadDays: 9}
  - {name: Engine, cost: 4500, leadDays: 7}
  - {name: Fans, cost: 650, leadDays: 12}
  - {name: Fender_Group, cost: 900, leadDays: 9}
  - name: Final_Assembly
    cost: 8000
    leadDays: 4
    upstream: {Main_Assembly: 1, Track_Roller_Frame: 1, Suspension_Group: 1}
    options: {Suspension_Group: 0.75}        # three variants of four have it [A]
    demand: {meanPerDay: 5, sdPerDay: 3}
  - {name: Final_Drive&Brake, cost: 3680, leadDays: 6, upstream: {Brake_Group: 1, Drive_Group: 1, Plant_Carrier: 1}}
  - {name: Frame_Assembly, cost: 605, leadDays: 19}
  - name: Main_Assembly
    cost: 12000
    leadDays: 8
    upstream: {Chassis&Platform: 1, Common_Subassembly: 1, Dressed_Out_Engine: 1}
  - {name: Pin_Assembly, cost: 90, leadDays: 35}
  - {name: Plant_Carrier, cost: 155, leadDays: 9}
  - {name: Platform_Group, cost: 725, leadDays: 6}
  - {name: Roll_Over_Group, cost: 1150, leadDays: 8}
  - {name: Suspension_Group, cost: 3600, leadDays: 7, upstream: {Boggie_Assembly: 1, Pin_Assembly: 1}}
  - {name: Track_Roller_Frame, cost: 3000, leadDays: 10}
  - {name: Transmission, cost: 7450, leadDays: 15}
`;
