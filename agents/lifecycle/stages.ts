// The seven stages of a product's life, and what data an event in each of them yields (MODEL §4.10).

export const lifecycleStages = [
	"design",
	"machining",
	"assembly",
	"operation",
	"maintenance",
	"disassembly",
	"recycling",
] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];
export const STAGE = Object.fromEntries(lifecycleStages.map((name, s) => [name, s])) as Readonly<
	Record<LifecycleStage, number>
>;

/** Of one's own state, of partners' shared state, of what happens after the sale. */
export const dataSources = ["enterprise", "industry", "auxiliary"] as const;
export const dataKinds = ["structured", "semiStructured", "unstructured"] as const;
/** Cells of a table by stage, source and kind. */
export const DATA_CELLS = lifecycleStages.length * dataSources.length * dataKinds.length;

/** Bytes per event by kind: a design trial, a unit machined or assembled, a message, a repair, a machine taken apart. */
export const eventBytes: Readonly<Record<LifecycleStage, readonly [number, number, number]>> = {
	design: [1e5, 1e6, 5e7],
	machining: [2e3, 2e4, 2e5],
	assembly: [2e3, 1e4, 2e5],
	operation: [2e2, 2e3, 0],
	maintenance: [1e3, 5e3, 1e6],
	disassembly: [1e3, 2e3, 5e5],
	recycling: [1e3, 2e3, 5e5],
};
/** The same, all kinds together, in the order of the stages. */
export const bytesOf: readonly number[] = lifecycleStages.map((stage) =>
	eventBytes[stage].reduce((sum, bytes) => sum + bytes, 0),
);
