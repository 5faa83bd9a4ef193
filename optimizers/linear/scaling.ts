// Powers of two for rows, columns, right-hand sides and costs that bring all numbers near 1, after Curtis and Reid (1972).
// Solvers drop what is tiny and hold constraints to within a fixed 1e-7: a programme in grams must not lose to one in tonnes.

import type { MatrixForm } from "./matrix-form.js";

export interface Scaled {
	readonly form: MatrixForm;
	/** Of the scaled programme's columns, back in the programme's own units. */
	values(x: Float64Array): Float64Array;
	/** Likewise of its rows' duals. */
	duals(y: Float64Array): Float64Array;
	/** And of its objective. */
	objective(value: number): number;
}

const passes = 6;
/** Within 2^±10 of 1 nothing needs a scale. */
const near = 10;

/** Whole numbers keep their size, and so do right-hand sides where there are any. */
export function scale(form: MatrixForm): Scaled {
	const { columns, rows, starts, rowOf } = form;
	const entries = form.values.map(exponent);
	const cost = form.cost.map(exponent);
	const sides = [form.rowLow, form.rowHigh].map((side) => side.map(exponent));
	const bounds = [form.low, form.high].map((bound) => bound.map(exponent));
	const mixed = form.integer.includes(1);
	const isNear = (e: number) => Number.isNaN(e) || Math.abs(e) <= near;
	if ([entries, cost, ...sides, ...bounds].every((list) => list.every(isNear))) return asItIs(form);

	const ofRow = new Float64Array(rows);
	const ofColumn = new Float64Array(columns);
	let ofSides = 0;
	let ofCost = 0;
	for (let pass = 0; pass < passes; pass++) {
		const byRow = new Means(rows);
		for (let j = 0; j < columns; j++)
			for (let k = starts[j] as number; k < (starts[j + 1] as number); k++)
				byRow.add(rowOf[k] as number, -(entries[k] as number) - (ofColumn[j] as number));
		for (const side of sides) for (let i = 0; i < rows; i++) byRow.add(i, ofSides - (side[i] as number));
		for (let i = 0; i < rows; i++) ofRow[i] = byRow.of(i);

		const byColumn = new Means(columns);
		for (let j = 0; j < columns; j++) {
			if (form.integer[j]) continue;
			for (let k = starts[j] as number; k < (starts[j + 1] as number); k++)
				byColumn.add(j, -(entries[k] as number) - (ofRow[rowOf[k] as number] as number));
			byColumn.add(j, -(cost[j] as number) - ofCost);
			for (const bound of bounds) byColumn.add(j, (bound[j] as number) - ofSides);
		}
		for (let j = 0; j < columns; j++) ofColumn[j] = byColumn.of(j);

		const common = new Means(2);
		for (let j = 0; j < columns; j++) {
			common.add(0, -(cost[j] as number) - (ofColumn[j] as number));
			for (const bound of bounds) common.add(1, (bound[j] as number) - (ofColumn[j] as number));
		}
		for (const side of sides)
			for (let i = 0; i < rows; i++) common.add(1, (side[i] as number) + (ofRow[i] as number));
		ofCost = common.of(0);
		if (!mixed) ofSides = common.of(1);
	}
	return scaled(form, ofRow.map(power), ofColumn.map(power), power(ofSides), power(ofCost));
}

function scaled(
	form: MatrixForm,
	ofRow: Float64Array,
	ofColumn: Float64Array,
	ofSides: number,
	ofCost: number,
): Scaled {
	const { starts, rowOf } = form;
	const values = form.values.slice();
	for (let j = 0; j < form.columns; j++)
		for (let k = starts[j] as number; k < (starts[j + 1] as number); k++)
			(values[k] as number) *= (ofColumn[j] as number) * (ofRow[rowOf[k] as number] as number);
	const unit = (j: number) => (ofColumn[j] as number) * ofSides;
	const side = (bound: number, i: number) => (bound * (ofRow[i] as number)) / ofSides;
	return {
		form: {
			...form,
			values,
			cost: form.cost.map((cost, j) => cost * (ofColumn[j] as number) * ofCost),
			low: form.low.map((low, j) => low / unit(j)),
			high: form.high.map((high, j) => high / unit(j)),
			rowLow: form.rowLow.map(side),
			rowHigh: form.rowHigh.map(side),
		},
		values: (x) => x.map((value, j) => value * unit(j)),
		duals: (y) => y.map((value, i) => (value * (ofRow[i] as number)) / ofCost),
		objective: (value) => (value * ofSides) / ofCost,
	};
}

/** In its own units. */
export const asItIs = (form: MatrixForm): Scaled => ({
	form,
	values: (x) => x,
	duals: (y) => y,
	objective: (value) => value,
});

/** Means of what is added by index; what is no number does not count, the mean of nothing is 0. */
class Means {
	private readonly sums: Float64Array;
	private readonly counts: Float64Array;

	constructor(count: number) {
		this.sums = new Float64Array(count);
		this.counts = new Float64Array(count);
	}

	add(index: number, value: number): void {
		if (Number.isNaN(value)) return;
		(this.sums[index] as number) += value;
		(this.counts[index] as number)++;
	}

	of(index: number): number {
		return (this.sums[index] as number) / Math.max(1, this.counts[index] as number);
	}
}

const bits = new DataView(new ArrayBuffer(8));

/** The binary exponent of a number: 3 of 8 to 15.99; NaN of 0 and of what is infinite. */
function exponent(value: number): number {
	if (value === 0 || !Number.isFinite(value)) return Number.NaN;
	bits.setFloat64(0, value);
	return ((bits.getUint16(0) >>> 4) & 0x7ff) - 1023;
}

/** The power of two nearest to 2^e, within what leaves room on both sides. */
function power(e: number): number {
	const whole = Math.max(-400, Math.min(400, Math.round(e)));
	bits.setUint32(4, 0);
	bits.setUint32(0, (whole + 1023) << 20);
	return bits.getFloat64(0);
}
