// Eigenvalues and eigenvectors: what defines them, and matrices whose spectrum is known.

import fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "../../optimizers/symmetric-eigen.js";

const symmetric = fc.integer({ min: 1, max: 12 }).chain((n) =>
	fc
		.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: n * n, maxLength: n * n })
		.map((entries) => ({
			n,
			matrix: Float64Array.from(entries, (_, k) => entries[Math.min(k, (k % n) * n + Math.floor(k / n))]),
		})),
);

test("A v = λ v, and the vectors are orthonormal", () => {
	fc.assert(
		fc.property(symmetric, ({ n, matrix }) => {
			const { values, vectors } = symmetricEigen(matrix, n);
			const size = Math.max(...matrix.map(Math.abs), Number.MIN_VALUE);
			for (let k = 0; k < n; k++)
				for (let i = 0; i < n; i++) {
					let product = 0;
					let dot = 0;
					for (let j = 0; j < n; j++) {
						product += matrix[i * n + j] * vectors[j * n + k];
						dot += vectors[j * n + i] * vectors[j * n + k];
					}
					expect(Math.abs(product - values[k] * vectors[i * n + k])).toBeLessThanOrEqual(1e-13 * n * size);
					expect(dot).toBeCloseTo(i === k ? 1 : 0, 12);
				}
		}),
	);
});

test("the second difference matrix has 2 − 2 cos(kπ/(n + 1))", () => {
	const n = 40;
	const matrix = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		matrix[i * n + i] = 2;
		if (i > 0) matrix[i * n + i - 1] = -1;
		if (i + 1 < n) matrix[i * n + i + 1] = -1;
	}
	const exact = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
	for (const [k, value] of symmetricEigen(matrix, n).values.sort().entries())
		expect(value).toBeCloseTo(exact[k], 13);
});

test("small eigenvalues beside large ones keep their digits: the Hilbert matrix of order 8", () => {
	const n = 8;
	const matrix = Float64Array.from({ length: n * n }, (_, k) => 1 / (Math.floor(k / n) + (k % n) + 1));
	const values = symmetricEigen(matrix, n).values.sort();
	// Its condition number is 1.52575755e10, its determinant 2.73705011e-33.
	expect(values[n - 1] / values[0] / 1.52575755e10).toBeCloseTo(1, 5);
	expect(values.reduce((product, value) => product * value, 1) / 2.73705011e-33).toBeCloseTo(1, 5);
});
