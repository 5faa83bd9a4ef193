// Progress on stderr: a bar on a terminal, else a line every ten percent or ten seconds.

import { Presets, SingleBar } from "cli-progress";
import { duration } from "./text/wording.js";

export interface Progress {
	/** A line of its own, shown even to who wants no progress. */
	say(line: string): void;
	stop(): void;
}

export interface Watched {
	/** All ticks of all runs. */
	readonly total: number;
	/** Those done so far, with what was taken over from an earlier command. */
	done(): number;
	/** What was taken over; nothing if left out. */
	readonly before?: number;
	runsDone(): number;
	readonly runs: number;
	/** What the runs are, where they are none. */
	readonly unit?: string;
}

const say = (line: string) => void process.stderr.write(`${line}\n`);
const silent: Progress = { say, stop() {} };

/** Watch until stopped. */
export function showProgress(watched: Watched, quiet: boolean): Progress {
	if (quiet) return silent;
	return process.stderr.isTTY ? bar(watched) : lines(watched);
}

function bar(watched: Watched): Progress {
	const begin = performance.now();
	const single = new SingleBar(
		{
			format: " {bar} {percentage} % · {runs} · {left}",
			stream: process.stderr,
			hideCursor: true,
			clearOnComplete: true,
			barsize: 30,
		},
		Presets.shades_classic,
	);
	const payload = () => ({
		runs: runsOf(watched),
		left: timeLeft(watched, begin),
	});
	single.start(watched.total, watched.done(), payload());
	const timer = setInterval(() => single.update(watched.done(), payload()), 200);
	return {
		say(line) {
			// Over the bar, which is drawn again below.
			process.stderr.write(`\r\x1b[K${line}\n`);
		},
		stop() {
			clearInterval(timer);
			single.stop();
		},
	};
}

function lines(watched: Watched): Progress {
	const begin = performance.now();
	let shownAt = begin;
	let shownTenths = Math.floor((10 * watched.done()) / watched.total);
	const timer = setInterval(() => {
		const tenths = Math.floor((10 * watched.done()) / watched.total);
		const now = performance.now();
		// A short run needs no lines at all.
		const due = tenths > shownTenths && now - shownAt > 1000;
		if (!due && now - shownAt < 10_000) return;
		shownAt = now;
		shownTenths = tenths;
		const percent = Math.floor((100 * watched.done()) / watched.total);
		process.stderr.write(`${percent} % · ${runsOf(watched)} · ${timeLeft(watched, begin)}\n`);
	}, 250);
	return { say, stop: () => clearInterval(timer) };
}

const runsOf = ({ runs, runsDone, unit = "run" }: Watched) => `${runsDone()} of ${runs} ${unit}s`;

function timeLeft(watched: Watched, begin: number): string {
	const done = watched.done();
	const now = done - (watched.before ?? 0);
	const seconds = (performance.now() - begin) / 1000;
	if (now <= 0 || seconds < 1) return "starting";
	return `${duration((seconds / now) * (watched.total - done))} left`;
}
