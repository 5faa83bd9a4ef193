// docs/paper.md: each element of the paper has a file where it lives, a metric that shows it, and a command under which that metric is another.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { viewOf } from "../../agents/metrics/outcome-metric.js";
import { outcomeMetrics } from "../../agents/metrics/outcomes.js";
import type { EcosystemParameters } from "../../agents/parameters.js";
import { program } from "../../cli/program.js";
import { run } from "../../engine/schedule/simulate.js";
import { runSpec } from "../../scenarios/build.js";
import { builtIn } from "../../scenarios/built-in.js";
import { parseScenario } from "../../scenarios/parse.js";
import { pathNames } from "../../scenarios/paths/index.js";
import { models } from "../../scenarios/registry.js";
import { inProject } from "../shared.js";

const { ecosystem } = models;

/** The elements, chapter by chapter of the document. */
const required = `
物理世界 虚拟世界 数据处理机制 数字模型 应用
产品全生命周期 设计 加工 装配 运行 维护 拆解 回收
技术层 大数据收集层 大数据处理层 大数据分析层 应用服务层
企业数据 产业数据 辅助数据
结构化数据 半结构化数据 非结构化数据
关联分析 预测分析 聚类分析
决策应用 协同应用 规划应用 动态调度 质量预测 事先维护 智能回收
制造服务化 服务经济 服务增值 服务增强 服务嵌入
制造服务 网络制造 制造网络 按需生产 服务营销 顾客导向 服务创新 面向服务
云制造 物联网 分布式计算 云计算
数字孪生 大数据 映射 一体化 企业结构单元化 业务过程单元化 单元粒度模型 订单聚合 劳动者 物质资料 资金
上下游需求不透明 数据利用率低 产业共享信息少 行业趋势捕捉难
动态网络模型 分形特性 最优模块化 基本模块 必选模块 可选模块 动态划分 边界函数 多约束条件 核心能力 适应性创新机制
卖方市场 买方市场 信息孤岛 假设→验证→修正→假设 假设 验证 修正
制造企业 服务企业 客户 效能 效能最大化 最大共赢 转型升级 低碳化 清洁化 循环化
动态性 敏捷性 全局性 适应性`
	.trim()
	.split(/\s+/);

const text = readFileSync(inProject("docs/paper.md"), "utf8");
const [elements = "", glossary = ""] = text.split("## Glossary");
const rows = (part: string, columns: number) =>
	part
		.split("\n")
		.filter((line) => line.startsWith("| ") && !/^\| (term|---) /.test(line))
		.map((line) => {
			const cells = line.slice(2, -2).split(" | ");
			expect(cells.length, line).toBe(columns);
			return cells as string[];
		});
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, inner]) => inner);

const table = rows(elements, 5).map(([term, , files, metrics, command]) => ({
	term,
	files: quoted(files),
	metrics: quoted(metrics),
	/** As a shell would cut it. */
	words: (quoted(command)[0]?.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, "")),
}));

/** What a command that runs a scenario asks for: the scenario, and settings in order. */
function asked(words: readonly string[]): { name: string; sets: string[] } | undefined {
	const [, , command, name, ...options] = words;
	if (command !== "run") return undefined;
	const sets: string[] = [];
	for (let k = 0; k < options.length; k += 2) {
		expect(["--set", "--path"], words.join(" ")).toContain(options[k]);
		if (options[k] === "--path") expect(pathNames).toContain(options[k + 1]);
		sets.push(options[k] === "--path" ? `path=${options[k + 1]}` : options[k + 1]);
	}
	return { name, sets };
}

const scenarioOf = (name: string, sets: readonly string[]) => parseScenario(builtIn[name] ?? "", name, sets);

/** Long enough for a review of failures and a shock to pass; the owners' machines have ages of all kinds from the start. */
const short = ["ticks=130", "warmUp=26"];
const seen = new Map<string, ReadonlyMap<string, string>>();

