// Stage files of the guaranteed-service literature: one row a stage, upstream stages as pairs at the row's end.

import { addArc, demandOf, type StageFormat, stageRow } from "./stage-row.js";
import { Cells } from "./table.js";

export const gsmFormat: StageFormat = {
	title: "the stage file with upstream pairs",
	required: ["stage_id", "lead_time", "cost_rate|cost", "ext_demand_mean", "ext_demand_std", "up_stages"],
	optional: ["max_s_time", "risk_pool", "ext_demand_thres"],
	open: true,
	columns: {
		name: "stage_id",
		leadDays: "lead_time",
		cost: "cost_rate",
		meanPerDay: "ext_demand_mean",
		sdPerDay: "ext_demand_std",
		upstream: "up_stages",
	},
	notes: [
		"lead_time is in days, cost_rate the cost added; max_s_time, risk_pool and ext_demand_thres are not used.",
	],
	read(table, _options, faults) {
		const cells = new Cells(table.file, faults);
		const cost = table.header.includes("cost_rate") ? "cost_rate" : "cost";
		const firstPair = table.header.indexOf("up_stages");
		return table.rows.map((row) => {
			const name = row.text("stage_id");
			if (name === "") cells.fault(row.line, "missing", { path: "stage_id", expected: "the stage's name" });
			const mean = cells.number(row, "ext_demand_mean", undefined);
			const sd = cells.number(row, "ext_demand_std", undefined);
			const stage = {
				name: name || `row ${row.line}`,
				cost: cells.required(row, cost),
				leadDays: cells.required(row, "lead_time"),
				demand: demandOf(mean, sd),
			};
			const read = stageRow(stage, table.file, row.line);
			for (let at = firstPair; at < row.cells.length; at += 2) {
				const supplier = row.cells[at] ?? "";
				const quantity = row.cells[at + 1] ?? "";
				if (supplier === "" && quantity === "") continue;
				if (supplier === "")
					cells.fault(row.line, `a quantity ${quantity} without a stage`, { path: "up_stages" });
				else addArc(read, supplier, cells.toNumber(quantity, row.line, "up_stages"), row.line, cells);
			}
			return read;
		});
	},
};
