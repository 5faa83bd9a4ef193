// Forest plot: what each arm changes against the reference, as a share of the reference, with its interval.

import { axis, colorOf, type Figure, faint, layout, plain, symbolOf, titled } from "./figure.js";
import type { OutcomeDifference, Picture } from "./picture.js";

const ROW = 56;

/** One row per outcome, one mark per arm; a bar that does not cross the line is a difference shown. */
export function differences(
	{ arms, differences: all, headlines }: Picture,
	inWords: (name: string) => string,
): Figure | undefined {
	const reference = arms[0];
	const shown = all.filter(({ b, base }) => b === reference?.name && Math.abs(base) > 1e-9);
	const names = headlines.filter((wanted) => shown.some(({ name }) => name === wanted));
	if (!reference || names.length === 0) return undefined;
	const others = arms.slice(1);
	const data = others.map((arm, a) => {
		const mine = shown.filter((one) => one.a === arm.name && names.includes(one.name));
		const offset = (a - (others.length - 1) / 2) * 0.26;
		return {
			type: "scatter",
			mode: "markers",
			name: plain(arm.title),
			x: mine.map((one) => percent(one, one.mean)),
			y: mine.map(({ name }) => names.indexOf(name) + offset),
			error_x: {
				type: "data",
				symmetric: false,
				array: mine.map((one) => percent(one, one.high ?? one.mean) - percent(one, one.mean)).map(Math.abs),
				arrayminus: mine
					.map((one) => percent(one, one.mean) - percent(one, one.low ?? one.mean))
					.map(Math.abs),
				thickness: 2,
				width: 6,
			},
			// The first arm's color is the reference's everywhere.
			marker: { color: colorOf(a + 1), symbol: symbolOf(a + 1), size: 10 },
			text: mine.map((one) =>
				plain(`${inWords(one.name)}: ${number(one.mean)} ${one.unit} (${one.verdict})`),
			),
			hovertemplate: "%{text}<br>%{x:+.3~g} %",
		};
	});
	return {
		data,
		layout: layout(names.length * ROW + 130, {
			margin: { l: 150, r: 40, t: 50, b: 60 },
			showlegend: true,
			xaxis: axis({
				...titled(`change against ${reference.title}, % of its mean`),
				zeroline: false,
			}),
			yaxis: axis({
				tickvals: names.map((_, i) => i),
				ticktext: names.map((name) => plain(inWords(name))),
				range: [names.length - 0.5, -0.5],
				showgrid: false,
			}),
			shapes: [
				{
					type: "line",
					x0: 0,
					x1: 0,
					y0: 0,
					y1: 1,
					yref: "paper",
					line: { color: faint, width: 1.5 },
				},
			],
		}),
	};
}

const percent = ({ base }: OutcomeDifference, value: number) => (100 * value) / Math.abs(base);
const number = (value: number) => `${value > 0 ? "+" : ""}${Number(value.toPrecision(3))}`;
