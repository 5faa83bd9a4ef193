// An island of the genetic algorithm: bred by who calls, or by a thread of its own that waits for each value.

import { breed } from "./breed.js";
import type { Point } from "./optimizer.js";

export interface Island {
	/** The generation that follows these individuals of these values. */
	next(population: readonly Point[], values: readonly number[]): readonly Point[] | Promise<readonly Point[]>;
	close(): void | Promise<void>;
}

/** The part of a message port that is needed. */
export interface IslandEndpoint {
	postMessage(message: unknown): void;
	addEventListener(type: string, listener: (event: { data: unknown }) => void): void;
}

/** A thread that has called `serveIsland`, as the platform gives it. */
export interface IslandThread {
	readonly endpoint: IslandEndpoint;
	/** Resolves with the reason when the thread fails or ends. */
	readonly died: Promise<Error>;
	close(): void | Promise<void>;
}

export interface IslandPlan {
	/** Individuals. */
	readonly size: number;
	/** Largest mutation, by coordinate. */
	readonly scale: Point;
	readonly seed: string;
}

/** What caller and thread share. */
interface Shared {
	/** Individual after individual. */
	readonly genes: Float64Array;
	readonly values: Float64Array;
	/** The generation of which each individual's value has arrived. */
	readonly arrived: Int32Array;
}

const seedOf = ({ seed }: IslandPlan, generation: number) => `${seed} generation ${generation}`;

export function islandHere(plan: IslandPlan): Island {
	let generation = 0;
	return {
		next: (population, values) => breed(population, values, plan.scale, seedOf(plan, ++generation)),
		close() {},
	};
}

/** Breeds the same individuals as `islandHere`. `next` rejects when the thread dies. */
export function islandInThread(plan: IslandPlan, thread: IslandThread): Island {
	const n = plan.scale.length;
	const genes = new Float64Array(new SharedArrayBuffer(8 * plan.size * n));
	const values = new Float64Array(new SharedArrayBuffer(8 * plan.size));
	const arrived = new Int32Array(new SharedArrayBuffer(4 * plan.size));
	const shared: Shared = { genes, values, arrived };
	let generation = 0;
	let bred = () => {};
	let fail = (_: Error) => {};
	let death: Error | undefined;
	thread.died.then((reason) => {
		death = new Error(`the thread of an island died (${reason.message})`, { cause: reason });
		fail(death);
	});
	thread.endpoint.addEventListener("message", () => bred());
	thread.endpoint.postMessage({ plan, shared });
	return {
		next(population, known) {
			generation++;
			const answer = new Promise<readonly Point[]>((resolve, reject) => {
				bred = () => resolve(read(genes, n));
				fail = reject;
				if (death) reject(death);
			});
			for (let i = 0; i < plan.size; i++) {
				genes.set(population[i], i * n);
				values[i] = known[i];
				Atomics.store(arrived, i, generation);
				Atomics.notify(arrived, i);
			}
			return answer;
		},
		close: () => thread.close(),
	};
}

/** In a thread's entry: live as the island that the caller at `endpoint` plans, until the thread is ended. */
export function serveIsland(endpoint: IslandEndpoint): void {
	endpoint.addEventListener("message", ({ data }) => {
		const { plan, shared } = data as { plan: IslandPlan; shared: Shared };
		const { genes, values, arrived } = shared;
		const n = plan.scale.length;
		for (let generation = 1; ; generation++) {
			for (let i = 0; i < plan.size; i++)
				while (Atomics.load(arrived, i) < generation) Atomics.wait(arrived, i, generation - 1);
			const next = breed(read(genes, n), values, plan.scale, seedOf(plan, generation));
			genes.set(next.flat());
			endpoint.postMessage(generation);
		}
	});
}

const read = (genes: Float64Array, n: number): number[][] =>
	Array.from({ length: genes.length / n }, (_, i) => Array.from(genes.subarray(i * n, (i + 1) * n)));
