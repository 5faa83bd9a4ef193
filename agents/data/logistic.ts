// Prediction of quality: logistic regression, the probability of a fault from measurements.

import { exp } from "../../engine/math/exp.js";

export interface Logistic {
	readonly intercept: number;
	/** One for each feature, in its own unit. */
	readonly coefficients: readonly number[];
}

/** Probability of a fault. */
export function faultProbability({ intercept, coefficients }: Logistic, features: ArrayLike<number>): number {
	let sum = intercept;
	for (let j = 0; j < coefficients.length; j++) sum += coefficients[j] * features[j];
	return 1 / (1 + exp(-sum));
}

/**
 * Maximum penalized likelihood by iteratively reweighted least squares, that is Newton's steps (McCullagh & Nelder 1989), with the penalty
 * ridge/2 · Σ b² on the coefficients of features in units of their standard deviation (le Cessie & van Houwelingen 1992): a little of it
 * keeps them finite where features separate the classes. Until no coefficient moves by 1e-10 of a standard deviation.
 * Throws RangeError for no rows, unequal lengths, one class only, a ridge below 0, or where there is no maximum without one.
 */
export function fitLogistic({
	features,
	faults,
	ridge = 1e-3,
}: {
	readonly features: readonly ArrayLike<number>[];
	readonly faults: ArrayLike<boolean | number>;
	readonly ridge?: number;
}): Logistic {
	const n = features.length;
	const ys = Array.from(faults, Number);
	const ones = ys.reduce((sum, y) => sum + y, 0);
	if (n === 0 || ys.length !== n) throw new RangeError(`fitLogistic: ${n} rows and ${ys.length} faults`);
	if (ones === 0 || ones === n) throw new RangeError("fitLogistic: needs rows of both classes");
	if (!(ridge >= 0)) throw new RangeError(`fitLogistic: ridge must be 0 or more, got ${ridge}`);
	const width = features[0].length;
	const { centers, spreads } = scales(features, width);
	const rows = features.map((row) =>
		Float64Array.from({ length: width + 1 }, (_, j) =>
			j === 0 ? 1 : (row[j - 1] - centers[j - 1]) / spreads[j - 1],
		),
	);
	const b = new Float64Array(width + 1);
	for (let round = 0; ; round++) {
		if (round === 100) throw new RangeError("fitLogistic: no maximum; a ridge above 0 gives one");
		const gradient = Float64Array.from(b, (value, j) => (j === 0 ? 0 : -ridge * value));
		const information = Array.from(b, (_, j) => {
			const row = new Float64Array(width + 1);
			row[j] = j === 0 ? 0 : ridge;
			return row;
		});
		for (let i = 0; i < n; i++) {
			const x = rows[i];
			const p = faultProbability({ intercept: 0, coefficients: b as unknown as number[] }, x);
			for (let j = 0; j <= width; j++) {
				gradient[j] += (ys[i] - p) * x[j];
				for (let k = 0; k <= j; k++) information[j][k] += p * (1 - p) * x[j] * x[k];
			}
		}
		const step = solvePositive(information, gradient);
		let moved = 0;
		for (let j = 0; j <= width; j++) {
			b[j] += step[j];
			moved = Math.max(moved, Math.abs(step[j]));
		}
		if (moved < 1e-10) break;
	}
	const coefficients = spreads.map((spread, j) => b[j + 1] / spread);
	const intercept = coefficients.reduce((sum, value, j) => sum - value * centers[j], b[0]);
	return { intercept, coefficients };
}

/** Mean and standard deviation of each feature; 1 for a constant one. */
function scales(features: readonly ArrayLike<number>[], width: number) {
	const centers = Array.from({ length: width }, (_, j) => mean(features.map((row) => row[j])));
	const spreads = centers.map((center, j) =>
		Math.sqrt(mean(features.map((row) => (row[j] - center) * (row[j] - center)))),
	);
	return { centers, spreads: spreads.map((spread) => spread || 1) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** x of Ax = b for a symmetric positive definite A, of which the lower triangle is read and overwritten (Cholesky). NaN if it is not. */
function solvePositive(a: readonly Float64Array[], b: Float64Array): Float64Array {
	const n = b.length;
	const x = Float64Array.from(b);
	for (let j = 0; j < n; j++) {
		for (let k = 0; k < j; k++) for (let i = j; i < n; i++) a[i][j] -= a[i][k] * a[j][k];
		const root = Math.sqrt(a[j][j]);
		for (let i = j; i < n; i++) a[i][j] /= root;
	}
	for (let i = 0; i < n; i++) {
		for (let k = 0; k < i; k++) x[i] -= a[i][k] * x[k];
		x[i] /= a[i][i];
	}
	for (let i = n - 1; i >= 0; i--) {
		for (let k = i + 1; k < n; k++) x[i] -= a[k][i] * x[k];
		x[i] /= a[i][i];
	}
	return x;
}
