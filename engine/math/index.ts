// Mathematics whose bits agree everywhere: + − × ÷ √ and exact functions only.

export { exp } from "./exp.js";
export { log } from "./log.js";
export { log1p } from "./log1p.js";
export { normalCdf } from "./normal-cdf.js";
export { normalQuantile } from "./normal-quantile.js";
export { pow } from "./pow.js";
export { rint } from "./rint.js";
export { sin } from "./sin.js";
