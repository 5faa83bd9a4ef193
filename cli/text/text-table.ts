// A table of text for the terminal.

export interface TextColumn {
	readonly title: string;
	readonly right?: boolean;
}

/** Columns as wide as their widest cell, two spaces apart, the title underlined. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
	const widths = columns.map(({ title }, c) =>
		Math.max(width(title), ...rows.map((row) => width(row[c] ?? ""))),
	);
	const line = (cells: readonly string[]) =>
		columns
			.map(({ right }, c) => pad(cells[c] ?? "", widths[c], right ?? false))
			.join("  ")
			.trimEnd();
	return [
		line(columns.map(({ title }) => title)),
		widths.map((size) => "─".repeat(size)).join("  "),
		...rows.map(line),
	].join("\n");
}

const width = (text: string) => [...text].length;

function pad(text: string, size: number, right: boolean): string {
	const space = " ".repeat(size - width(text));
	return right ? space + text : text + space;
}
