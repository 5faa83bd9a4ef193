// The bits of engine/math, and of the draws from tables made with it, are fixed: a change-detector, to fail on any engine that computes otherwise.

import { expect, test } from "vitest";
import { exp, log, log1p, normalCdf, normalQuantile, pow, sin } from "../../engine/math/index.js";
import { gumbel, normal } from "../../engine/random/index.js";

/** FNV-1a over the 32-bit words, low word first, of f at 10,000 points of (0, 1). */
function fingerprint(f: (u: number) => number): string {
	const view = new DataView(new ArrayBuffer(8));
	let hash = 0x811c9dc5;
	for (let i = 0; i < 10_000; i++) {
		view.setFloat64(0, f((i + 0.5) / 10_000));
		hash = Math.imul(hash ^ view.getInt32(4), 0x01000193);
		hash = Math.imul(hash ^ view.getInt32(0), 0x01000193);
	}
	return (hash >>> 0).toString(16);
}

test("every function gives the bits it gave when it was written", () => {
	expect({
		exp: fingerprint((u) => exp((u - 0.5) * 1400)),
		log: fingerprint((u) => log(u * u * u * 1000)),
		log1p: fingerprint((u) => log1p(u - 0.5)),
		pow: fingerprint((u) => pow(u * 50, (0.5 - u) * 20)),
		sin: fingerprint((u) => sin((u - 0.5) * 1000)),
		normalCdf: fingerprint((u) => normalCdf((u - 0.5) * 16)),
		normalQuantile: fingerprint(normalQuantile),
		normal: fingerprint((u) => normal(u * 2 ** 32)),
		gumbel: fingerprint((u) => gumbel(u * 2 ** 32)),
	}).toEqual({
		exp: "cbe7f149",
		log: "c36d877",
		log1p: "a102df12",
		pow: "d747c748",
		sin: "3aed6ce0",
		normalCdf: "ae3b1ff2",
		normalQuantile: "a7b9f774",
		normal: "51cad8db",
		gumbel: "8856a55b",
	});
});
