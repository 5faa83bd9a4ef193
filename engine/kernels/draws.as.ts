// Draws of many agents at once, in AssemblyScript: the twins of random/fill-words.ts and of `normal` in random/continuous.ts.

/** b turned left by so many bits, and mixed with a: the second half of a round of Threefry. */
function turn(b: v128, bits: i32, a: v128): v128 {
	return v128.xor(v128.or(i32x4.shl(b, bits), i32x4.shr_u(b, 32 - bits)), a);
}

/**
 * Both words of each block from `block` on, at `out`, until there are `count` words, rounded up to 32; `second` is the
 * counter's second word. Four vectors at a time: the rounds of one wait for each other, those of four do not.
 */
export function fillWords(out: usize, count: u32, block: u32, second: u32, k0: u32, k1: u32): void {
	const key0 = i32x4.splat(k0);
	const key1 = i32x4.splat(k1);
	const key2 = i32x4.splat(0x1bd11bda ^ k0 ^ k1);
	const start = i32x4.splat(second + k1);
	let first = i32x4.add(i32x4.splat(block + k0), i32x4(0, 1, 2, 3));
	for (const end = out + (<usize>count << 2); out < end; out += 128) {
		let a = first;
		let c = i32x4.add(first, i32x4.splat(4));
		let e = i32x4.add(first, i32x4.splat(8));
		let g = i32x4.add(first, i32x4.splat(12));
		let b = start;
		let d = start;
		let f = start;
		let h = start;
		let next: v128;
		a = i32x4.add(a, b); b = turn(b, 13, a); c = i32x4.add(c, d); d = turn(d, 13, c); e = i32x4.add(e, f); f = turn(f, 13, e); g = i32x4.add(g, h); h = turn(h, 13, g);
		a = i32x4.add(a, b); b = turn(b, 15, a); c = i32x4.add(c, d); d = turn(d, 15, c); e = i32x4.add(e, f); f = turn(f, 15, e); g = i32x4.add(g, h); h = turn(h, 15, g);
		a = i32x4.add(a, b); b = turn(b, 26, a); c = i32x4.add(c, d); d = turn(d, 26, c); e = i32x4.add(e, f); f = turn(f, 26, e); g = i32x4.add(g, h); h = turn(h, 26, g);
		a = i32x4.add(a, b); b = turn(b, 6, a); c = i32x4.add(c, d); d = turn(d, 6, c); e = i32x4.add(e, f); f = turn(f, 6, e); g = i32x4.add(g, h); h = turn(h, 6, g);
		next = i32x4.add(key2, i32x4.splat(1));
		a = i32x4.add(a, key1); b = i32x4.add(b, next); c = i32x4.add(c, key1); d = i32x4.add(d, next); e = i32x4.add(e, key1); f = i32x4.add(f, next); g = i32x4.add(g, key1); h = i32x4.add(h, next);
		a = i32x4.add(a, b); b = turn(b, 17, a); c = i32x4.add(c, d); d = turn(d, 17, c); e = i32x4.add(e, f); f = turn(f, 17, e); g = i32x4.add(g, h); h = turn(h, 17, g);
		a = i32x4.add(a, b); b = turn(b, 29, a); c = i32x4.add(c, d); d = turn(d, 29, c); e = i32x4.add(e, f); f = turn(f, 29, e); g = i32x4.add(g, h); h = turn(h, 29, g);
		a = i32x4.add(a, b); b = turn(b, 16, a); c = i32x4.add(c, d); d = turn(d, 16, c); e = i32x4.add(e, f); f = turn(f, 16, e); g = i32x4.add(g, h); h = turn(h, 16, g);
		a = i32x4.add(a, b); b = turn(b, 24, a); c = i32x4.add(c, d); d = turn(d, 24, c); e = i32x4.add(e, f); f = turn(f, 24, e); g = i32x4.add(g, h); h = turn(h, 24, g);
		next = i32x4.add(key0, i32x4.splat(2));
		a = i32x4.add(a, key2); b = i32x4.add(b, next); c = i32x4.add(c, key2); d = i32x4.add(d, next); e = i32x4.add(e, key2); f = i32x4.add(f, next); g = i32x4.add(g, key2); h = i32x4.add(h, next);
		a = i32x4.add(a, b); b = turn(b, 13, a); c = i32x4.add(c, d); d = turn(d, 13, c); e = i32x4.add(e, f); f = turn(f, 13, e); g = i32x4.add(g, h); h = turn(h, 13, g);
		a = i32x4.add(a, b); b = turn(b, 15, a); c = i32x4.add(c, d); d = turn(d, 15, c); e = i32x4.add(e, f); f = turn(f, 15, e); g = i32x4.add(g, h); h = turn(h, 15, g);
		a = i32x4.add(a, b); b = turn(b, 26, a); c = i32x4.add(c, d); d = turn(d, 26, c); e = i32x4.add(e, f); f = turn(f, 26, e); g = i32x4.add(g, h); h = turn(h, 26, g);
		a = i32x4.add(a, b); b = turn(b, 6, a); c = i32x4.add(c, d); d = turn(d, 6, c); e = i32x4.add(e, f); f = turn(f, 6, e); g = i32x4.add(g, h); h = turn(h, 6, g);
		next = i32x4.add(key1, i32x4.splat(3));
		a = i32x4.add(a, key0); b = i32x4.add(b, next); c = i32x4.add(c, key0); d = i32x4.add(d, next); e = i32x4.add(e, key0); f = i32x4.add(f, next); g = i32x4.add(g, key0); h = i32x4.add(h, next);
		a = i32x4.add(a, b); b = turn(b, 17, a); c = i32x4.add(c, d); d = turn(d, 17, c); e = i32x4.add(e, f); f = turn(f, 17, e); g = i32x4.add(g, h); h = turn(h, 17, g);
		a = i32x4.add(a, b); b = turn(b, 29, a); c = i32x4.add(c, d); d = turn(d, 29, c); e = i32x4.add(e, f); f = turn(f, 29, e); g = i32x4.add(g, h); h = turn(h, 29, g);
		a = i32x4.add(a, b); b = turn(b, 16, a); c = i32x4.add(c, d); d = turn(d, 16, c); e = i32x4.add(e, f); f = turn(f, 16, e); g = i32x4.add(g, h); h = turn(h, 16, g);
		a = i32x4.add(a, b); b = turn(b, 24, a); c = i32x4.add(c, d); d = turn(d, 24, c); e = i32x4.add(e, f); f = turn(f, 24, e); g = i32x4.add(g, h); h = turn(h, 24, g);
		next = i32x4.add(key2, i32x4.splat(4));
		a = i32x4.add(a, key1); b = i32x4.add(b, next); c = i32x4.add(c, key1); d = i32x4.add(d, next); e = i32x4.add(e, key1); f = i32x4.add(f, next); g = i32x4.add(g, key1); h = i32x4.add(h, next);
		a = i32x4.add(a, b); b = turn(b, 13, a); c = i32x4.add(c, d); d = turn(d, 13, c); e = i32x4.add(e, f); f = turn(f, 13, e); g = i32x4.add(g, h); h = turn(h, 13, g);
		a = i32x4.add(a, b); b = turn(b, 15, a); c = i32x4.add(c, d); d = turn(d, 15, c); e = i32x4.add(e, f); f = turn(f, 15, e); g = i32x4.add(g, h); h = turn(h, 15, g);
		a = i32x4.add(a, b); b = turn(b, 26, a); c = i32x4.add(c, d); d = turn(d, 26, c); e = i32x4.add(e, f); f = turn(f, 26, e); g = i32x4.add(g, h); h = turn(h, 26, g);
		a = i32x4.add(a, b); b = turn(b, 6, a); c = i32x4.add(c, d); d = turn(d, 6, c); e = i32x4.add(e, f); f = turn(f, 6, e); g = i32x4.add(g, h); h = turn(h, 6, g);
		next = i32x4.add(key0, i32x4.splat(5));
		a = i32x4.add(a, key2); b = i32x4.add(b, next); c = i32x4.add(c, key2); d = i32x4.add(d, next); e = i32x4.add(e, key2); f = i32x4.add(f, next); g = i32x4.add(g, key2); h = i32x4.add(h, next);
		storePairs(out, a, b);
		storePairs(out + 32, c, d);
		storePairs(out + 64, e, f);
		storePairs(out + 96, g, h);
		first = i32x4.add(first, i32x4.splat(16));
	}
}

/** The words of four blocks in the order of agents: two agents to a block. */
function storePairs(out: usize, a: v128, b: v128): void {
	v128.store(out, i32x4.shuffle(a, b, 0, 4, 1, 5));
	v128.store(out, i32x4.shuffle(a, b, 2, 6, 3, 7), 16);
}

/** Standard normals at `out` from `count` words, by the cubics of `normalTable` at `table`. */
export function fillNormals(out: usize, count: u32, words: usize, table: usize): void {
	for (const end = words + (<usize>count << 2); words < end; words += 4) {
		const word = load<i32>(words);
		const side = word >> 31;
		const x = ((word ^ side) << 1) | 1;
		const above = clz<i32>(x);
		const y = x << above;
		const cubic = table + ((((above ^ 31) << 6) | ((y >>> 25) & 60)) << 3);
		const t = <f64>(y & 0x7ffffff);
		const z = load<f64>(cubic) + t * (load<f64>(cubic, 8) + t * (load<f64>(cubic, 16) + t * load<f64>(cubic, 24)));
		store<f64>(out, <f64>(side | 1) * z);
		out += 8;
	}
}
