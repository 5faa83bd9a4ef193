// Where a world's bytes lie: shared WebAssembly memory, else a shared buffer, else a plain one.

import { type SharedMemory, webAssembly } from "./webassembly.js";

/** A world's bytes; `memory` where compiled code can work on the same bytes. */
export interface Block {
	readonly buffer: ArrayBufferLike;
	readonly memory: SharedMemory | undefined;
}

/** WebAssembly memory comes in pages of 64 KiB. */
const PAGE = 65536;

/** The block that was given back last: the next world of its size lies in it, without new memory. */
let spare: Block | undefined;

/** Give back a block on which nobody looks any more. */
export function recycle(block: Block): void {
	spare = block;
}

/** At least so many bytes, all zero. Never to grow: views on memory that can are many times slower. */
export function newBlock(byteLength: number): Block {
	const pages = Math.ceil(byteLength / PAGE) * PAGE;
	if (spare && (spare.buffer.byteLength === pages || spare.buffer.byteLength === byteLength)) {
		const block = spare;
		spare = undefined;
		new Uint8Array(block.buffer).fill(0);
		return block;
	}
	const memory = newMemory(Math.ceil(byteLength / PAGE));
	return { buffer: memory?.buffer ?? newBuffer(byteLength), memory };
}

/** So many bytes, all zero, that other threads can see where the platform allows it. */
export function newBuffer(byteLength: number): ArrayBufferLike {
	return typeof SharedArrayBuffer === "undefined"
		? new ArrayBuffer(byteLength)
		: new SharedArrayBuffer(byteLength);
}

function newMemory(pages: number): SharedMemory | undefined {
	const platform = webAssembly();
	if (!platform || typeof SharedArrayBuffer === "undefined") return;
	try {
		return new platform.Memory({ initial: pages, maximum: pages, shared: true });
	} catch {
		// Each memory takes gigabytes of addresses, whatever its size: some thousands fit, and one of 4 GiB may not.
		return;
	}
}

/** What is posted for another thread to see the same bytes; a plain buffer arrives as a copy. */
export type Posted = SharedMemory | ArrayBufferLike;
