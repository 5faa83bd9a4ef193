// Kernels: the few loops that pay to be compiled to WebAssembly, each beside a twin in TypeScript that gives the same bits.
//
// To write one: put the loop into X.as.ts in AssemblyScript, which is TypeScript with machine types, and name X in the list of
// kernels.mjs; `npm run build` makes X.wasm.ts of it, from which `code` is imported. The loop's function takes a column as the
// offset of its first byte (`column.byteOffset`), the range of rows, the tick and other numbers, and loads and stores at offset
// + row · bytes. It has no arrays, objects or texts, since its memory is the world's. It uses + − × ÷ √ in the order of its
// twin, two or four rows at a time where vectors pay, and like any step writes its own rows. The step calls it where there is
// one and its twin where not, and a test holds that both leave the same hash:
//
//     const compiled = worldKernel<{ age(ages: number, from: number, to: number): void }>(code);
//     const step: Step = (world, from, to) => {
//         const { ages } = columns(world, person);
//         const kernel = compiled(world);
//         if (kernel) kernel.age(ages.byteOffset, from, to);
//         else for (let i = from; i < to; i++) ages[i] += 1;
//     };

import { type CompiledModule, type SharedMemory, webAssembly } from "../world/webassembly.js";
import type { World } from "../world/world.js";

/**
 * The functions of a kernel on a world's memory, instantiated once for each world and thread; none where the world lies in
 * other memory or the platform cannot run the code. They take and give numbers; unsigned ones come out signed.
 */
export function worldKernel<K extends object>(code: Uint8Array): (world: World) => K | undefined {
	const instances = new WeakMap<SharedMemory, K>();
	let module: CompiledModule | undefined;
	return ({ memory }) => {
		if (!memory) return;
		const known = instances.get(memory);
		if (known) return known;
		module ??= compile(code);
		const kernel = module && instantiate<K>(module, memory);
		if (kernel) instances.set(memory, kernel);
		return kernel;
	};
}

/** A kernel with a page of memory of its own for this thread, if the platform can run the code. */
export function ownKernel<K extends object>(
	code: Uint8Array,
): (K & { readonly memory: { readonly buffer: ArrayBuffer } }) | undefined {
	const module = compile(code);
	return module && instantiate(module);
}

function compile(code: Uint8Array): CompiledModule | undefined {
	const platform = webAssembly();
	if (!platform) return;
	try {
		return new platform.Module(code);
	} catch {
		// No vectors, no threads, or a page that may not compile.
		return;
	}
}

function instantiate<K>(module: CompiledModule, memory?: SharedMemory): K | undefined {
	const platform = webAssembly();
	return platform && (new platform.Instance(module, { env: { memory } }).exports as K);
}
