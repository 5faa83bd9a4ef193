// Functions on which searches are measured, each with its minimum 0.

export type Function = (x: readonly number[]) => number;

export const sphere: Function = (x) => x.reduce((sum, v) => sum + v * v, 0);

export const rosenbrock: Function = (x) => {
	let sum = 0;
	for (let i = 0; i + 1 < x.length; i++) sum += 100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2;
	return sum;
};

export const rastrigin: Function = (x) =>
	x.reduce((sum, v) => sum + v * v - 10 * Math.cos(2 * Math.PI * v) + 10, 0);