/** All numbers of a short run: outcomes, and series and their lines as texts of all ticks. */
function numbersOf(name: string, sets: readonly string[]): ReadonlyMap<string, string> {
	const scenario = scenarioOf(name, [...short, ...sets]);
	const key = JSON.stringify(scenario);
	const before = seen.get(key);
	if (before) return before;
	const spec = runSpec(scenario, { seed: "paper" });
	const parameters = spec.parameters as EcosystemParameters;
	const { recording, world } = run({ ...spec, parameters, model: ecosystem });
	const found = new Map<string, string>();
	for (const { name: series, labels, values } of recording.series) {
		found.set(series, values.join());
		for (const [c, label] of labels.entries())
			found.set(`${series}.${label}`, values.filter((_, at) => at % labels.length === c).join());
	}
	const view = viewOf(recording, parameters, world);
	for (const { name: outcome, of } of outcomeMetrics) {
		const values = [of(view)].flat().filter(Number.isFinite);
		if (values.length > 0) found.set(outcome, values.join());
	}
	seen.set(key, found);
	return found;
}

describe("docs/paper.md", () => {
	test("has a row for every element of the paper, and one only", () =>
		expect(table.map(({ term }) => term)).toEqual(required));

	test("names files that exist", () => {
		for (const { term, files } of table) {
			expect(files, term).not.toEqual([]);
			for (const file of files) expect(existsSync(inProject(file)), file).toBe(true);
		}
	});

	test("names outcomes, and series that the flagship records", () => {
		const { parameters } = runSpec(scenarioOf("bulldozer", []), { seed: "paper", ticks: 1 });
		const series = ecosystem.metrics?.(parameters as EcosystemParameters) ?? [];
		const known = new Set([
			...outcomeMetrics.map(({ name }) => name),
			...series.flatMap(({ name, labels = [] }) => [name, ...labels.map((label) => `${name}.${label}`)]),
		]);
		for (const { term, metrics } of table)
			for (const metric of metrics) expect(known, term).toContain(metric);
	});

	test("has commands that the command line and the scenarios take", async () => {
		const commands = (await program()).commands.map((command) => command.name());
		for (const { term, words } of table) {
			expect(words.slice(0, 2), term).toEqual(["npx", "fractwin"]);
			expect(commands, term).toContain(words[2]);
			const run = asked(words);
			if (run) {
				expect(Object.keys(builtIn), term).toContain(run.name);
				expect(() => scenarioOf(run.name, run.sets), words.join(" ")).not.toThrow();
			}
		}
	});

	test("has a metric wherever a scenario is run", () => {
		for (const { term, metrics, words } of table) if (asked(words)) expect(metrics, term).not.toEqual([]);
	});

	test.each(table.filter(({ words }) => asked(words)))(
		"the last option of the command for $term moves $metrics",
		({ metrics, words }) => {
			const { name, sets } = asked(words) as { name: string; sets: string[] };
			const without = sets.slice(0, -1);
			const now = numbersOf(name, sets);
			const before = numbersOf(name, without);
			for (const metric of metrics) {
				// A metric may be one that only one of the two runs defines, as what is rented out where nothing is.
				expect(now.has(metric) || before.has(metric), metric).toBe(true);
				// What a scenario has already, an option cannot change.
				if (now !== before) expect(now.get(metric), metric).not.toBe(before.get(metric));
			}
		},
	);

	const paper = inProject("..", "shared", "seeds", "000_ccbbf0b12baea373.txt");
	test.skipIf(!existsSync(paper))("quotes words of the paper (skipped where ../shared is absent)", () => {
		const words = readFileSync(paper, "utf8");
		for (const [term] of text.matchAll(/[\u4e00-\u9fff→]+/g)) expect(words.includes(term), term).toBe(true);
	});

	test("has a glossary whose code words are words of the code", () => {
		const sources = ["agents", "scenarios/schema"].flatMap((folder) =>
			readdirSync(inProject(folder), { recursive: true, encoding: "utf8" }).map(
				(file) => `${folder}/${file}`,
			),
		);
		const code = [...sources.filter((file) => file.endsWith(".ts")), "scenarios/schema.ts"]
			.map((file) => readFileSync(inProject(file), "utf8"))
			.join("\n");
		expect(glossary).not.toBe("");
		for (const [term, , word] of rows(glossary, 3))
			for (const one of quoted(word))
				expect(new RegExp(`\\b${one}\\b`).test(code), `${term}: ${one}`).toBe(true);
	});
});
