// Graphs: measures of any network, and generators of networks with known ones.

export type { BoxCount, BoxCounts, BoxCovering, BoxCoveringOptions } from "./box-covering.js";
export { boxCounts, boxCovering, boxDimension, MOST_NODES_OF_BOX_COVERING } from "./box-covering.js";
export type { Clustering } from "./clustering.js";
export { clustering } from "./clustering.js";
export type { Components } from "./components.js";
export { components, strongComponents } from "./components.js";
export { degreeDistribution, degrees, directedDegrees, strengths } from "./degree.js";
export { distancesFrom, UNREACHED } from "./distances.js";
export { flower } from "./generators/flower.js";
export { ravaszBarabasi } from "./generators/ravasz-barabasi.js";
export type { HierarchicalLinks, Hierarchy } from "./generators/self-similar.js";
export { selfSimilarHierarchy } from "./generators/self-similar.js";
export { sierpinskiGasket } from "./generators/sierpinski-gasket.js";
export type { Graph, WeightedLinks } from "./graph.js";
export { graphOf } from "./graph.js";
export { hierarchy } from "./hierarchy.js";
export type { ModularityOptions } from "./modularity.js";
export { modularity } from "./modularity.js";
export type { PowerLaw } from "./power-law.js";
export { powerLaw } from "./power-law.js";
