// The CSV template for one's own firm (docs/import-template.csv): upstream as `Engine:1; Wheel:4`.

import { addArc, demandOf, type StageFormat, stageRow } from "./stage-row.js";
import { Cells } from "./table.js";

export const templateFormat: StageFormat = {
	title: "the template for one's own firm",
	required: ["name", "cost", "lead_days"],
	optional: ["transport_days", "demand_mean_per_day", "demand_sd_per_day", "upstream"],
	open: false,
	columns: {
		leadDays: "lead_days",
		transportDays: "transport_days",
		meanPerDay: "demand_mean_per_day",
		sdPerDay: "demand_sd_per_day",
	},
	notes: [],
	read(table, _options, faults) {
		const cells = new Cells(table.file, faults);
		return table.rows.map((row) => {
			const transportDays = cells.number(row, "transport_days", undefined);
			const mean = cells.number(row, "demand_mean_per_day", undefined);
			const sd = cells.number(row, "demand_sd_per_day", undefined);
			const name = row.text("name");
			if (name === "") cells.fault(row.line, "missing", { path: "name", expected: "the stage's name" });
			const stage = {
				name: name || `row ${row.line}`,
				cost: cells.required(row, "cost"),
				leadDays: cells.required(row, "lead_days"),
				...(transportDays === undefined ? {} : { transportDays }),
				demand: demandOf(mean, sd),
			};
			const read = stageRow(stage, table.file, row.line);
			for (const part of row.text("upstream").split(";")) {
				const arc = part.trim();
				if (arc === "") continue;
				const colon = arc.lastIndexOf(":");
				const supplier = colon < 0 ? arc : arc.slice(0, colon).trim();
				const quantity = colon < 0 ? 1 : cells.toNumber(arc.slice(colon + 1).trim(), row.line, "upstream");
				addArc(read, supplier, quantity, row.line, cells);
			}
			return read;
		});
	},
};
