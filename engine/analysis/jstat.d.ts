// jstat 1.9.6, as far as it is used here.

declare module "jstat" {
	const jstat: {
		readonly studentt: {
			/** Quantile of Student's t; right to about 1e-8. */
			inv(p: number, degreesOfFreedom: number): number;
		};
	};
	export default jstat;
}
