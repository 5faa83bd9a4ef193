// Association analysis: what occurs together in orders, and rules of the kind "who has these has those".

export interface Itemset {
	/** Ascending. */
	readonly items: readonly string[];
	/** Transactions that hold all of them. */
	readonly count: number;
	/** count over all transactions. */
	readonly support: number;
}

/**
 * The sets of items that lie together in at least `leastSupport` (0 < share ≤ 1) of the transactions, of up to `largest` items (any number
 * where left out), by size and within a size in order of their items (Agrawal & Srikant 1994). Each set is grown from a smaller frequent one,
 * its transactions found by intersecting lists (Eclat: Zaki 2000). An item twice in a transaction counts once.
 * Throws RangeError for a support outside (0, 1].
 */
export function frequentItemsets(
	transactions: readonly (readonly string[])[],
	{ leastSupport, largest = Infinity }: { readonly leastSupport: number; readonly largest?: number },
): Itemset[] {
	if (!(leastSupport > 0 && leastSupport <= 1))
		throw new RangeError(`frequentItemsets: leastSupport must lie in (0, 1], got ${leastSupport}`);
	const n = transactions.length;
	// A share such as .3 of 10 is not lost to rounding.
	const least = leastSupport * n * (1 - 1e-12);
	const rows = new Map<string, number[]>();
	transactions.forEach((transaction, t) => {
		for (const item of new Set(transaction)) {
			const list = rows.get(item);
			if (list) list.push(t);
			else rows.set(item, [t]);
		}
	});
	const found: Itemset[] = [];
	const grow = (items: readonly string[], extensions: readonly (readonly [string, readonly number[]])[]) => {
		extensions.forEach(([item, held], k) => {
			const grown = [...items, item];
			found.push({ items: grown, count: held.length, support: held.length / n });
			if (grown.length >= largest) return;
			const larger = extensions
				.slice(k + 1)
				.map(([other, list]) => [other, intersection(held, list)] as const)
				.filter(([, list]) => list.length >= least);
			grow(grown, larger);
		});
	};
	const single = [...rows].filter(([, list]) => list.length >= least);
	grow(
		[],
		single.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
	return found.sort((a, b) => a.items.length - b.items.length);
}

/** Of two ascending lists. */
function intersection(a: readonly number[], b: readonly number[]): number[] {
	const both: number[] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		if (a[i] === b[j]) both.push(a[i]);
		if (a[i] <= b[j]) i++;
		else j++;
	}
	return both;
}

export interface RuleMeasures {
	/** Share of transactions that hold both sides. */
	readonly support: number;
	/** Share of those with the first side that hold the second, too. */
	readonly confidence: number;
	/** Confidence over the share of all that hold the second: 1 where the sides are independent. */
	readonly lift: number;
	/** Confidence less that share, in standard errors under independence: the signed root of χ² of the 2 × 2 table. */
	readonly z: number;
}

/** Measures of a rule from counts: of all transactions, those with the first side, those with the second, those with both. */
export function ruleMeasures(all: number, first: number, second: number, both: number): RuleMeasures {
	const confidence = both / first;
	const usual = second / all;
	const variance = usual * (1 - usual) * (1 / first - 1 / all);
	return {
		support: both / all,
		confidence,
		lift: confidence / usual,
		z: variance > 0 ? (confidence - usual) / Math.sqrt(variance) : 0,
	};
}

export interface Rule extends RuleMeasures {
	readonly from: readonly string[];
	readonly to: readonly string[];
}

/**
 * All rules from ⇒ to of the frequent itemsets with at least this confidence (0 … 1) and lift (0 where left out), most confident first, then
 * by support (Agrawal & Srikant 1994; lift: Brin, Motwani, Ullman & Tsur 1997).
 * Throws RangeError where `itemsets` lack a subset of one of theirs, or it has more than 20 items.
 */
export function associationRules(
	itemsets: readonly Itemset[],
	{ leastConfidence, leastLift = 0 }: { readonly leastConfidence: number; readonly leastLift?: number },
): Rule[] {
	const key = (items: readonly string[]) => JSON.stringify(items);
	const counts = new Map(itemsets.map(({ items, count }) => [key(items), count]));
	const countOf = (items: readonly string[]) => {
		const count = counts.get(key(items));
		if (count === undefined) throw new RangeError(`associationRules: no itemset ${items.join(" ")}`);
		return count;
	};
	const rules: Rule[] = [];
	for (const { items, count, support } of itemsets) {
		if (items.length > 20) throw new RangeError(`associationRules: an itemset has ${items.length} items`);
		const all = Math.round(count / support);
		for (let side = 1; side < (1 << items.length) - 1; side++) {
			const from = items.filter((_, i) => (side >> i) & 1);
			const to = items.filter((_, i) => !((side >> i) & 1));
			const rule = { from, to, ...ruleMeasures(all, countOf(from), countOf(to), count) };
			if (rule.confidence >= leastConfidence && rule.lift >= leastLift) rules.push(rule);
		}
	}
	return rules.sort((a, b) => b.confidence - a.confidence || b.support - a.support);
}
