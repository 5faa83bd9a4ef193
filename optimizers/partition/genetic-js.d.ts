// The part of genetic-js that is used (it brings no types).

declare module "genetic-js" {
	interface Scored<E> {
		readonly fitness: number;
		readonly entity: E;
	}
	type Select1 = <E>(population: Scored<E>[]) => E;
	type Select2 = <E>(population: Scored<E>[]) => [E, E];
	interface GeneticRun<E> {
		configuration: { size: number; iterations: number; crossover: number; mutation: number };
		optimize: (a: number, b: number) => boolean;
		select1: Select1;
		select2: Select2;
		seed: () => E;
		fitness: (entity: E) => number;
		crossover: (a: E, b: E) => [E, E];
		mutate: (entity: E) => E;
		generation: (sorted: Scored<E>[]) => boolean;
		start(): void;
	}
	const Genetic: {
		create<E>(): GeneticRun<E>;
		readonly Optimize: { readonly Maximize: (a: number, b: number) => boolean };
		readonly Select1: { readonly Tournament2: Select1 };
		readonly Select2: { readonly Tournament2: Select2 };
	};
	export default Genetic;
}
