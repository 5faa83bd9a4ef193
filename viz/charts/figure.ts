// A figure as Plotly takes it, and what all figures share: colors, fonts, axes, safe text.

export interface Figure {
	readonly data: readonly Readonly<Record<string, unknown>>[];
	readonly layout: Readonly<Record<string, unknown>>;
}

export const ink = "#222222";
export const faint = "#8a8a8a";
const grid = "#e3e3e3";

/** Told apart by readers of every kind of color vision (Okabe & Ito 2008), without its yellow: too light on paper. */
export const palette = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"] as const;
/** A second sign beside color, for black-and-white paper. */
export const dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid"] as const;
export const symbols = ["circle", "square", "diamond", "triangle-up", "x", "cross", "star"] as const;

export const colorOf = (index: number) => palette[index % palette.length] as string;
export const dashOf = (index: number) => dashes[index % dashes.length] as string;
export const symbolOf = (index: number) => symbols[index % symbols.length] as string;

/** A palette color, see-through, for bands. */
export function translucent(color: string, opacity = 0.14): string {
	const part = (from: number) => Number.parseInt(color.slice(from, from + 2), 16);
	return `rgba(${part(1)},${part(3)},${part(5)},${opacity})`;
}

/** Plotly reads tags in texts; what comes from outside must stand there as it is written. */
export function plain(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A long name, cut where it would run into its neighbor; the whole belongs into the hover. */
export function shortened(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

export const axis = (more: Readonly<Record<string, unknown>> = {}) => ({
	gridcolor: grid,
	zerolinecolor: grid,
	linecolor: faint,
	ticks: "outside",
	tickcolor: faint,
	automargin: true,
	...more,
});

/** A title at an axis; Plotly takes it as an object. */
export const titled = (text: string) => ({
	title: { text: plain(text), standoff: 8, font: { size: 13 } },
});

export function layout(height: number, more: Readonly<Record<string, unknown>>): Figure["layout"] {
	return {
		height,
		font: {
			family: "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif",
			size: 13,
			color: ink,
		},
		paper_bgcolor: "#ffffff",
		plot_bgcolor: "#ffffff",
		margin: { l: 70, r: 40, t: 40, b: 50 },
		legend: {
			orientation: "h",
			x: 0,
			xanchor: "left",
			y: 1,
			yanchor: "top",
			yref: "container",
		},
		modebar: { orientation: "v", color: "#b0b0b0" },
		hovermode: "closest",
		...more,
	};
}
