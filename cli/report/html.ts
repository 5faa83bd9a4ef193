// Text that goes into HTML.

/** Safe inside an element and inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}

/** JSON that no script element can be ended by, nor a comment begun in. */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll("<", "\\u003c")
		.replaceAll("\u2028", "\\u2028")
		.replaceAll("\u2029", "\\u2029");
}

/** Code of a library, with what would end the script element written another way. */
export const scriptCode = (code: string) =>
	code.replaceAll(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");

export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const cells = (tag: string, row: readonly string[]) =>
		row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("");
	const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
	return `<div class="table"><table><thead><tr>${cells("th", head)}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
