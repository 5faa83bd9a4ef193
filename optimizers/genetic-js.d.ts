// genetic-js 0.1.14, as far as it is used here: `start()` on a fresh instance (it brings no types).

declare module "genetic-js" {
	interface Scored<E> {
		readonly fitness: number;
		readonly entity: E;
	}
	type Order = (a: number, b: number) => boolean;
	type Select1 = <E>(population: Scored<E>[]) => E;
	type Select2 = <E>(population: Scored<E>[]) => [E, E];
	interface GeneticRun<E> {
		configuration: { size: number; iterations: number; crossover: number; mutation: number };
		optimize: Order;
		select1: Select1;
		select2: Select2;
		seed: () => E;
		fitness: (entity: E) => number;
		crossover: (a: E, b: E) => [E, E];
		mutate: (entity: E) => E;
		generation: (sorted: Scored<E>[]) => boolean;
		/** The individuals of the last generation. */
		readonly entities: E[];
		start(): void;
	}
	const Genetic: {
		create<E>(): GeneticRun<E>;
		readonly Optimize: { readonly Maximize: Order; readonly Minimize: Order };
		readonly Select1: { readonly Tournament2: Select1; readonly Tournament3: Select1 };
		readonly Select2: { readonly Tournament2: Select2; readonly Tournament3: Select2 };
	};
	export default Genetic;
}
