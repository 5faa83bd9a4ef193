// A demand series → a scenario's YAML: a column of dates or periods, and a column for each product, an end stage.

import { BadInput, type Fault, printable, quote } from "../fault.js";
import { commonRho, kindOf, type Moments, momentsOf, yearlyCycle } from "./demand-moments.js";
import { type StageRow, stageRow } from "./stage-row.js";
import { Cells, type Row, readTable, type Table, type TextFile } from "./table.js";
import { validated } from "./validated.js";
import { writeScenario } from "./write-scenario.js";

const WEEK = 7;
const fewestPeriods = 8;
const mostDays = 366;
const expected = "a column of dates (2024-01-31) or periods, and a column of numbers for each product";

/** Imports a demand series. @returns a scenario's YAML that `parseScenario` takes @throws BadInput */
export function importDemand({ file, text, name }: TextFile & { name: string }): string {
	const table = readTable({ file, text });
	const faults: Fault[] = [];
	const [times, ...products] = table.header;
	if (products.length === 0) throw new BadInput([{ file, line: 1, message: "one column alone", expected }]);
	if (products.includes("")) faults.push({ file, line: 1, message: "a column without a name", expected });
	const rowDays = daysBetween(table, faults);
	const cells = new Cells(file, faults);
	const values = products.map((product) => table.rows.map((row) => demandIn(cells, row, product)));
	if (faults.length > 0) throw new BadInput(faults);
	// Days are summed to weeks, a tick of the model; longer periods stay what they are.
	const perTick = rowDays < WEEK ? Math.max(1, Math.round(WEEK / rowDays)) : 1;
	const tickDays = Math.round(rowDays * perTick * 100) / 100;
	const sums = values.map((series) => summed(series, perTick));
	const periods = Math.floor(table.rows.length / perTick);
	if (periods < fewestPeriods) {
		const message = `${periods} ${perTick > 1 ? "whole weeks" : "periods"}`;
		throw new BadInput([{ file, message, expected: `at least ${fewestPeriods}, to know how demand varies` }]);
	}
	const asked = products.flatMap((product, at) =>
		sums[at].some((sum) => sum > 0) ? [{ product, sums: sums[at] }] : [],
	);
	if (asked.length === 0) throw new BadInput([{ file, message: "no column has any demand", expected }]);
	const total = asked[0].sums.map((_, t) => asked.reduce((sum, { sums: own }) => sum + own[t], 0));
	const cycle = yearlyCycle(total, tickDays);
	const moments = asked.map(({ sums: own }) =>
		momentsOf(cycle ? own.map((value, t) => value / cycle.factors[t]) : own),
	);
	const rho = commonRho(moments, periods);
	const rows = asked.map(({ product }, at) => endStage(product, moments[at], tickDays, file));
	const origin = `${file}: ${table.rows.length} rows by ${quote(times).slice(1, -1)}, ${periods} periods of ${tickDays} days`;
	const head = {
		name,
		origin: printable(origin, 1000),
		tickDays,
		demand: { kind: kindOf(moments, rho), rho: rounded(rho) },
		...(cycle && { macro: { amplitude: rounded(cycle.amplitude), periodTicks: rounded(cycle.periodTicks) } }),
		notes: [
			"Each product has one maker, who adds 1 $ and takes one tick: the file says nothing of costs, lead times and parts.",
			"demand.rho is the mean autocorrelation, 0 where it could be chance; only kind ar1 uses it.",
			...(cycle
				? [
						"macro: the yearly cycle of all demand, taken out of means and deviations; the model's begins at its mean, rising.",
					]
				: []),
			...leftOut(products.filter((product) => asked.every((one) => one.product !== product))),
		],
	};
	validated(rows, head, (problem) => ({ ...problem, file, path: undefined }));
	return writeScenario(rows, head);
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

const leftOut = (products: readonly string[]) =>
	products.length === 0
		? []
		: [`Left out, since nobody asked for them: ${printable(products.join(", "), 600)}.`];

function demandIn(cells: Cells, row: Row, product: string): number {
	const value = cells.required(row, product);
	if (value < 0) cells.fault(row.line, `got ${value}`, { path: product, expected: "a demand ≥ 0" });
	return value;
}

/** Sums of so many rows each; what is left at the end is no whole period. */
const summed = (series: readonly number[], rows: number) =>
	Array.from({ length: Math.floor(series.length / rows) }, (_, t) =>
		series.slice(t * rows, (t + 1) * rows).reduce((sum, value) => sum + value, 0),
	);

const endStage = (product: string, { mean, sd }: Moments, days: number, file: string): StageRow =>
	stageRow(
		{
			name: product,
			demand: {
				meanPerDay: Number((mean / days).toPrecision(6)),
				sdPerDay: Number((sd / Math.sqrt(days)).toPrecision(6)),
			},
		},
		file,
		1,
	);

/** Days from row to row: of dates the usual step, which no step may exceed by half; a week where the first column has no dates. */
function daysBetween({ file, header, rows }: Table, faults: Fault[]): number {
	const days = rows.map((row) => dayOf(row.cells[0] ?? ""));
	if (days.every((day) => day === undefined)) return WEEK;
	const [path] = header;
	const fault = (row: number, message: string, wanted: string) => {
		faults.push({ file, line: rows[row].line, path, message, expected: wanted });
	};
	days.forEach((day, row) => {
		if (day === undefined) fault(row, `got text ${quote(rows[row].cells[0] ?? "")}`, "a date, as 2024-01-31");
	});
	if (days.some((day) => day === undefined) || days.length < 2) return WEEK;
	const steps = days.slice(1).map((day, row) => (day as number) - (days[row] as number));
	const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];
	steps.forEach((step, before) => {
		if (step <= 0) fault(before + 1, "is not after the row before", "rows in the order of time");
		else if (step > 1.5 * usual) fault(before + 1, `comes after ${step} days`, `a row every ${usual} days`);
	});
	if (usual > mostDays) fault(1, `comes after ${usual} days`, `a row every ${mostDays} days at least`);
	return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** The day of a date, by a count of days: 2024-01-31, 2024/1/31, 2024-01 (its first), with a time of day or without. */
function dayOf(text: string): number | undefined {
	const found = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ][\d:.+Z-]*)?$/.exec(text.trim());
	if (!found) return undefined;
	const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)];
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	const length = lengths[month - 1];
	if (length === undefined || day < 1 || day > length) return undefined;
	const before = year - 1;
	const years = 365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
	return years + lengths.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + day;
}
