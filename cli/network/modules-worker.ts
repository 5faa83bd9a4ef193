// A thread that partitions one graph.

import { parentPort, workerData } from "node:worker_threads";
import { type PartitionOptions, partition } from "../../optimizers/partition/partition.js";

parentPort?.postMessage(partition(workerData as PartitionOptions));
