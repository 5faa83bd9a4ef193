// One job in a thread of its own, so that the terminal goes on listening; meanwhile stderr says how long it has taken.

import { Worker } from "node:worker_threads";
import { showElapsed } from "./elapsed.js";
import { onInterrupt } from "./interrupt.js";

/** What the module at `entry` posts when given the job. `what` is being done, such as "solving FILE". */
export async function inThread<Result>(
	entry: URL,
	job: unknown,
	what: string,
	quiet = false,
): Promise<Result> {
	const lift = onInterrupt(() => "interrupted: nothing was found");
	const stop = showElapsed(what, quiet);
	const worker = new Worker(entry, { workerData: job });
	try {
		return await new Promise((resolve, reject) => {
			worker.once("message", resolve);
			worker.once("error", reject);
			worker.once("exit", (code) => reject(new Error(`the thread that was ${what} ended with code ${code}`)));
		});
	} finally {
		stop();
		lift();
	}
}
