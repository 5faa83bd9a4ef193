// CMA-ES: evolution strategy with covariance matrix adaptation, active (Hansen 2016, The CMA Evolution Strategy: A Tutorial,
// arXiv:1604.00772), with restarts of two kinds, BIPOP (Hansen 2009).

import { exp, log, pow } from "../engine/math/index.js";
import type { Sequence } from "../engine/random/sequence.js";
import type { Box } from "./box.js";
import type { Point } from "./optimizer.js";
import { byValue } from "./order.js";
import { symmetricEigen } from "./symmetric-eigen.js";

export interface CmaEsOptions {
	/** Points of a generation (λ) of the first run, ≥ 4; 4 + ⌊3 ln n⌋ unless told. */
	readonly populationSize?: number | undefined;
	/** Two evaluations of one x differ: then four times as many unless told, so that errors cancel in the mean (Arnold & Beyer 2003). */
	readonly noisy?: boolean | undefined;
}

/** For each run: restarts with twice the population, and as many evaluations in smaller runs with smaller first steps. */
export function* cmaEs(
	box: Box,
	draws: Sequence,
	options: CmaEsOptions = {},
): Generator<Point[], void, readonly number[]> {
	const first = options.populationSize ?? (options.noisy ? 4 : 1) * (4 + Math.floor(3 * log(box.dimension)));
	// Evaluations of the large and of the small runs; the first one is small.
	const spent = [0, yield* run(box, draws, box.start, first, 1)];
	let large = first;
	for (;;) {
		if (spent[0] <= spent[1]) {
			large *= 2;
			spent[0] += yield* run(box, draws, box.scatter(draws), large, 1);
		} else {
			const u = draws.uniform();
			const size = Math.max(4, Math.floor(first * pow(large / (2 * first), u * u)));
			spent[1] += yield* run(box, draws, box.scatter(draws), size, pow(10, -2 * draws.uniform()));
		}
	}
}

/** One run, until it makes no more progress; returns its evaluations. Symbols are those of the tutorial. */
function* run(
	box: Box,
	draws: Sequence,
	start: Point,
	lambda: number,
	step: number,
): Generator<Point[], number, readonly number[]> {
	const { dimension: n, scale } = box;
	const { mu, weights, muEff, cSigma, dSigma, cC, c1, cMu } = strategy(n, lambda);
	const sumOfWeights = weights.reduce((sum, w) => sum + w, 0);
	const chi = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
	const mean = Float64Array.from(start);
	let sigma = step;
	const covariance = new Float64Array(n * n);
	for (let i = 0; i < n; i++) covariance[i * n + i] = 1;
	let { values: eigenvalues, vectors: b } = symmetricEigen(covariance, n);
	let d = eigenvalues.map(Math.sqrt);
	let decomposedAt = 0;
	const z = new Float64Array(lambda * n);
	const y = new Float64Array(lambda * n);
	const pSigma = new Float64Array(n);
	const pC = new Float64Array(n);
	const progress = new Progress(n, lambda);

	for (let generation = 1; ; generation++) {
		// Eigenvectors are renewed when the matrix has changed by about a tenth.
		if ((generation - decomposedAt) * (c1 + cMu) * n * 10 > 1) {
			({ values: eigenvalues, vectors: b } = symmetricEigen(covariance, n));
			d = eigenvalues.map((value) => Math.sqrt(Math.max(value, 0)));
			decomposedAt = generation;
		}
		// x = m + σ y in units of the scale, y = B D z, z normal
		for (let k = 0; k < lambda; k++) {
			for (let j = 0; j < n; j++) z[k * n + j] = draws.normal();
			for (let i = 0; i < n; i++) {
				let sum = 0;
				for (let j = 0; j < n; j++) sum += b[i * n + j] * d[j] * z[k * n + j];
				y[k * n + i] = sum;
			}
		}
		const values = yield Array.from({ length: lambda }, (_, k) => {
			const x = Array.from(mean);
			for (let i = 0; i < n; i++) x[i] += sigma * scale[i] * y[k * n + i];
			return box.fold(x);
		});
		const order = byValue(values);

		const yMean = new Float64Array(n);
		const zMean = new Float64Array(n);
		for (let k = 0; k < mu; k++)
			for (let i = 0; i < n; i++) {
				yMean[i] += weights[k] * y[order[k] * n + i];
				zMean[i] += weights[k] * z[order[k] * n + i];
			}
		for (let i = 0; i < n; i++) mean[i] += sigma * scale[i] * yMean[i];
		for (let i = 0; i < n; i++) {
			// C^(−1/2) y = B z
			let whitened = 0;
			for (let j = 0; j < n; j++) whitened += b[i * n + j] * zMean[j];
			pSigma[i] = (1 - cSigma) * pSigma[i] + Math.sqrt(cSigma * (2 - cSigma) * muEff) * whitened;
		}
		const length = Math.sqrt(sumOfSquares(pSigma));
		const settled = Math.sqrt(1 - pow(1 - cSigma, 2 * generation));
		const h = length / settled < (1.4 + 2 / (n + 1)) * chi ? 1 : 0;
		for (let i = 0; i < n; i++) pC[i] = (1 - cC) * pC[i] + h * Math.sqrt(cC * (2 - cC) * muEff) * yMean[i];

		const kept = 1 + c1 * (1 - h) * cC * (2 - cC) - c1 - cMu * sumOfWeights;
		for (let i = 0; i < n; i++)
			for (let j = i; j < n; j++) covariance[i * n + j] = kept * covariance[i * n + j] + c1 * pC[i] * pC[j];
		for (let k = 0; k < lambda; k++) {
			const from = order[k] * n;
			// Negative weights are scaled so that the matrix stays positive definite.
			const shrink = weights[k] < 0 ? n / sumOfSquares(z.subarray(from, from + n)) : 1;
			for (let i = 0; i < n; i++) {
				const factor = cMu * weights[k] * shrink * y[from + i];
				for (let j = i; j < n; j++) covariance[i * n + j] += factor * y[from + j];
			}
		}
		sigma *= exp(Math.min(1, (cSigma / dSigma) * (length / chi - 1)));

		const steps = Array.from(
			mean,
			(_, i) => sigma * Math.max(Math.abs(pC[i]), Math.sqrt(Math.max(covariance[i * n + i], 0))),
		);
		const widest = Math.max(...eigenvalues);
		const narrowest = Math.min(...eigenvalues);
		const lost = !(narrowest > 0 && widest < 1e14 * narrowest);
		const still = steps.every(
			(value, i) => value < 1e-12 * step || mean[i] + 0.2 * value * scale[i] === mean[i],
		);
		const away = !steps.every((value) => value < 1e20);
		if (lost || still || away || progress.ended(values, order)) return generation * lambda;
	}
}

