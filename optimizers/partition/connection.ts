// Connected modules: whether a module stays in one piece, and partitions into pieces.

import type { Level } from "./level.js";
import { isUnit } from "./limits.js";

const binds = (level: Level, u: number, v: number) => isUnit(level, u) && isUnit(level, v);

/**
 * Whether the module of v, connected so far, stays connected when v leaves: all its nodes beside v reach each other
 * without v.
 */
export function leaveTogether(level: Level, of: Uint32Array, v: number): boolean {
	const { offsets, targets } = level;
	const beside = new Set<number>();
	for (let arc = offsets[v]; arc < offsets[v + 1]; arc++)
		if (of[targets[arc]] === of[v] && binds(level, v, targets[arc])) beside.add(targets[arc]);
	if (beside.size <= 1) return true;
	const [start] = beside;
	const reached = new Set([v, start]);
	beside.delete(start);
	const open = [start];
	while (open.length > 0 && beside.size > 0) {
		const u = open.pop() as number;
		for (let arc = offsets[u]; arc < offsets[u + 1]; arc++) {
			const next = targets[arc];
			if (of[next] !== of[v] || reached.has(next) || !binds(level, u, next)) continue;
			reached.add(next);
			beside.delete(next);
			open.push(next);
		}
	}
	return beside.size === 0;
}

/** The connected pieces of modules, numbered by first appearance. */
export function pieces(level: Level, of: ArrayLike<number>): Uint32Array {
	const { nodes, offsets, targets } = level;
	const none = 0xffffffff;
	const pieceOf = new Uint32Array(nodes).fill(none);
	const open: number[] = [];
	let count = 0;
	for (let v = 0; v < nodes; v++) {
		if (pieceOf[v] !== none) continue;
		pieceOf[v] = count;
		open.push(v);
		while (open.length > 0) {
			const u = open.pop() as number;
			for (let arc = offsets[u]; arc < offsets[u + 1]; arc++) {
				const next = targets[arc];
				if (pieceOf[next] !== none || of[next] !== of[v] || !binds(level, u, next)) continue;
				pieceOf[next] = count;
				open.push(next);
			}
		}
		count++;
	}
	return pieceOf;
}

/** Whether the units of module m reach each other. */
export function isConnected(level: Level, of: Uint32Array, m: number): boolean {
	const { nodes, offsets, targets } = level;
	const members = new Set<number>();
	for (let v = 0; v < nodes; v++) if (of[v] === m && isUnit(level, v)) members.add(v);
	const open = [...members].slice(0, 1);
	members.delete(open[0]);
	while (open.length > 0) {
		const u = open.pop() as number;
		for (let arc = offsets[u]; arc < offsets[u + 1]; arc++)
			if (members.delete(targets[arc])) open.push(targets[arc]);
	}
	return members.size === 0;
}
