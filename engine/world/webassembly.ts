// The part of the WebAssembly interface that the engine uses; declared here, since the kernel knows no platform's types.

/** Memory that other threads can see, in pages of 64 KiB. */
export interface SharedMemory {
	readonly buffer: SharedArrayBuffer;
}

/** Compiled code, to be instantiated on any number of memories. */
export type CompiledModule = object;

export interface WebAssemblyInterface {
	readonly Memory: new (size: { initial: number; maximum: number; shared: true }) => SharedMemory;
	readonly Module: new (code: Uint8Array) => CompiledModule;
	readonly Instance: new (
		module: CompiledModule,
		imports: { readonly env: { readonly memory?: SharedMemory } },
	) => { readonly exports: unknown };
}

declare const WebAssembly: WebAssemblyInterface | undefined;

/** What the platform has of it. */
export const webAssembly = () => (typeof WebAssembly === "undefined" ? undefined : WebAssembly);
