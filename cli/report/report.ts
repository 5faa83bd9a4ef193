// Writes report.html and the RO-Crate of a run folder.

import { cyclesOf } from "../../agents/metrics/cycles.js";
import { chartsOf } from "../../viz/charts/index.js";
import { Archive } from "../run-folder/archive.js";
import { writeCrate } from "../run-folder/crate.js";
import { writeAtOnce } from "../run-folder/files.js";
import { reportFile } from "../run-folder/manifest.js";
import { openRunFolder } from "../run-folder/open-run-folder.js";
import { reasonOf, StoreError } from "../run-folder/store.js";
import { compare } from "../text/comparison.js";
import { outcomeInWords } from "../text/wording.js";
import { reportPage } from "./page.js";
import { pictureOf } from "./picture.js";

/** The report of what has finished in a run folder; returns its path. */
export async function writeReport(folder: string): Promise<string> {
	const manifest = openRunFolder(folder);
	const archive = await Archive.open(folder, manifest);
	try {
		const runs = await archive.runs();
		const compared = compare(manifest, runs);
		const picture = await pictureOf(manifest, archive, compared);
		const charts = chartsOf(picture, outcomeInWords);
		const loops = picture.arms.map(({ title, sample }) => ({ title, cycles: cyclesOf(sample) }));
		const file = reportFile(folder);
		writeAtOnce(file, reportPage({ manifest, compared, runs, charts, loops }));
		writeCrate(folder, manifest);
		return file;
	} catch (error) {
		if (!/ENOSPC|EDQUOT|EFBIG|EACCES|EROFS|No space left/.test(String(error))) throw error;
		throw new StoreError(`could not write the report of ${folder}: ${reasonOf(error)}`, { cause: error });
	} finally {
		archive.close();
	}
}
