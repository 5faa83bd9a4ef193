// comlink's adapter of a worker thread's port, as far as it is used here.

declare module "comlink/dist/esm/node-adapter.mjs" {
	import type { MessagePort, Worker } from "node:worker_threads";
	import type { MessageEndpoint } from "../../engine/experiment/protocol.js";
	export default function nodeEndpoint(port: MessagePort | Worker | null): MessageEndpoint;
}
