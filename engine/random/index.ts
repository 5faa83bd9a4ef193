// Random numbers: every draw a pure function of seed, purpose, agent, tick and index.

export { binomial } from "./binomial.js";
export { exponential, gumbel, normal, uniform } from "./continuous.js";
export { fillNormals } from "./fill-normals.js";
export { fillWords } from "./fill-words.js";
export { negativeBinomial } from "./negative-binomial.js";
export { poisson } from "./poisson.js";
export { keyFromText } from "./seed.js";
export type { Sequence } from "./sequence.js";
export { sequence } from "./sequence.js";
export type { Purpose, StreamKey } from "./stream.js";
export { purpose, streamKey, word } from "./stream.js";
export { threefry2x32, threefryWord } from "./threefry.js";
