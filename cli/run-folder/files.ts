// Files that are there whole or not at all, also after the power has failed.

import {
	closeSync,
	fstatSync,
	fsyncSync,
	openSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What a file is called while it is being written. */
export const UNFINISHED = ".unfinished";

/** A small file. */
export function writeAtOnce(file: string, text: string): void {
	const unfinished = `${file}${UNFINISHED}`;
	try {
		const handle = openSync(unfinished, "w");
		try {
			writeFileSync(handle, text);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(unfinished, file);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
	syncFolder(dirname(file));
}

/** A file that `write` writes under the name it is given. */
export async function writeWhole(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
	const unfinished = `${file}${UNFINISHED}`;
	try {
		await write(unfinished);
		const handle = await open(unfinished, "r+");
		await handle.sync().finally(() => handle.close());
		await rename(unfinished, file);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
	syncFolder(dirname(file));
}

/** Bytes that the system takes or gives in one call. */
const MOST = 2 ** 30;

/** Pieces one behind the other. */
export async function writePieces(file: string, pieces: readonly Uint8Array[]): Promise<void> {
	const handle = await open(file, "w");
	try {
		for (const piece of pieces)
			for (let at = 0; at < piece.length; )
				at += (await handle.write(piece, at, Math.min(MOST, piece.length - at))).bytesWritten;
	} finally {
		await handle.close();
	}
}

/** All bytes of a file, in memory that threads can share. */
export function readShared(file: string): Uint8Array {
	const handle = openSync(file, "r");
	try {
		const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(handle).size));
		for (let at = 0; at < bytes.length; ) {
			const read = readSync(handle, bytes, at, Math.min(MOST, bytes.length - at), null);
			if (read === 0) throw new Error(`${file} has become shorter`);
			at += read;
		}
		return bytes;
	} finally {
		closeSync(handle);
	}
}

/** Names are safe on the disk once their folder is. Where folders cannot be opened, the system sees to it. */
export function syncFolder(folder: string): void {
	let handle: number;
	try {
		handle = openSync(folder, "r");
	} catch {
		return;
	}
	try {
		fsyncSync(handle);
	} catch (error) {
		if (!/^(EPERM|EINVAL|ENOTSUP)$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
	} finally {
		closeSync(handle);
	}
}
