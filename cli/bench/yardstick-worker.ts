// x
export type YardstickName = "diffusionScan" | "diffusionPush" | "beer";
export interface YardstickJob {
	name: YardstickName;
	seed: string;
	runs: number;
}
