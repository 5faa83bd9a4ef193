// The layout of Willems (2008): stages.csv with many chains, arcs.csv beside it.

import { BadInput, quote } from "../fault.js";
import { nearestOf } from "../nearest.js";
import { addArc, demandOf, type StageFormat, type StageRow, stageRow } from "./stage-row.js";
import { Cells, type Row, readTable, type Table } from "./table.js";

export const willemsFormat: StageFormat = {
	title: "Willems (2008): stages.csv with arcs.csv",
	required: ["chain", "stage", "stage_cost", "stage_time", "demand_mean", "demand_std"],
	optional: ["kind", "max_service_time", "service_z"],
	open: true,
	columns: {
		name: "stage",
		leadDays: "stage_time",
		cost: "stage_cost",
		meanPerDay: "demand_mean",
		sdPerDay: "demand_std",
	},
	notes: [
		"Data of S. P. Willems (2008), Real-world multiechelon supply chains used for inventory optimization, MSOM",
		"10(1):19-23, if the file is his: for research with citation. stage_time is in days; service times are not used.",
	],
	read(table, { arcs, chain }, faults) {
		const wanted = chosenChain(table, chain);
		if (!arcs)
			throw new BadInput([
				{ file: table.file, message: "its arcs are missing", expected: "a file arcs.csv beside it" },
			]);
		const cells = new Cells(table.file, faults);
		const rows = table.rows
			.filter((row) => row.text("chain") === wanted)
			.map((row) => {
				const stage = {
					name: row.text("stage"),
					cost: cells.required(row, "stage_cost"),
					leadDays: cells.required(row, "stage_time"),
					demand: demandOf(
						cells.number(row, "demand_mean", undefined),
						cells.number(row, "demand_std", undefined),
					),
				};
				return stageRow(stage, table.file, row.line);
			});
		const arcTable = readTable(arcs);
		const lacking = ["chain", "upstream", "downstream", "qty_per"].filter(
			(name) => !arcTable.header.includes(name),
		);
		if (lacking[0] !== undefined)
			throw new BadInput([
				{
					file: arcs.file,
					line: 1,
					message: `no column ${quote(lacking[0])}`,
					nearest: nearestOf(lacking[0], arcTable.header),
				},
			]);
		const arcCells = new Cells(arcs.file, faults);
		readArcs(
			rows,
			arcTable.rows.filter((row) => row.text("chain") === wanted),
			arcCells,
		);
		return rows;
	},
};

function readArcs(rows: readonly StageRow[], arcs: readonly Row[], cells: Cells): void {
	const byName = new Map(rows.map((row) => [row.stage.name, row]));
	for (const arc of arcs) {
		const name = arc.text("downstream");
		const buyer = byName.get(name);
		if (buyer) addArc(buyer, arc.text("upstream"), cells.required(arc, "qty_per"), arc.line, cells);
		else
			cells.fault(arc.line, `no stage is named ${quote(name)}`, {
				path: "downstream",
				nearest: nearestOf(name, byName.keys()),
			});
	}
}

/** The chain asked for, as it is written in the file; the only one there is needs no asking. */
function chosenChain({ file, rows }: Table, chain: number | undefined): string {
	const chains = [...new Set(rows.map((row) => row.text("chain")))];
	if (chain === undefined && chains.length === 1 && chains[0] !== undefined) return chains[0];
	const found = chains.find((each) => chain !== undefined && each !== "" && Number(each) === chain);
	if (found !== undefined) return found;
	const listed = chains.slice(0, 50).map((each) => quote(each).slice(1, -1));
	const message = chain === undefined ? "which chain?" : `no chain ${chain}`;
	throw new BadInput([{ file, message, expected: `--chain with one of ${listed.join(", ")}` }]);
}