const sumOfSquares = (vector: Float64Array) => vector.reduce((sum, value) => sum + value * value, 0);

/** Weights and rates (tutorial, table 1). */
function strategy(n: number, lambda: number) {
	const mu = Math.floor(lambda / 2);
	const raw = Array.from({ length: lambda }, (_, i) => log((lambda + 1) / 2) - log(i + 1));
	const effective = (some: number[]) => {
		const sum = some.reduce((total, w) => total + w, 0);
		return (sum * sum) / some.reduce((total, w) => total + w * w, 0);
	};
	const muEff = effective(raw.slice(0, mu));
	const muEffNegative = effective(raw.slice(mu));
	const cSigma = (muEff + 2) / (n + muEff + 5);
	const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
	const cC = (4 + muEff / n) / (n + 4 + (2 * muEff) / n);
	const c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
	const cMu = Math.min(1 - c1, (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) * (n + 2) + muEff));
	const negative = Math.min(1 + c1 / cMu, 1 + (2 * muEffNegative) / (muEff + 2), (1 - c1 - cMu) / (n * cMu));
	const above = raw.reduce((sum, w) => sum + Math.max(w, 0), 0);
	const below = raw.reduce((sum, w) => sum + Math.max(-w, 0), 0);
	const weights = raw.map((w) => (w >= 0 ? w / above : (negative * w) / below));
	return { mu, weights, muEff, cSigma, dSigma, cC, c1, cMu };
}

/** Whether the values of a run still become better. */
class Progress {
	readonly #recent: number[] = [];
	readonly #window: number;
	readonly #patience: number;
	#best = Infinity;
	#since = 0;

	constructor(n: number, lambda: number) {
		this.#window = 10 + Math.ceil((30 * n) / lambda);
		this.#patience = 100 + (100 * n * Math.sqrt(n)) / lambda;
	}

	/** The values of one more generation. */
	ended(values: readonly number[], order: ArrayLike<number>): boolean {
		const least = values[order[0]];
		const most = values[order[values.length - 1]];
		this.#recent.push(least);
		if (this.#recent.length > this.#window) this.#recent.shift();
		this.#since = least < this.#best ? 0 : this.#since + 1;
		this.#best = Math.min(this.#best, least);
		const high = Math.max(most, ...this.#recent);
		const low = Math.min(...this.#recent);
		const flat =
			this.#recent.length === this.#window && (high === low || high - low <= 1e-13 * Math.abs(low));
		return flat || this.#since > this.#patience;
	}
}
