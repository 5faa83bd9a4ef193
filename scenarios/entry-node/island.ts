// A worker thread that is an island of the genetic algorithm.

import { serveIsland } from "../../optimizers/island.js";
import { ownEndpoint } from "./threads.js";

serveIsland(ownEndpoint());
