// A generated ecosystem of about 100,000 agents, the same structure at every level.

export const fractalCity = `# A city of makers: clusters of enterprises of modules of makers, linked by the same law at every level, the
# owners of what they make, and the firms that repair and haul it: about 100,000 agents.
#
# The links are those of a random hierarchy in the manner of
#   E. Ravasz and A.-L. Barabasi (2003), "Hierarchical organization in complex networks", Physical Review E 67, 026112:
# the probability of a link falls by a constant factor with each level between two makers. The network is self-similar:
# the boxes that cover it follow a power law of their size, and clustering falls about as 1/degree. [M]
# Everything else is an assumption [A]: machines are smaller than the bulldozer's and live shorter.
#
# Smaller, for teaching:
#   --set network.branching=3 --set customers.owners=4000     81 makers
#   --set network.levels=[cluster,enterprise]                 216 makers
name: fractal-city
title: "Fractal city: a generated, self-similar ecosystem of 100,000 agents"
source: "Links in the manner of Ravasz and Barabasi (2003), Hierarchical organization in complex networks, Physical Review E 67, 026112; everything else is assumed"
tick: {days: 7}            # a week
ticks: 520                 # 10 years
warmUp: 104                # 2 years

network:
  levels: [cluster, enterprise, module]
  branching: 6             # 6 clusters of 6 enterprises of 6 modules of 6 makers: 1,296
  density: 0.9             # of links within a module;
  falloff: 1.9             # 6^1.9 = 30 times sparser between modules, 900 between enterprises, 27,000 between clusters
  seed: fractal
  value: 20000             # $ that an end product costs
  valuePerTier: 0.2        # a part of one tier costs a fifth of a product of the tier before
  options: 0.4             # of an end product's parts, each in half of the variants
  kinds: 6                 # items in a tier: makers of the same item can take each other's place

demand:
  kind: owners             # 98,600 owners / 156 weeks: 632 machines a week wear out
customers:
  owners: 98600
  lifeWeeks: 156           # three years at mean use
  failureScaleWeeks: 52    # nine failures in a life, as the bulldozer
  earningsPerWeek: 250
  offers: 4                # each compares the sellers of its part of the city
  peers: 6                 # whom it hears of services from
  renownWeight: 0.9        # and goes by what others buy
economics:
  capacity: 1.6            # hours over those that the forecast takes; they follow it,
  hiringPerWeek: 0.05      # by a twentieth a week at most
market: {kind: buyer, variants: 8}
macro: {sd: 0.1, rho: 0.9, noise: 0.135}
forecast: {kind: exponential, alpha: 0.1}
sharing: {weight: 0.1, delay: tier}
twin: {preset: none, senses: {macro: true, condition: true}} # try --set twin.preset=standard or perfect
modules: {size: 6, overhead: 0.1}
planning: {kind: greedy}
boundaries: {on: true}
innovation: {on: true}
dynamics: {insolvency: exit}
sourcing: {on: true, hysteresis: 0.3} # contracts move to makers of an item that cost three tenths less, delay included
applications: {useAssociation: true, usePrediction: true, useClustering: true}
services:
  maintenance: {firms: 80, hoursPerJob: 10, price: 0.04}
  logistics: {firms: 20, hoursPerJob: 4, price: 0.01}
  design: {firms: 4, hoursPerJob: 20, price: 0.05, capacity: 0.1}
  data: {firms: 4, hoursPerJob: 0.25, price: 0.0005}
  recycling: {firms: 8, hoursPerJob: 2, price: 0.005}
`;
