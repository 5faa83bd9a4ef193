// The columns of a maker's part in its organization: its module, hours and money that cross borders, how open these are.

import { column } from "../engine/world/kind.js";

export const organized = {
	module: column("i32", "id", "of the module that it belongs to"),
	listedIn: column("i32", "id", "module in whose list of members it stands, -1 none"),
	load: column("f64", "1", "hours that were wanted over hours at work, of the last make"),
	shortHours: column("f64", "h", "whole ones missing to make what is wanted"),
	idleHours: column("f64", "h", "whole ones left over when it is made"),
	borrowedHours: column("f64", "h", "of other members of its module in this tick, free"),
	lentHours: column("f64", "h", "to them"),
	hoursIn: column("f64", "h", "borrowed beyond the module in this tick, for pay"),
	hoursOut: column("f64", "h", "lent beyond the module"),
	bLabor: column("f64", "share", "of idle hours that it would lend beyond its module"),
} as const;
