// genetic-js draws from Math.random: here it is seeded for one run, and the host's is put back.

import seedrandom from "seedrandom";

export function startSeeded(genetic: { start(): void }, seed: string): void {
	const host = Math.random;
	try {
		seedrandom(seed, { global: true });
		genetic.start();
	} finally {
		Math.random = host;
	}
}
