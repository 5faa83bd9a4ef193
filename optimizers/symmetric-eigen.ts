// Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Jacobi 1846; cyclic by rows: Forsythe & Henrici 1960).

export interface Eigen {
	/** Eigenvalues, in no order. */
	readonly values: Float64Array;
	/** Orthonormal eigenvectors: component i of the k-th at i·n + k. */
	readonly vectors: Float64Array;
}

/** Sweeps after which even hard matrices have long converged: it is quadratic at the end. */
const SWEEPS = 60;

/** Of an n × n matrix by rows, finite; it is left as it is, and of each pair of elements the upper one counts. */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
	const a = matrix.slice();
	const vectors = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		vectors[i * n + i] = 1;
		for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i];
	}
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		let turned = false;
		for (let p = 0; p < n; p++)
			for (let q = p + 1; q < n; q++) {
				const off = a[p * n + q];
				// Beside the diagonal it has vanished: then a rotation would change nothing but the last bits.
				const size = Math.abs(a[p * n + p]) + Math.abs(a[q * n + q]);
				if (off === 0 || size + Math.abs(off) * 1e-2 === size) continue;
				rotate(a, vectors, n, p, q);
				turned = true;
			}
		if (!turned) break;
	}
	return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors };
}

/** Turn the plane of p and q by the smaller of the two angles that make a[p, q] zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
	const theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
	const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (let k = 0; k < n; k++) {
		const kp = a[k * n + p];
		const kq = a[k * n + q];
		a[k * n + p] = c * kp - s * kq;
		a[k * n + q] = s * kp + c * kq;
	}
	for (let k = 0; k < n; k++) {
		const pk = a[p * n + k];
		const qk = a[q * n + k];
		a[p * n + k] = c * pk - s * qk;
		a[q * n + k] = s * pk + c * qk;
		const vp = vectors[k * n + p];
		const vq = vectors[k * n + q];
		vectors[k * n + p] = c * vp - s * vq;
		vectors[k * n + q] = s * vp + c * vq;
	}
	a[p * n + q] = 0;
	a[q * n + p] = 0;
}
