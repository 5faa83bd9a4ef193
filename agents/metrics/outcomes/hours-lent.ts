// Hours that makers, and service firms, lend each other in the tick.

import { serviceKinds } from "../../service-firm.js";
import type { OutcomeMetric } from "../outcome-metric.js";

export const hoursLent: OutcomeMetric = {
	name: "hoursLent",
	unit: "h/week",
	range: "≥ 0",
	about: "idle hours lent to other members of the module, free",
	of: (run) => run.mean("lending", "inside") * run.perWeek,
};

export const hoursLentBeyond: OutcomeMetric = {
	name: "hoursLentBeyond",
	unit: "h/week",
	range: "≥ 0",
	about: "idle hours lent beyond the module, for pay",
	of: (run) => run.mean("lending", "beyond") * run.perWeek,
};

export const serviceHoursLent: OutcomeMetric = {
	name: "serviceHoursLent",
	unit: "h/week",
	range: "≥ 0",
	about: "idle hours that service firms lend to others of their kind, for pay",
	of: (run) => serviceKinds.reduce((sum, kind) => sum + run.mean("serviceLending", kind), 0) * run.perWeek,
};
