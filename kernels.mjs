// Compiles the kernels: of each AssemblyScript source it makes a module with the compiled bytes, where there is none up to date.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Whose memory a kernel works on: a page of its own, or a world's, which has any size up to 4 GiB. */
const own = ["--initialMemory", "1", "--maximumMemory", "1"];
const worlds = ["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];

/** PLACE.as.ts is compiled into PLACE.wasm.ts beside it, which git ignores. Each source is whole in itself. */
const kernels = [
	["engine/kernels/draws", own],
	["scenarios/examples/beer", worlds],
	["test/kernels/pair", worlds],
];

// Relaxed SIMD stays off: its results differ between machines.
const flags = ["-O3", "--noAssert", "--runtime", "stub", "--use", "abort=", "--enable", "simd,threads"];

const inProject = (path) => new URL(path, import.meta.url);
const text = (path) => readFileSync(inProject(path), "utf8");
const { version } = JSON.parse(text("node_modules/assemblyscript/package.json"));

for (const [place, memory] of kernels) {
	const source = `${place}.as.ts`;
	const options = [...flags, ...memory];
	const stamp = createHash("sha256").update(JSON.stringify([version, options, text(source)]));
	const head = `// Compiled from ${source}; stamp ${stamp.digest("hex").slice(0, 16)}.\n`;
	const module = `${place}.wasm.ts`;
	if (existsSync(inProject(module)) && text(module).startsWith(head)) continue;
	const code = await compile(source, options);
	refuseStrange(source, code, memory === worlds);
	writeFileSync(inProject(module), `${head}\nexport const code: Uint8Array = new Uint8Array([${code}]);\n`);
}

async function compile(source, options) {
	const { default: asc } = await import("assemblyscript/asc");
	let code;
	const { error, stderr } = await asc.main([source, "-o", "kernel.wasm", ...options], {
		readFile: (name) => (name === source ? text(source) : null),
		writeFile: (_name, bytes) => {
			code = bytes;
		},
		listFiles: () => [],
	});
	if (error) throw new Error(`${source}\n${stderr}`);
	return code;
}

/** A kernel calls nothing outside, and on a world's memory it has no data of its own: that would lie over the world's. */
function refuseStrange(source, code, onWorld) {
	const module = new WebAssembly.Module(code);
	const calls = WebAssembly.Module.imports(module).filter(({ kind }) => kind !== "memory");
	if (calls.length > 0) throw new Error(`${source} calls ${calls.map(({ name }) => name)}`);
	if (!onWorld) return;
	const memory = new WebAssembly.Memory({ initial: 16, maximum: 16, shared: true });
	const bytes = new Uint8Array(memory.buffer).fill(85);
	new WebAssembly.Instance(module, { env: { memory } });
	if (bytes.some((byte) => byte !== 85)) throw new Error(`${source} has static data`);
}
