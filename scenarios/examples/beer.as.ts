// The players of many beer games, in AssemblyScript: two chains to a vector. The twins are `buy` and `sell` in beer.ts.

function half(x: v128): v128 {
	return f64x2.mul(x, f64x2.splat(0.5));
}

/** One tick of `rows` customers, an even number, whose normal draws stand where their orders go. */
export function buy(rows: i32, now: usize, sum: usize, squares: usize, counts: f64): void {
	const weight = f64x2.splat(counts);
	const usual = f64x2.splat(100);
	const spread = f64x2.splat(20);
	for (let at: usize = 0, end = <usize>rows << 3; at < end; at += 16) {
		const x = f64x2.add(usual, f64x2.mul(spread, v128.load(now + at)));
		const demand = half(f64x2.add(x, f64x2.abs(x)));
		const surplus = f64x2.mul(weight, f64x2.sub(demand, usual));
		v128.store(now + at, demand);
		v128.store(sum + at, f64x2.add(v128.load(sum + at), surplus));
		v128.store(squares + at, f64x2.add(v128.load(squares + at), f64x2.mul(surplus, surplus)));
	}
}

/**
 * One tick of `rows` firms, an even number; every other number but `counts` is the offset of a column's first element for them: own columns,
 * what arrives, and the downstream player's last five orders.
 */
export function sell(
	rows: i32, net: usize, position: usize, now: usize, sent: usize, sum: usize, squares: usize,
	source: usize, ago1: usize, ago2: usize, ago3: usize, ago4: usize, ago5: usize, counts: f64,
): void {
	const weight = f64x2.splat(counts);
	const usual = f64x2.splat(100);
	const share = f64x2.splat(0.8);
	const safety = f64x2.splat(66);
	for (let at: usize = 0, end = <usize>rows << 3; at < end; at += 16) {
		const demand = v128.load(ago1 + at);
		const before = v128.load(net + at);
		const stock = half(f64x2.add(before, f64x2.abs(before)));
		const wanted = f64x2.add(f64x2.sub(stock, before), demand);
		const left = f64x2.sub(f64x2.add(stock, v128.load(source + at)), wanted);
		let recent = f64x2.add(demand, v128.load(ago2 + at));
		recent = f64x2.add(recent, v128.load(ago3 + at));
		recent = f64x2.add(recent, v128.load(ago4 + at));
		recent = f64x2.add(recent, v128.load(ago5 + at));
		const level = f64x2.sub(v128.load(position + at), demand);
		const gap = f64x2.sub(f64x2.add(f64x2.mul(recent, share), safety), level);
		const ordered = half(f64x2.add(gap, f64x2.abs(gap)));
		const surplus = f64x2.mul(weight, f64x2.sub(ordered, usual));
		v128.store(net + at, left);
		v128.store(position + at, f64x2.add(level, ordered));
		v128.store(now + at, ordered);
		v128.store(sent + at, f64x2.add(wanted, half(f64x2.sub(left, f64x2.abs(left)))));
		v128.store(sum + at, f64x2.add(v128.load(sum + at), surplus));
		v128.store(squares + at, f64x2.add(v128.load(squares + at), f64x2.mul(surplus, surplus)));
	}
}
