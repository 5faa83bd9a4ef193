// genetic-js 0.1.14, as far as it is used here: `start()` on a fresh instance.

declare module "genetic-js" {
	interface Genetic<E> {
		readonly configuration: object;
		/** The individuals of the last generation. */
		readonly entities: E[];
		start(): void;
	}
	const genetic: {
		create<E>(): Genetic<E>;
		readonly Select1: { readonly Tournament3: unknown };
		readonly Select2: { readonly Tournament3: unknown };
		readonly Optimize: { readonly Minimize: unknown };
	};
	export default genetic;
}
